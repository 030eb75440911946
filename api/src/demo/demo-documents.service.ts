import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import { Transactions } from '../database/transactions.js';
import { DocumentsService } from '../documents/documents.service.js';
import { demoActor } from './demo-actor.js';
import { demoId } from './demo-ids.js';
import { DemoRepository } from './demo.repository.js';
import { onBehalfCase } from './demo-current-year.js';
import { onePageDocx } from './one-page-docx.js';
import { onePagePdf } from './one-page-pdf.js';

const openStatuses = ['submitted', 'accepted', 'assessed', 'ready_for_panel'];
const reports = ['Educational psychology report.pdf', 'Speech and language therapy report.pdf'];

/** Reports of invented children, uploaded and scanned as a coordinator's would be. */
@Injectable()
export class DemoDocumentsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: DemoRepository,
    private readonly documents: DocumentsService,
  ) {}

  async upload(authorityId: number): Promise<void> {
    const coordinator = demoActor(authorityId, 'coordinator', 'Judith Marsh', 'coordinator');
    for (const status of openStatuses) {
      const referralIds = await this.transactions.read({ authorityId }, (tx) =>
        this.repository.findReferralIds(tx, authorityId, status, 2),
      );
      for (const referralId of referralIds) {
        for (const name of reports) await this.add(coordinator, referralId, name);
      }
    }
    await this.addFile(
      coordinator,
      demoId(`referral now-${onBehalfCase}`),
      'Referral form of the school.docx',
      onePageDocx,
    );
    // Of the child about whom somebody asks: what the reviewer of that pack decides about.
    for (const name of reports) await this.add(coordinator, demoId('referral now-18'), name);
  }

  private add(coordinator: Actor, referralId: string, name: string): Promise<void> {
    return this.addFile(coordinator, referralId, name, onePagePdf);
  }

  private async addFile(
    coordinator: Actor,
    referralId: string,
    name: string,
    write: (lines: readonly string[]) => Buffer,
  ): Promise<void> {
    const lines = [name.replace(/\.\w+$/, ''), '', 'Invented, for the demonstration. It says nothing about anybody.'];
    await this.documents.add(coordinator, referralId, demoId(`document ${referralId} ${name}`), {
      name,
      bytes: Readable.from([write(lines)]),
    });
  }
}
