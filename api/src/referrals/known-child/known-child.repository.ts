import { Injectable } from '@nestjs/common';
import type { ReferralSection } from '@panel/case-rules';

import type { Tx } from '../../database/transactions.js';

export interface EarlierRow {
  readonly id: string;
  readonly reference: string;
  readonly sentOn: string;
  readonly pupilName: string;
}

export interface OpenRow {
  readonly id: string;
  readonly reference: string;
  readonly schoolId: string;
  readonly coordinatorName: string | null;
}

export interface RegisteredChild {
  readonly upn: string;
  readonly legalForename: string;
  readonly legalSurname: string;
  readonly preferredName: string;
  readonly bornOn: string;
  readonly sex: string;
}

/** What is known of a child before a new referral. The school was already found to be the person's own. */
@Injectable()
export class KnownChildRepository {
  /** Of this school only: what another school once wrote stays with it. */
  async findEarlier(tx: Tx, authorityId: number, schoolId: string, upn: string): Promise<EarlierRow | null> {
    const [row] = await tx.rows<EarlierRow>(
      `select r.id, r.reference, r.submitted_on as "sentOn", r.pupil_name as "pupilName"
         from referrals r
        where r.authority_id = $1 and r.school_id = $2 and r.submitted_on is not null
          and r.child_id = surviving_child((select c.id from children c where c.authority_id = $1 and c.upn = $3))
        order by r.submitted_on desc, r.id desc limit 1`,
      [authorityId, schoolId, upn],
    );
    return row ?? null;
  }

  /** With whom to ask about it: its coordinator, else whom the authority has named, else one of its coordinators. */
  async findOpen(tx: Tx, authorityId: number, upn: string): Promise<OpenRow | null> {
    const [row] = await tx.rows<OpenRow>(
      `select r.id, r.reference, r.school_id as "schoolId",
              coalesce(
                (select u.name from users u where u.id = r.assigned_to and u.is_active),
                (select d.service_name from contact_details d where d.authority_id = r.authority_id),
                (select u.name from role_grants g join users u on u.id = g.user_id and u.is_active
                  where g.authority_id = r.authority_id and g.role = 'coordinator' order by u.name limit 1)) as "coordinatorName"
         from referrals r
        where r.authority_id = $1
          and r.child_id = surviving_child((select c.id from children c where c.authority_id = $1 and c.upn = $2))
          and r.status not in ('closed', 'withdrawn', 'declined') limit 1`,
      [authorityId, upn],
    );
    return row ?? null;
  }

  /** The child of a referral as the register has it now: facts may have been corrected since it was sent. */
  async findChild(tx: Tx, authorityId: number, referralId: string): Promise<RegisteredChild | null> {
    const [row] = await tx.rows<RegisteredChild>(
      `select c.upn, c.legal_forename as "legalForename", c.legal_surname as "legalSurname", c.preferred_name as "preferredName",
              c.born_on as "bornOn", c.sex
         from referrals r join children c on c.authority_id = r.authority_id and c.id = r.child_id
        where r.authority_id = $1 and r.id = $2`,
      [authorityId, referralId],
    );
    return row ?? null;
  }

  /** A section that nobody has written yet, with what was copied into it. */
  async insertCopied(
    tx: Tx,
    copied: {
      readonly authorityId: number;
      readonly referralId: string;
      readonly section: ReferralSection;
      readonly answers: object;
      readonly savedAt: Date;
      readonly savedBy: string;
      readonly reference: string;
      readonly sentOn: string;
    },
  ): Promise<void> {
    await tx.rows(
      `insert into referral_sections (authority_id, referral_id, section, answers, saved_at, saved_by, copied_reference, copied_sent_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        copied.authorityId,
        copied.referralId,
        copied.section,
        JSON.stringify(copied.answers),
        copied.savedAt,
        copied.savedBy,
        copied.reference,
        copied.sentOn,
      ],
    );
  }

  /** Counts as this person's answers, as if they had typed them; the section itself does not change. */
  async confirm(
    tx: Tx,
    authorityId: number,
    referralId: string,
    section: ReferralSection,
    answers: readonly string[],
    by: { readonly userId: string; readonly at: Date },
  ): Promise<void> {
    const changes = Object.fromEntries(answers.map((path) => [path, { by: by.userId, at: by.at }]));
    await tx.rows(
      `update referral_sections set changes = $4::jsonb || changes
        where authority_id = $1 and referral_id = $2 and section = $3 and copied_reference is not null`,
      [authorityId, referralId, section, JSON.stringify(changes)],
    );
  }
}
