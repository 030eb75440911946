import { Injectable } from '@nestjs/common';
import type { ReferralSection } from '@panel/case-rules';

import type { Tx } from '../database/transactions.js';
import type { ReturnItem, ReturnQuestion } from './triage.dto.js';

interface Row {
  readonly id: string;
  readonly round: number;
  readonly section: ReferralSection;
  readonly field: string;
  readonly question: string;
  readonly askedAt: Date;
  readonly askedByName: string;
  readonly answer: string;
  readonly answeredAt: Date | null;
  readonly answeredByName: string | null;
  readonly version: number;
  readonly askedOfVersion: number | null;
}

/** A question with the version of the referral that was returned with it. */
export type KeptReturnItem = ReturnItem & Pick<Row, 'askedOfVersion'>;

/** What was asked when a referral was returned. The case was already found to be visible. */
@Injectable()
export class ReturnItemsRepository {
  async findOfReferral(tx: Tx, authorityId: number, referralId: string): Promise<KeptReturnItem[]> {
    const rows = await tx.rows<Row>(
      `select i.id, i.round, i.section, i.field, i.question, i.asked_at as "askedAt", a.name as "askedByName", i.answer,
              i.answered_at as "answeredAt", b.name as "answeredByName", i.version, i.asked_of_version as "askedOfVersion"
         from return_items i join users a on a.id = i.asked_by left join users b on b.id = i.answered_by
        where i.authority_id = $1 and i.referral_id = $2 order by i.round desc, i.position`,
      [authorityId, referralId],
    );
    return rows.map(({ askedAt, answeredAt, ...row }) => ({
      ...row,
      askedAt: askedAt.toISOString(),
      isAnswered: answeredAt !== null,
      answeredAt: answeredAt?.toISOString() ?? null,
    }));
  }

  async insert(
    tx: Tx,
    asked: {
      readonly authorityId: number;
      readonly referralId: string;
      readonly round: number;
      readonly by: string;
      readonly at: Date;
    },
    questions: readonly ReturnQuestion[],
  ): Promise<void> {
    for (const [index, { section, field, question }] of questions.entries()) {
      await tx.rows(
        `insert into return_items (authority_id, referral_id, round, position, section, field, question, asked_by, asked_at, asked_of_version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
           (select max(number) from referral_versions where authority_id = $1 and referral_id = $2))`,
        [asked.authorityId, asked.referralId, asked.round, index + 1, section, field, question, asked.by, asked.at],
      );
    }
  }

  /** Marks it if `version` is still the newest; false when it is stale. */
  async mark(
    tx: Tx,
    item: { readonly authorityId: number; readonly id: string; readonly version: number },
    mark: { readonly answer: string; readonly by: string | null; readonly at: Date | null },
  ): Promise<boolean> {
    const rows = await tx.rows(
      `update return_items set answer = $4, answered_by = $5, answered_at = $6, version = version + 1
        where authority_id = $1 and id = $2 and version = $3 returning id`,
      [item.authorityId, item.id, item.version, mark.answer, mark.by, mark.at],
    );
    return rows.length > 0;
  }
}
