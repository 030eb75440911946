import { Injectable } from '@nestjs/common';
import type { RecordClass } from '@panel/case-rules';

import type { Tx } from '../database/transactions.js';

export interface RetentionRuleRow {
  readonly recordClass: RecordClass;
  readonly months: number;
  readonly days: number;
  readonly version: number;
  readonly source: string;
  readonly setByName: string;
  readonly setAt: Date;
}

export interface CaseRetentionRow {
  readonly referralId: string;
  readonly reference: string;
  readonly recordClass: RecordClass;
  readonly keptUntil: string;
  readonly isOnHold: boolean;
  readonly hasOpenAccessRequest: boolean;
  readonly hasKeptAccessRequest: boolean;
}

export interface DestructionRow {
  readonly id: string;
  readonly recordClass: RecordClass;
  readonly ruleVersion: number;
  readonly ruleMonths: number;
  readonly ruleDays: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly idHashes: string[];
  readonly isReplay: boolean;
  readonly destroyedAt: Date;
}

/** Periods, what they mean for the cases of today, and what was destroyed. */
@Injectable()
export class RetentionRepository {
  /** The newest rule of each class that the authority has set itself. */
  findRules(tx: Tx, authorityId: number): Promise<RetentionRuleRow[]> {
    return tx.rows<RetentionRuleRow>(
      `select distinct on (r.record_class) r.record_class as "recordClass", r.months, r.days, r.version, r.source,
              u.name as "setByName", r.set_at as "setAt"
         from retention_rules r join users u on u.id = r.set_by
        where r.authority_id = $1 order by r.record_class, r.version desc`,
      [authorityId],
    );
  }

  /** False when somebody else has set the same version meanwhile. */
  async insertRule(
    tx: Tx,
    authorityId: number,
    rule: Omit<RetentionRuleRow, 'setByName'> & { readonly setBy: string },
  ): Promise<boolean> {
    const rows = await tx.rows(
      `insert into retention_rules (authority_id, record_class, version, months, days, source, set_by, set_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict on constraint retention_rules_version_key do nothing returning id`,
      [authorityId, rule.recordClass, rule.version, rule.months, rule.days, rule.source, rule.setBy, rule.setAt],
    );
    return rows.length === 1;
  }

  /** Cases whose period is over before the day, those first whose period ended first. */
  findDue(tx: Tx, day: string, limit: number): Promise<CaseRetentionRow[]> {
    return tx.rows<CaseRetentionRow>(
      `select referral_id as "referralId", reference, record_class as "recordClass", kept_until as "keptUntil",
              is_on_hold as "isOnHold", has_open_access_request as "hasOpenAccessRequest",
              has_kept_access_request as "hasKeptAccessRequest"
         from case_retention($1::date) where kept_until < $1::date order by kept_until, reference limit $2`,
      [day, limit],
    );
  }

  async countDue(tx: Tx, day: string): Promise<{ recordClass: RecordClass; due: number; kept: number }[]> {
    return tx.rows(
      `select record_class as "recordClass",
              count(*) filter (where not (is_on_hold or has_open_access_request or has_kept_access_request)) as due,
              count(*) filter (where is_on_hold or has_open_access_request or has_kept_access_request) as kept
         from case_retention($1::date) where kept_until < $1::date group by 1
       union all
       select 'access_request', count(*), 0 from access_requests
        where authority_id = scope_authority_id() and closed_on is not null and kept_until('access_request', closed_on) < $1::date
       union all
       select 'access_pack', count(*), 0 from access_packs
        where authority_id = scope_authority_id() and status = 'released'
          and kept_until('access_pack', (released_at at time zone 'Europe/London')::date) < $1::date
       union all
       select 'mail', count(*), 0 from outbox_mails
        where authority_id = scope_authority_id() and coalesce(sent_at, given_up_at) is not null
          and kept_until('mail', (coalesce(sent_at, given_up_at) at time zone 'Europe/London')::date) < $1::date
       union all
       select 'repeat_protection', count(*), 0 from idempotency_keys
        where authority_id = scope_authority_id()
          and kept_until('repeat_protection', (created_at at time zone 'Europe/London')::date) < $1::date`,
      [day],
    );
  }

  findDestructions(tx: Tx, authorityId: number): Promise<DestructionRow[]> {
    return tx.rows<DestructionRow>(
      `select id, record_class as "recordClass", rule_version as "ruleVersion", rule_months as "ruleMonths",
              rule_days as "ruleDays", counts, id_hashes as "idHashes", is_replay as "isReplay", destroyed_at as "destroyedAt"
         from destructions where authority_id = $1 order by destroyed_at desc, id desc limit 500`,
      [authorityId],
    );
  }
}
