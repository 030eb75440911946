import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

export interface ConsentEventRow {
  readonly id: string;
  readonly kind: 'withdrawn' | 'given';
  readonly panelSchools: boolean;
  readonly providers: boolean;
  readonly saidByName: string;
  readonly relationship: string;
  readonly saidOn: string;
  readonly channel: string;
  readonly note: string;
  readonly recordedByName: string;
  readonly recordedAt: Date;
}

/** A case that is shared only until a certain day, as typed in its referral. */
export interface EndingConsent {
  readonly referralId: string;
  readonly expiresOn: string;
}

/** The family's word on sharing after the referral was sent. Only added to; the table refuses anything else. */
@Injectable()
export class ConsentRepository {
  /** In the order in which they were recorded. The referral was already found to be visible. */
  findOfReferral(tx: Tx, authorityId: number, referralId: string): Promise<ConsentEventRow[]> {
    return tx.rows<ConsentEventRow>(
      `select e.id, e.kind, e.panel_schools as "panelSchools", e.providers, e.said_by_name as "saidByName", e.relationship,
              e.said_on as "saidOn", e.channel, e.note, u.name as "recordedByName", e.recorded_at as "recordedAt"
         from consent_events e join users u on u.id = e.recorded_by
        where e.authority_id = $1 and e.referral_id = $2 order by e.recorded_at, e.id`,
      [authorityId, referralId],
    );
  }

  /** Cases whose referral says until when the family agreed, and for which no newer word counts in every respect. */
  findWithEnd(tx: Tx, authorityId: number): Promise<EndingConsent[]> {
    return tx.rows<EndingConsent>(
      `select r.id as "referralId", s.answers ->> 'expiresOn' as "expiresOn"
         from referrals r
         join referral_sections s on s.authority_id = r.authority_id and s.referral_id = r.id and s.section = 'consent'
        where r.authority_id = $1 and r.submitted_on is not null and coalesce(s.answers ->> 'expiresOn', '') <> ''
          and (r.panel_consent is null or r.provider_consent is null)
        for update of r`,
      [authorityId],
    );
  }

  /** What the family has said since for a group stands; for the others the agreement of the referral is over. */
  async end(tx: Tx, authorityId: number, referralId: string): Promise<void> {
    await tx.rows(
      `update referrals set panel_consent = coalesce(panel_consent, false), provider_consent = coalesce(provider_consent, false),
              version = version + 1 where authority_id = $1 and id = $2`,
      [authorityId, referralId],
    );
  }

  async insert(
    tx: Tx,
    event: Omit<ConsentEventRow, 'id' | 'recordedByName'> & {
      readonly authorityId: number;
      readonly referralId: string;
      readonly recordedBy: string;
    },
  ): Promise<void> {
    await tx.rows(
      `insert into consent_events (authority_id, referral_id, kind, panel_schools, providers, said_by_name, relationship, said_on,
         channel, note, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        event.authorityId,
        event.referralId,
        event.kind,
        event.panelSchools,
        event.providers,
        event.saidByName,
        event.relationship,
        event.saidOn,
        event.channel,
        event.note,
        event.recordedBy,
        event.recordedAt,
      ],
    );
  }
}
