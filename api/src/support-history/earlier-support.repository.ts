import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type {
  AgencyReportFields,
  AgencyReportRow,
  ConsultationFields,
  ConsultationRow,
} from './support-history.repository.js';

interface Replaced {
  readonly replacedAt: Date;
  readonly replacedByName: string;
}

export interface EarlierConsultationRow extends ConsultationFields, Replaced {
  readonly consultationId: string;
}

export interface EarlierAgencyReportRow extends AgencyReportFields, Replaced {
  readonly agencyReportId: string;
  readonly documentName: string | null;
}

/** Who puts something else in its place, and when. */
export interface Replacing {
  readonly authorityId: number;
  readonly replacedBy: string;
  readonly replacedAt: Date;
}

/** What consultations and reports said before they were changed. The things themselves were already found to be visible. */
@Injectable()
export class EarlierSupportRepository {
  /** The newest first. */
  findConsultations(tx: Tx, authorityId: number, ids: readonly string[]): Promise<EarlierConsultationRow[]> {
    return tx.rows<EarlierConsultationRow>(
      `select e.consultation_id as "consultationId", e.held_on as "heldOn", e.teacher_name as "teacherName", e.asked,
              e.advice, e.replaced_at as "replacedAt", u.name as "replacedByName"
         from earlier_consultations e join users u on u.id = e.replaced_by
        where e.authority_id = $1 and e.consultation_id = any($2::uuid[]) order by e.consultation_id, e.number desc`,
      [authorityId, ids],
    );
  }

  /** The newest first. */
  findReports(tx: Tx, authorityId: number, ids: readonly string[]): Promise<EarlierAgencyReportRow[]> {
    return tx.rows<EarlierAgencyReportRow>(
      `select e.agency_report_id as "agencyReportId", e.reported_on as "reportedOn", e.agency, e.title, e.summary,
              e.document_id as "documentId", e.replaced_at as "replacedAt", u.name as "replacedByName",
              (select v.file_name from document_versions v
                 join documents d on d.authority_id = v.authority_id and d.id = v.document_id
                where v.authority_id = e.authority_id and v.document_id = e.document_id and d.removed_at is null
                order by v.number desc limit 1) as "documentName"
         from earlier_agency_reports e join users u on u.id = e.replaced_by
        where e.authority_id = $1 and e.agency_report_id = any($2::uuid[]) order by e.agency_report_id, e.number desc`,
      [authorityId, ids],
    );
  }

  /** Keeps what a locked consultation says, before it is changed. */
  async keepConsultation(tx: Tx, row: ConsultationRow, by: Replacing): Promise<void> {
    await tx.rows(
      `insert into earlier_consultations (authority_id, consultation_id, number, held_on, teacher_name, asked, advice,
         replaced_by, replaced_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[by.authorityId, row.id, row.version, row.heldOn, row.teacherName, row.asked, row.advice],
        ...[by.replacedBy, by.replacedAt],
      ],
    );
  }

  /** Keeps what a locked report says, before it is changed. */
  async keepReport(tx: Tx, row: AgencyReportRow, by: Replacing): Promise<void> {
    await tx.rows(
      `insert into earlier_agency_reports (authority_id, agency_report_id, number, reported_on, agency, title, summary,
         document_id, replaced_by, replaced_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[by.authorityId, row.id, row.version, row.reportedOn, row.agency, row.title, row.summary, row.documentId],
        ...[by.replacedBy, by.replacedAt],
      ],
    );
  }
}
