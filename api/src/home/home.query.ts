import { Injectable } from '@nestjs/common';
import { latestOverdueDate, type ReferralStatus, ROLES, type Role } from '@panel/case-rules';

import { type Actor, hasRole, providerIds, sencoSchoolIds } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';

interface TaskKind {
  readonly code: string;
  readonly title: string;
  readonly link: string;
  readonly role: Role;
  /** Counts what waits; $1 the authority, $2 the schools, $3 the providers, $4 today. */
  readonly sql: string;
  /** Counts what of it is overdue; also $5, the latest due date that is overdue today. Left out where no day is promised. */
  readonly overdueSql?: string;
}

/** By the deadlines of the authority, which stand with the case. */
const overdueOf = (status: ReferralStatus): string =>
  `select count(*) from referrals where authority_id = $1 and status = '${status}' and due_on <= $5::date`;
const ofSchools = 'authority_id = $1 and school_id = any($2::uuid[])';
const ofProviders = `authority_id = $1 and provider_id = any($3::uuid[]) and exists (
  select 1 from referrals r where r.authority_id = allocations.authority_id and r.id = referral_id and r.provider_consent is not false)`;

const kinds: readonly TaskKind[] = [
  {
    code: 'drafts',
    title: 'Referrals to finish',
    link: '/referrals?status=draft',
    role: 'senco',
    sql: `select count(*) from referrals where ${ofSchools} and status = 'draft'`,
  },
  {
    code: 'drafts_expiring',
    title: 'Drafts that will be deleted soon',
    link: '/referrals?status=draft',
    role: 'senco',
    sql: `select count(distinct r.id) from draft_warnings w
            join referrals r on r.authority_id = w.authority_id and r.id = w.referral_id
           where w.authority_id = $1 and r.school_id = any($2::uuid[]) and r.status = 'draft'
             and not exists (select 1 from referral_sections s where s.authority_id = r.authority_id and s.referral_id = r.id
                                and s.saved_at > w.warned_at)`,
  },
  {
    code: 'returned',
    title: 'Referrals returned to you',
    link: '/referrals?status=returned',
    role: 'senco',
    sql: `select count(*) from referrals where ${ofSchools} and status = 'returned'`,
    overdueSql: `select count(*) from referrals where ${ofSchools} and status = 'returned' and due_on <= $5::date`,
  },
  {
    code: 'with_coordinator',
    title: 'Referrals with the coordinator',
    link: '/referrals?status=submitted',
    role: 'senco',
    sql: `select count(*) from referrals where ${ofSchools} and status = 'submitted'`,
  },
  {
    code: 'to_triage',
    title: 'Referrals to look at',
    link: '/queue',
    role: 'coordinator',
    sql: "select count(*) from referrals where authority_id = $1 and status = 'submitted'",
    overdueSql: overdueOf('submitted'),
  },
  {
    code: 'to_assess',
    title: 'Risks to assess',
    link: '/referrals?status=accepted',
    role: 'coordinator',
    sql: "select count(*) from referrals where authority_id = $1 and status = 'accepted'",
    overdueSql: overdueOf('accepted'),
  },
  {
    code: 'ready',
    title: 'Cases ready for a panel',
    link: '/referrals?status=ready_for_panel',
    role: 'coordinator',
    sql: "select count(*) from referrals where authority_id = $1 and status = 'ready_for_panel'",
  },
  {
    code: 'to_review',
    title: 'Cases in delivery to review',
    link: '/referrals?status=in_delivery',
    role: 'coordinator',
    sql: "select count(*) from referrals where authority_id = $1 and status = 'in_delivery'",
    overdueSql: overdueOf('in_delivery'),
  },
  {
    code: 'consent_withdrawn',
    title: 'Cases on an agenda whose family withdrew its agreement',
    link: '/panels',
    role: 'coordinator',
    sql: `select count(*) from agenda_items i
            join panels p on p.authority_id = i.authority_id and p.id = i.panel_id
            join referrals r on r.authority_id = i.authority_id and r.id = i.referral_id
           where i.authority_id = $1 and p.status <> 'closed' and r.panel_consent is false and r.status <> 'withdrawn'
             and not exists (select 1 from decisions d where d.authority_id = i.authority_id and d.agenda_item_id = i.id)`,
  },
  {
    code: 'panels',
    title: 'Panels that are not closed',
    link: '/panels',
    role: 'coordinator',
    sql: "select count(*) from panels where authority_id = $1 and status <> 'closed'",
  },
  {
    code: 'packs',
    title: 'Panel packs to read',
    link: '/panels',
    role: 'panel_member',
    sql: "select count(*) from panels where authority_id = $1 and status in ('papers_published', 'in_session')",
  },
  {
    code: 'to_accept',
    title: 'Allocations to accept',
    link: '/allocations',
    role: 'provider',
    sql: `select count(*) from allocations where ${ofProviders} and status = 'approved'`,
  },
  {
    code: 'active',
    title: 'Children you are supporting',
    link: '/allocations',
    role: 'provider',
    sql: `select count(*) from allocations where ${ofProviders} and status in ('accepted', 'active')`,
  },
  {
    code: 'contracts',
    title: 'Contracts in force',
    link: '/contracts',
    role: 'contract_manager',
    sql: 'select count(*) from contracts where authority_id = $1 and $4::date between starts_on and ends_on',
  },
  {
    code: 'to_approve',
    title: 'Reports to approve',
    link: '/reports',
    role: 'board_member',
    sql: "select count(*) from reports where authority_id = $1 and status = 'draft'",
  },
  {
    code: 'published',
    title: 'Published reports',
    link: '/reports',
    role: 'board_member',
    sql: "select count(*) from reports where authority_id = $1 and status = 'published'",
  },
  {
    code: 'rate_cards',
    title: 'Rate cards',
    link: '/rate-cards',
    role: 'administrator',
    sql: 'select count(*) from rate_cards where authority_id = $1',
  },
  ...(['coordinator', 'data_protection_officer'] as const).map((role) => ({
    code: `emergency_${role}`,
    title: 'Emergency accesses to look at',
    link: '/emergency-accesses',
    role,
    sql: 'select count(*) from emergency_accesses where authority_id = $1 and review_outcome is null',
  })),
  {
    code: 'access_requests',
    title: 'Access requests to answer',
    link: '/access-requests',
    role: 'data_protection_officer',
    sql: "select count(*) from access_requests where authority_id = $1 and status = 'open'",
  },
  {
    code: 'audit',
    title: 'Audit events today',
    link: '/audit-events',
    role: 'data_protection_officer',
    sql: 'select count(*) from audit_events where authority_id = $1 and at >= $4::date',
  },
];

export interface HomeTaskRow {
  readonly code: string;
  readonly title: string;
  readonly link: string;
  readonly count: number;
  readonly overdue: number;
}

/** What waits for a person, by role: the start page, and the lines of the demo's people. */
@Injectable()
export class HomeQuery {
  async run(tx: Tx, actor: Actor, today: string): Promise<HomeTaskRow[]> {
    const roles = ROLES.filter((role) => hasRole(actor, role));
    const mine = kinds.filter((kind) => roles.includes(kind.role));
    if (mine.length === 0) return [];
    const counts = mine.flatMap((kind) => [
      `(${kind.sql}) as "${kind.code}"`,
      ...(kind.overdueSql === undefined ? [] : [`(${kind.overdueSql}) as "${kind.code} overdue"`]),
    ]);
    // All parameters are named once, so that Postgres knows their types whichever of them the counts use.
    const [row] = await tx.rows<Record<string, number>>(
      `with known as (select $1::integer, $2::uuid[], $3::uuid[], $4::date, $5::date)
       select ${counts.join(', ')} from known`,
      [actor.authorityId, sencoSchoolIds(actor), providerIds(actor), today, latestOverdueDate(today)],
    );
    return mine.map(({ code, title, link }) => ({
      code,
      title,
      link,
      count: row?.[code] ?? 0,
      overdue: row?.[`${code} overdue`] ?? 0,
    }));
  }
}
