import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import type { CaseForm, FormThing, SentForm } from './case-forms.js';

export interface FormDraftRow {
  readonly version: number;
  readonly answers: Record<string, unknown>;
  readonly savedAt: Date;
}

export interface FormDraftKey {
  readonly form: CaseForm;
  readonly subjectId: string;
}

/** Drafts of forms: everybody's own. Every question is asked for the person who asks, whatever the role. */
@Injectable()
export class FormDraftsRepository {
  async find(tx: Tx, actor: Actor, { form, subjectId }: FormDraftKey): Promise<FormDraftRow | null> {
    const [row] = await tx.rows<FormDraftRow>(
      `select version, answers, saved_at as "savedAt" from form_drafts
        where authority_id = $1 and user_id = $2 and form = $3 and subject_id = $4`,
      [actor.authorityId, actor.userId, form, subjectId],
    );
    return row ?? null;
  }

  /** Whether a thing is one of the case. */
  async isOfCase(tx: Tx, actor: Actor, thing: FormThing, referralId: string, id: string): Promise<boolean> {
    const found = await tx.rows(`select 1 from ${thing} where authority_id = $1 and referral_id = $2 and id = $3`, [
      actor.authorityId,
      referralId,
      id,
    ]);
    return found.length > 0;
  }

  /** Stores the answers if `version` is still the newest (0: nothing kept yet). Gives the new version, or null when it is stale. */
  async save(
    tx: Tx,
    actor: Actor,
    draft: FormDraftKey & {
      readonly referralId: string;
      readonly answers: Readonly<Record<string, unknown>>;
      readonly savedAt: Date;
    },
    version: number,
  ): Promise<number | null> {
    const { form, subjectId, referralId, answers, savedAt } = draft;
    const values = [actor.authorityId, actor.userId, form, subjectId, JSON.stringify(answers), savedAt];
    const sql =
      version === 0
        ? `insert into form_drafts (authority_id, user_id, form, subject_id, answers, saved_at, referral_id)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning version`
        : `update form_drafts set answers = $5, saved_at = $6, version = version + 1
            where authority_id = $1 and user_id = $2 and form = $3 and subject_id = $4 and version = $7 returning version`;
    const [row] = await tx.rows<{ version: number }>(sql, [...values, version === 0 ? referralId : version]);
    return row?.version ?? null;
  }

  /** Gives whether there was one. */
  async delete(
    tx: Tx,
    authorityId: number,
    userId: string,
    { form, subjectId }: FormDraftKey | SentForm,
  ): Promise<boolean> {
    const gone = await tx.rows(
      `delete from form_drafts where authority_id = $1 and user_id = $2 and form = $3 and subject_id = $4 returning 1`,
      [authorityId, userId, form, subjectId],
    );
    return gone.length > 0;
  }

  async deleteOlder(tx: Tx, authorityId: number, before: Date): Promise<void> {
    await tx.rows('delete from form_drafts where authority_id = $1 and saved_at < $2', [authorityId, before]);
  }
}
