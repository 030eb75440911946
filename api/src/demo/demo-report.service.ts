import { setTimeout as wait } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';

import { AnalysesService } from '../analyses/analyses.service.js';
import { ReportsService } from '../reports/reports.service.js';
import { demoActor } from './demo-actor.js';
import { demoId } from './demo-ids.js';

const longestWaitMilliseconds = 60_000;

/** The demo's first report, made as its people would: analysed through the queue, drafted, approved by another, published. */
@Injectable()
export class DemoReportService {
  constructor(
    private readonly analyses: AnalysesService,
    private readonly reports: ReportsService,
  ) {}

  async publish(authorityId: number): Promise<void> {
    const coordinator = demoActor(authorityId, 'coordinator', 'Judith Marsh', 'coordinator');
    const board = demoActor(authorityId, 'board-member', 'Margaret Lindqvist', 'board_member');
    const run = await this.analyses.start(coordinator, demoId('key analysis'), {
      periodFrom: '2020-02-24',
      periodTo: '2021-09-13',
      rateCardId: demoId('rate card 2021'),
    });
    const until = Date.now() + longestWaitMilliseconds;
    while ((await this.analyses.read(coordinator, run.id)).status !== 'succeeded') {
      if (Date.now() > until) throw new Error('the first analysis of the demo did not end in a minute');
      await wait(200);
    }
    const draft = await this.reports.draft(coordinator, demoId('key report'), {
      analysisId: run.id,
      title: 'Impact of the partnership, February 2020 to September 2021',
    });
    const approved = await this.reports.approve(board, draft.id, draft.version);
    await this.reports.publish(coordinator, approved.id, approved.version);
  }
}
