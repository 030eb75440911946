import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

export interface NewSchoolCorrection {
  readonly authorityId: number;
  readonly schoolId: string;
  readonly field: string;
  readonly registerValue: string | null;
  readonly reason: string;
  readonly correctedBy: string;
  readonly correctedAt: Date;
}

@Injectable()
export class SchoolCorrectionsRepository {
  /** A second correction of a field keeps what the register says of it. */
  async put(tx: Tx, correction: NewSchoolCorrection): Promise<void> {
    await tx.rows(
      `insert into school_corrections (authority_id, school_id, field, register_value, reason, corrected_by, corrected_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict on constraint school_corrections_once do update set reason = excluded.reason, corrected_by = excluded.corrected_by,
         corrected_at = excluded.corrected_at`,
      [
        correction.authorityId,
        correction.schoolId,
        correction.field,
        correction.registerValue,
        correction.reason,
        correction.correctedBy,
        correction.correctedAt,
      ],
    );
  }

  async findFields(
    tx: Tx,
    authorityId: number,
    schoolId: string,
  ): Promise<{ readonly field: string; readonly registerValue: string | null }[]> {
    return tx.rows(
      'select field, register_value as "registerValue" from school_corrections where authority_id = $1 and school_id = $2',
      [authorityId, schoolId],
    );
  }

  async remove(tx: Tx, authorityId: number, schoolId: string): Promise<void> {
    await tx.rows('delete from school_corrections where authority_id = $1 and school_id = $2', [authorityId, schoolId]);
  }
}
