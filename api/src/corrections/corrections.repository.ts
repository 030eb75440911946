import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';

import type { Tx } from '../database/transactions.js';
import type { CorrectedField } from './correction.dto.js';

export interface CorrectionRow {
  readonly id: string;
  readonly field: CorrectedField;
  readonly oldValue: string;
  readonly newValue: string;
  readonly reason: string;
  readonly requestedByName: string;
  readonly outcome: 'accepted' | 'refused';
  readonly refusalReason: string | null;
  readonly disagreement: string | null;
  readonly decidedByName: string;
  readonly decidedAt: Date;
}

const columnOf: Readonly<Record<CorrectedField, string>> = {
  legalForename: 'legal_forename',
  legalSurname: 'legal_surname',
  preferredName: 'preferred_name',
  upn: 'upn',
  bornOn: 'born_on',
  sex: 'sex',
};

/** Corrected facts of a child, and the facts themselves. The case was already found to be visible. */
@Injectable()
export class CorrectionsRepository {
  findOfReferral(tx: Tx, authorityId: number, referralId: string): Promise<CorrectionRow[]> {
    return tx.rows<CorrectionRow>(
      `select c.id, c.field, c.old_value as "oldValue", c.new_value as "newValue", c.reason,
              c.requested_by_name as "requestedByName", c.outcome, c.refusal_reason as "refusalReason", c.disagreement,
              u.name as "decidedByName", c.decided_at as "decidedAt"
         from corrections c join users u on u.id = c.decided_by
        where c.authority_id = $1 and c.referral_id = $2 order by c.decided_at desc, c.id desc`,
      [authorityId, referralId],
    );
  }

  /** The fact as the child's record has it; holds the record until the transaction ends. */
  async lockFact(tx: Tx, authorityId: number, childId: string, field: CorrectedField): Promise<string> {
    const [row] = await tx.rows<{ value: string }>(
      `select ${columnOf[field]}::text as value from children where authority_id = $1 and id = $2 for update`,
      [authorityId, childId],
    );
    return row?.value ?? '';
  }

  async insert(
    tx: Tx,
    correction: Omit<CorrectionRow, 'id' | 'decidedByName'> & {
      readonly authorityId: number;
      readonly referralId: string;
      readonly decidedBy: string;
    },
  ): Promise<void> {
    await tx.rows(
      `insert into corrections (authority_id, referral_id, field, old_value, new_value, reason, requested_by_name, outcome,
         refusal_reason, disagreement, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        correction.authorityId,
        correction.referralId,
        correction.field,
        correction.oldValue,
        correction.newValue,
        correction.reason,
        correction.requestedByName,
        correction.outcome,
        correction.refusalReason,
        correction.disagreement,
        correction.decidedBy,
        correction.decidedAt,
      ],
    );
  }

  /** Everywhere the fact stands: the child, the pupil section and the name in lists of each of its cases. */
  async correct(
    tx: Tx,
    authorityId: number,
    childId: string,
    field: CorrectedField,
    newValue: string,
  ): Promise<'corrected' | 'upn_taken'> {
    try {
      await tx.rows(`update children set ${columnOf[field]} = $3 where authority_id = $1 and id = $2`, [
        authorityId,
        childId,
        newValue,
      ]);
    } catch (error) {
      if (isTakenUpn(error)) return 'upn_taken';
      throw error; // not ours to explain
    }
    await tx.rows(
      `update referral_sections s set answers = jsonb_set(s.answers, array[$3], to_jsonb($4::text)), version = s.version + 1
         from referrals r where r.authority_id = $1 and r.child_id = $2 and s.authority_id = $1 and s.referral_id = r.id
          and s.section = 'pupil'`,
      [authorityId, childId, field, newValue],
    );
    await tx.rows(
      `update referrals r set pupil_name = trim(coalesce(nullif(trim(c.preferred_name), ''), c.legal_forename) || ' ' || c.legal_surname)
         from children c where c.authority_id = $1 and c.id = $2 and r.authority_id = $1 and r.child_id = c.id`,
      [authorityId, childId],
    );
    return 'corrected';
  }
}

function isTakenUpn(error: unknown): boolean {
  if (error instanceof QueryFailedError) return isTakenUpn(error.driverError);
  return (
    typeof error === 'object' && error !== null && 'constraint' in error && error.constraint === 'children_upn_key'
  );
}
