import { Injectable } from '@nestjs/common';
import { isReferralOpen, type ReferralStatus, supportOfReferral } from '@panel/case-rules';

import { AuditService } from '../audit/audit.service.js';
import { type Actor, may } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { referralNotFound } from '../referrals/referral.problems.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import type {
  AgencyReport,
  Consultation,
  RecordAgencyReport,
  RecordConsultation,
  SupportHistory,
} from './support-history.dto.js';
import { EarlierSupportRepository, type Replacing } from './earlier-support.repository.js';
import {
  agencyReportNotFound,
  consultationNotFound,
  dayInFuture,
  documentNotOfCase,
  supportOfClosedCase,
} from './support-history.problems.js';
import { type AgencyReportRow, type ConsultationRow, SupportHistoryRepository } from './support-history.repository.js';

/** What was done for a child so far: the school's cycles, whom it asked, and what other agencies wrote. */
@Injectable()
export class SupportHistoryService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: SupportHistoryRepository,
    private readonly earlier: EarlierSupportRepository,
    private readonly referrals: ReferralsRepository,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor, referralId: string): Promise<SupportHistory> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.referrals.find(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      await this.audit.record(tx, actor, 'support_history.viewed', 'referral', referralId);
      return this.load(tx, actor, referralId, referral.status);
    });
  }

  /** Of a case that was already found to be visible. */
  async load(tx: Tx, actor: Actor, referralId: string, status: ReferralStatus): Promise<SupportHistory> {
    const { authorityId } = actor;
    const sections = await this.referrals.findSections(tx, authorityId, referralId);
    const consultations = await this.repository.findConsultations(tx, authorityId, referralId);
    const reports = await this.repository.findReports(tx, authorityId, referralId);
    return {
      ofReferral: [...supportOfReferral(sections.find(({ section }) => section === 'graduatedResponse')?.answers)],
      consultations: await this.presentConsultations(tx, actor, consultations),
      reports: await this.presentReports(tx, actor, reports),
      canAdd: isReferralOpen(status) && may(actor, 'consultation:record'),
    };
  }

  readConsultation(actor: Actor, consultationId: string): Promise<Consultation> {
    return this.transactions.run(actor, async (tx) => {
      const consultation = await this.loadConsultation(tx, actor, consultationId);
      await this.audit.record(tx, actor, 'support_history.viewed', 'referral', consultation.referralId);
      return consultation;
    });
  }

  recordConsultation(actor: Actor, referralId: string, key: string, body: RecordConsultation): Promise<Consultation> {
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: `recordConsultation ${referralId}`, key, body, at }, async () => {
        const recorded = await this.begin(tx, actor, referralId, at);
        if (body.heldOn > this.clock.today()) throw dayInFuture('heldOn');
        const id = await this.repository.insertConsultation(tx, { ...body, ...recorded });
        await this.audit.record(tx, actor, 'consultation.recorded', 'referral', referralId, { heldOn: body.heldOn });
        return this.loadConsultation(tx, actor, id);
      }),
    );
  }

  changeConsultation(
    actor: Actor,
    consultationId: string,
    version: number,
    body: RecordConsultation,
  ): Promise<Consultation> {
    return this.transactions.run(actor, async (tx) => {
      const row = await this.repository.findConsultation(tx, actor, consultationId, 'for update of c');
      if (!row) throw consultationNotFound();
      this.checkChange(row, version);
      if (body.heldOn > this.clock.today()) throw dayInFuture('heldOn');
      await this.earlier.keepConsultation(tx, row, this.replacing(actor));
      await this.repository.changeConsultation(tx, actor.authorityId, consultationId, body);
      const detail = { consultationId, heldOn: body.heldOn, before: row.heldOn };
      await this.audit.record(tx, actor, 'consultation.changed', 'referral', row.referralId, detail);
      return this.loadConsultation(tx, actor, consultationId);
    });
  }

  readReport(actor: Actor, agencyReportId: string): Promise<AgencyReport> {
    return this.transactions.run(actor, async (tx) => {
      const report = await this.loadReport(tx, actor, agencyReportId);
      await this.audit.record(tx, actor, 'support_history.viewed', 'referral', report.referralId);
      return report;
    });
  }

  recordReport(actor: Actor, referralId: string, key: string, body: RecordAgencyReport): Promise<AgencyReport> {
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: `recordAgencyReport ${referralId}`, key, body, at }, async () => {
        const recorded = await this.begin(tx, actor, referralId, at);
        await this.checkReport(tx, actor, referralId, body);
        const id = await this.repository.insertReport(tx, { ...body, ...recorded });
        const detail = { agency: body.agency, reportedOn: body.reportedOn };
        await this.audit.record(tx, actor, 'agency_report.recorded', 'referral', referralId, detail);
        return this.loadReport(tx, actor, id);
      }),
    );
  }

  changeReport(actor: Actor, agencyReportId: string, version: number, body: RecordAgencyReport): Promise<AgencyReport> {
    return this.transactions.run(actor, async (tx) => {
      const row = await this.repository.findReport(tx, actor, agencyReportId, 'for update of a');
      if (!row) throw agencyReportNotFound();
      this.checkChange(row, version);
      await this.checkReport(tx, actor, row.referralId, body);
      await this.earlier.keepReport(tx, row, this.replacing(actor));
      await this.repository.changeReport(tx, actor.authorityId, agencyReportId, body);
      const detail = { agencyReportId, agency: body.agency, reportedOn: body.reportedOn, before: row.reportedOn };
      await this.audit.record(tx, actor, 'agency_report.changed', 'referral', row.referralId, detail);
      return this.loadReport(tx, actor, agencyReportId);
    });
  }

  private async begin(tx: Tx, actor: Actor, referralId: string, recordedAt: Date) {
    const referral = await this.referrals.find(tx, actor, referralId);
    if (!referral) throw referralNotFound();
    if (!isReferralOpen(referral.status)) throw supportOfClosedCase();
    return { authorityId: actor.authorityId, referralId, recordedBy: actor.userId, recordedAt };
  }

  private checkChange(row: ConsultationRow | AgencyReportRow, version: number): void {
    if (row.version !== version) throw versionStale();
    if (!isReferralOpen(row.referralStatus)) throw supportOfClosedCase();
  }

  private async checkReport(tx: Tx, actor: Actor, referralId: string, body: RecordAgencyReport): Promise<void> {
    if (body.reportedOn > this.clock.today()) throw dayInFuture('reportedOn');
    const { documentId } = body;
    if (documentId !== null && !(await this.repository.isDocumentOf(tx, actor.authorityId, referralId, documentId))) {
      throw documentNotOfCase();
    }
  }

  private replacing({ authorityId, userId: replacedBy }: Actor): Replacing {
    return { authorityId, replacedBy, replacedAt: this.clock.now() };
  }

  private async loadConsultation(tx: Tx, actor: Actor, id: string): Promise<Consultation> {
    const row = await this.repository.findConsultation(tx, actor, id);
    const [consultation] = await this.presentConsultations(tx, actor, row ? [row] : []);
    if (!consultation) throw consultationNotFound();
    return consultation;
  }

  private async loadReport(tx: Tx, actor: Actor, id: string): Promise<AgencyReport> {
    const row = await this.repository.findReport(tx, actor, id);
    const [report] = await this.presentReports(tx, actor, row ? [row] : []);
    if (!report) throw agencyReportNotFound();
    return report;
  }

  private async presentConsultations(tx: Tx, actor: Actor, rows: readonly ConsultationRow[]): Promise<Consultation[]> {
    const changed = idsOfChanged(actor, rows);
    const earlier = changed.length > 0 ? await this.earlier.findConsultations(tx, actor.authorityId, changed) : [];
    return rows.map(({ referralStatus: _, ...row }) => ({
      ...row,
      earlier: earlier
        .filter(({ consultationId }) => consultationId === row.id)
        .map(({ consultationId: __, ...before }) => ({ ...before, replacedAt: before.replacedAt.toISOString() })),
    }));
  }

  /** A panel member reads what a report says of itself; its file is for those who may open documents. */
  private async presentReports(tx: Tx, actor: Actor, rows: readonly AgencyReportRow[]): Promise<AgencyReport[]> {
    const changed = idsOfChanged(actor, rows);
    const earlier = changed.length > 0 ? await this.earlier.findReports(tx, actor.authorityId, changed) : [];
    const mayOpen = may(actor, 'document:list') || actor.emergencyGrants !== undefined;
    const file = mayOpen ? {} : { documentId: null, documentName: null };
    return rows.map(({ referralStatus: _, ...row }) => ({
      ...row,
      ...file,
      earlier: earlier
        .filter(({ agencyReportId }) => agencyReportId === row.id)
        .map(({ agencyReportId: __, ...before }) => ({
          ...before,
          ...file,
          replacedAt: before.replacedAt.toISOString(),
        })),
    }));
  }
}

/** Those that were changed, where the person works on the case: the panel judges by what is right now. */
function idsOfChanged(
  actor: Actor,
  rows: readonly { readonly id: string; readonly version: number }[],
): readonly string[] {
  const mayKnow = may(actor, 'consultation:change') || actor.emergencyGrants !== undefined;
  return mayKnow ? rows.filter(({ version }) => version > 1).map(({ id }) => id) : [];
}
