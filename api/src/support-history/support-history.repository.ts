import { Injectable } from '@nestjs/common';
import type { Agency, ConsultationTime, ReferralStatus } from '@panel/case-rules';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import { visibleTo } from '../referrals/referral-visibility.js';

export interface ConsultationFields {
  readonly heldOn: string;
  readonly teacherName: string;
  readonly asked: ConsultationTime;
  readonly advice: string;
}

export interface ConsultationRow extends ConsultationFields {
  readonly id: string;
  readonly referralId: string;
  readonly referralStatus: ReferralStatus;
  readonly version: number;
  readonly recordedByName: string;
}

export interface AgencyReportFields {
  readonly reportedOn: string;
  readonly agency: Agency;
  readonly title: string;
  readonly summary: string;
  readonly documentId: string | null;
}

export interface AgencyReportRow extends AgencyReportFields {
  readonly id: string;
  readonly referralId: string;
  readonly referralStatus: ReferralStatus;
  readonly version: number;
  readonly documentName: string | null;
  readonly recordedByName: string;
}

interface Recorded {
  readonly authorityId: number;
  readonly referralId: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

const consultations = `select c.id, c.referral_id as "referralId", r.status as "referralStatus", c.version, c.held_on as "heldOn",
         c.teacher_name as "teacherName", c.asked, c.advice, u.name as "recordedByName"
    from consultations c
    join referrals r on r.authority_id = c.authority_id and r.id = c.referral_id
    join users u on u.id = c.recorded_by`;

const reports = `select a.id, a.referral_id as "referralId", r.status as "referralStatus", a.version, a.reported_on as "reportedOn",
         a.agency, a.title, a.summary, a.document_id as "documentId", u.name as "recordedByName",
         (select v.file_name from document_versions v join documents d on d.authority_id = v.authority_id and d.id = v.document_id
           where v.authority_id = a.authority_id and v.document_id = a.document_id and d.removed_at is null
           order by v.number desc limit 1) as "documentName"
    from agency_reports a
    join referrals r on r.authority_id = a.authority_id and r.id = a.referral_id
    join users u on u.id = a.recorded_by`;

/** What was done for a child besides the referral's own answers; seen by whoever sees the referral. */
@Injectable()
export class SupportHistoryRepository {
  findConsultations(tx: Tx, authorityId: number, referralId: string): Promise<ConsultationRow[]> {
    return tx.rows<ConsultationRow>(
      `${consultations} where c.authority_id = $1 and c.referral_id = $2 order by c.held_on, c.id`,
      [authorityId, referralId],
    );
  }

  findReports(tx: Tx, authorityId: number, referralId: string): Promise<AgencyReportRow[]> {
    return tx.rows<AgencyReportRow>(
      `${reports} where a.authority_id = $1 and a.referral_id = $2 order by a.reported_on, a.id`,
      [authorityId, referralId],
    );
  }

  async findConsultation(
    tx: Tx,
    actor: Actor,
    consultationId: string,
    locking: '' | 'for update of c' = '',
  ): Promise<ConsultationRow | null> {
    const values: unknown[] = [consultationId];
    const [row] = await tx.rows<ConsultationRow>(
      `${consultations} where c.id = $1 and ${visibleTo(actor, values)} ${locking}`,
      values,
    );
    return row ?? null;
  }

  async findReport(
    tx: Tx,
    actor: Actor,
    agencyReportId: string,
    locking: '' | 'for update of a' = '',
  ): Promise<AgencyReportRow | null> {
    const values: unknown[] = [agencyReportId];
    const [row] = await tx.rows<AgencyReportRow>(
      `${reports} where a.id = $1 and ${visibleTo(actor, values)} ${locking}`,
      values,
    );
    return row ?? null;
  }

  /** Whether a document is one of the case that has not been removed. */
  async isDocumentOf(tx: Tx, authorityId: number, referralId: string, documentId: string): Promise<boolean> {
    const found = await tx.rows(
      'select 1 from documents where authority_id = $1 and referral_id = $2 and id = $3 and removed_at is null',
      [authorityId, referralId, documentId],
    );
    return found.length > 0;
  }

  async insertConsultation(tx: Tx, row: ConsultationFields & Recorded): Promise<string> {
    const [inserted] = await tx.rows<{ id: string }>(
      `insert into consultations (authority_id, referral_id, held_on, teacher_name, asked, advice, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [row.authorityId, row.referralId, ...valuesOfConsultation(row), row.recordedBy, row.recordedAt],
    );
    if (!inserted) throw new Error('the insert of a consultation gave no id');
    return inserted.id;
  }

  /** Saves a locked consultation as its next version. */
  async changeConsultation(tx: Tx, authorityId: number, id: string, fields: ConsultationFields): Promise<void> {
    await tx.rows(
      `update consultations set held_on = $3, teacher_name = $4, asked = $5, advice = $6, version = version + 1
        where authority_id = $1 and id = $2`,
      [authorityId, id, ...valuesOfConsultation(fields)],
    );
  }

  async insertReport(tx: Tx, row: AgencyReportFields & Recorded): Promise<string> {
    const [inserted] = await tx.rows<{ id: string }>(
      `insert into agency_reports (authority_id, referral_id, reported_on, agency, title, summary, document_id, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [row.authorityId, row.referralId, ...valuesOfReport(row), row.recordedBy, row.recordedAt],
    );
    if (!inserted) throw new Error('the insert of a report gave no id');
    return inserted.id;
  }

  /** Saves a locked report as its next version. */
  async changeReport(tx: Tx, authorityId: number, id: string, fields: AgencyReportFields): Promise<void> {
    await tx.rows(
      `update agency_reports set reported_on = $3, agency = $4, title = $5, summary = $6, document_id = $7, version = version + 1
        where authority_id = $1 and id = $2`,
      [authorityId, id, ...valuesOfReport(fields)],
    );
  }
}

function valuesOfConsultation(fields: ConsultationFields): unknown[] {
  return [fields.heldOn, fields.teacherName.trim(), fields.asked, fields.advice.trim()];
}

function valuesOfReport(fields: AgencyReportFields): unknown[] {
  return [fields.reportedOn, fields.agency, fields.title.trim(), fields.summary.trim(), fields.documentId];
}
