import { Injectable } from '@nestjs/common';

import { AssessmentsService } from '../assessments/assessments.service.js';
import { AuditService } from '../audit/audit.service.js';
import { type Actor, may } from '../auth/actor.js';
import { CaseTasksService } from '../case-tasks/case-tasks.service.js';
import { Clock } from '../common/clock.js';
import { Transactions } from '../database/transactions.js';
import { NotesService } from '../notes/notes.service.js';
import { OutcomesService } from '../outcomes/outcomes.service.js';
import { referralNotFound } from '../referrals/referral.problems.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import { ReferralsService } from '../referrals/referrals.service.js';
import { SupportHistoryService } from '../support-history/support-history.service.js';
import type { CasePrint } from './case-file.dto.js';
import { CaseFilesService } from './case-files.service.js';

/**
 * A case on one page, to be printed: everything that the person may see of it and nothing else, each part by the same rule as on
 * its own page. It leaves the service, so it is audited as an export.
 */
@Injectable()
export class CasePrintService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ReferralsRepository,
    private readonly referrals: ReferralsService,
    private readonly assessments: AssessmentsService,
    private readonly outcomes: OutcomesService,
    private readonly notes: NotesService,
    private readonly caseTasks: CaseTasksService,
    private readonly support: SupportHistoryService,
    private readonly caseFiles: CaseFilesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  print(actor: Actor, referralId: string): Promise<CasePrint> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.repository.find(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      await this.audit.record(tx, actor, 'referral.exported', 'referral', referralId);
      return {
        printedAt: this.clock.now().toISOString(),
        printedByName: actor.name,
        referral: await this.referrals.load(tx, actor, referralId),
        people: await this.caseFiles.loadPeople(tx, actor, referral),
        assessments: may(actor, 'assessment:read') ? await this.assessments.loadAll(tx, actor, referralId) : [],
        supportHistory: await this.support.load(tx, actor, referralId, referral.status),
        reviews: may(actor, 'review:read') ? await this.outcomes.loadReviews(tx, actor, referralId) : [],
        notes: may(actor, 'note:list') ? await this.notes.loadAll(tx, actor, referralId) : [],
        caseTasks: may(actor, 'case_task:list') ? await this.caseTasks.loadAll(tx, actor, referralId) : [],
        events: await this.caseFiles.loadEvents(tx, actor, referralId),
      };
    });
  }
}
