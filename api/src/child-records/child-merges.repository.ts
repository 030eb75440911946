import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { MergeFacts, MergeRecord, MergeReferral } from './child-merge.dto.js';
import type { ChildMergeListItem } from './child-record.dto.js';

export interface StoredLink {
  readonly id: string;
  readonly childId: string;
  readonly siblingId: string;
  readonly reason: string;
  readonly linkedBy: string;
  readonly linkedAt: string;
}

/** What a merge took from one record to the other, by ids. */
export interface MovedThings {
  readonly referrals: readonly string[];
  readonly accessRequests: readonly string[];
  readonly legalHolds: readonly string[];
  readonly moves: readonly string[];
  /** Links of the merged record as they were, and those that stand for them now. */
  readonly links: readonly StoredLink[];
  readonly newLinks: readonly string[];
}

export interface StoredMerge {
  readonly id: string;
  readonly version: number;
  readonly keptChildId: string;
  readonly mergedChildId: string;
  readonly reason: string;
  readonly keptBefore: MergeFacts;
  readonly keptAfter: MergeFacts;
  readonly mergedBefore: MergeFacts;
  readonly moved: MovedThings;
  readonly mergedByName: string;
  readonly mergedAt: Date;
  readonly undoneByName: string | null;
  readonly undoneAt: Date | null;
  readonly undoReason: string | null;
}

const facts = `jsonb_build_object('upn', c.upn, 'legalForename', c.legal_forename, 'legalSurname', c.legal_surname,
  'preferredName', c.preferred_name, 'bornOn', c.born_on, 'sex', c.sex, 'ncYear', c.nc_year)`;
const openStatus = "r.status not in ('draft', 'closed', 'withdrawn', 'declined')";

/** Merges as they are stored, and what moves between two records. */
@Injectable()
export class ChildMergesRepository {
  async findOfChild(tx: Tx, authorityId: number, childId: string): Promise<ChildMergeListItem[]> {
    const rows = await tx.rows<{ id: string; mergedAt: Date; undoneAt: Date | null }>(
      `select id, merged_at as "mergedAt", undone_at as "undoneAt" from child_merges
        where authority_id = $1 and kept_child_id = $2 order by merged_at desc`,
      [authorityId, childId],
    );
    return rows.map(({ id, mergedAt, undoneAt }) => ({
      id,
      mergedAt: mergedAt.toISOString(),
      undoneAt: undoneAt?.toISOString() ?? null,
    }));
  }

  /** Holds both rows, always in the same order, so that two merges of the same children wait for each other. */
  async lockBoth(tx: Tx, authorityId: number, childIds: readonly string[]): Promise<void> {
    await tx.rows('select 1 from children where authority_id = $1 and id = any($2::uuid[]) order by id for update', [
      authorityId,
      childIds,
    ]);
  }

  async findRecord(tx: Tx, authorityId: number, childId: string): Promise<MergeRecord | null> {
    const [row] = await tx.rows<Omit<MergeRecord, 'referrals'>>(
      `select c.id, c.version, ${facts} as facts,
              (select count(*)::integer from documents d join referrals r on r.authority_id = d.authority_id and r.id = d.referral_id
                where r.authority_id = c.authority_id and r.child_id = c.id and d.removed_at is null) as documents,
              (select count(*)::integer from sibling_links l where l.authority_id = c.authority_id and c.id in (l.child_id, l.sibling_id)) as siblings,
              (select count(*)::integer from child_moves m where m.authority_id = c.authority_id and m.child_id = c.id) as moves,
              (select count(*)::integer from access_requests q where q.authority_id = c.authority_id and q.child_id = c.id) as "accessRequests",
              (select count(*)::integer from legal_holds h where h.authority_id = c.authority_id and h.child_id = c.id and h.lifted_at is null)
                as "legalHolds"
         from children c where c.authority_id = $1 and c.id = $2 and c.merged_into_id is null`,
      [authorityId, childId],
    );
    return row ? { ...row, referrals: await this.findReferrals(tx, authorityId, childId) } : null;
  }

  private findReferrals(tx: Tx, authorityId: number, childId: string): Promise<MergeReferral[]> {
    return tx.rows<MergeReferral>(
      `select r.reference, s.name as "schoolName", r.status, ${openStatus} as "isOpen"
         from referrals r join schools s on s.authority_id = r.authority_id and s.id = r.school_id
        where r.authority_id = $1 and r.child_id = $2 order by r.listed_on desc, r.id`,
      [authorityId, childId],
    );
  }

  /** Everything of the one record that becomes the other's. */
  async moveAll(tx: Tx, authorityId: number, from: string, to: string): Promise<MovedThings> {
    const who = [authorityId, from, to];
    const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
    const moveOf = async (table: 'referrals' | 'access_requests' | 'legal_holds'): Promise<string[]> =>
      ids(
        await tx.rows<{ id: string }>(
          `update ${table} set child_id = $3 where authority_id = $1 and child_id = $2 returning id`,
          who,
        ),
      );
    const [referrals, accessRequests, legalHolds] = [
      await moveOf('referrals'),
      await moveOf('access_requests'),
      await moveOf('legal_holds'),
    ];
    // Of two moves on one day the kept record's own stays.
    const moves = await tx.rows<{ id: string }>(
      `update child_moves m set child_id = $3 where authority_id = $1 and child_id = $2
          and not exists (select 1 from child_moves k where k.authority_id = $1 and k.child_id = $3 and k.moved_on = m.moved_on)
       returning id`,
      who,
    );
    const links = await tx.rows<StoredLink>(
      `delete from sibling_links where authority_id = $1 and $2::uuid in (child_id, sibling_id)
       returning id, child_id as "childId", sibling_id as "siblingId", reason, linked_by as "linkedBy", linked_at::text as "linkedAt"`,
      [authorityId, from],
    );
    const newLinks = await tx.rows<{ id: string }>(
      `insert into sibling_links (authority_id, child_id, sibling_id, reason, linked_by, linked_at)
       select $1, least(o.other, $3::uuid), greatest(o.other, $3::uuid), l.reason, l."linkedBy", l."linkedAt"
         from jsonb_to_recordset($4::jsonb) as l("childId" uuid, "siblingId" uuid, reason text, "linkedBy" uuid, "linkedAt" timestamptz)
         cross join lateral (select case when l."childId" = $2::uuid then l."siblingId" else l."childId" end as other) o
        where o.other <> $3::uuid
       on conflict on constraint sibling_links_once do nothing returning id`,
      [...who, JSON.stringify(links)],
    );
    return { referrals, accessRequests, legalHolds, moves: ids(moves), links, newLinks: ids(newLinks) };
  }

  /** Puts back what is still where the merge took it. */
  async moveBack(tx: Tx, authorityId: number, from: string, to: string, moved: MovedThings): Promise<void> {
    for (const [table, ids] of [
      ['referrals', moved.referrals],
      ['access_requests', moved.accessRequests],
      ['legal_holds', moved.legalHolds],
      ['child_moves', moved.moves],
    ] as const) {
      await tx.rows(
        `update ${table} set child_id = $3 where authority_id = $1 and child_id = $2 and id = any($4::uuid[])`,
        [authorityId, from, to, ids],
      );
    }
    await tx.rows('delete from sibling_links where authority_id = $1 and id = any($2::uuid[])', [
      authorityId,
      moved.newLinks,
    ]);
    // A sibling whose record was destroyed meanwhile has no link any more.
    await tx.rows(
      `insert into sibling_links (id, authority_id, child_id, sibling_id, reason, linked_by, linked_at)
       select l.id, $1, l."childId", l."siblingId", l.reason, l."linkedBy", l."linkedAt"
         from jsonb_to_recordset($2::jsonb) as l(id uuid, "childId" uuid, "siblingId" uuid, reason text, "linkedBy" uuid, "linkedAt" timestamptz)
        where exists (select 1 from children c where c.authority_id = $1 and c.id = l."childId")
          and exists (select 1 from children c where c.authority_id = $1 and c.id = l."siblingId")
       on conflict do nothing`,
      [authorityId, JSON.stringify(moved.links)],
    );
  }

  /** Whether a record other than these two has one of these UPNs. */
  async isUpnTaken(tx: Tx, authorityId: number, upns: readonly string[], ids: readonly string[]): Promise<boolean> {
    const found = await tx.rows(
      'select 1 from children where authority_id = $1 and upn = any($2::text[]) and id <> all($3::uuid[]) limit 1',
      [authorityId, upns, ids],
    );
    return found.length > 0;
  }

  /** Sets the facts of both, and which one is part of the other. A UPN that changes sides goes over a third one. */
  async setFacts(
    tx: Tx,
    authorityId: number,
    kept: { readonly id: string; readonly facts: MergeFacts },
    merged: { readonly id: string; readonly upn: string; readonly mergedInto: string | null },
  ): Promise<void> {
    await tx.rows(`update children set upn = '~' || id where authority_id = $1 and id = $2`, [authorityId, merged.id]);
    await tx.rows(
      `update children c set upn = f.upn, legal_forename = f."legalForename", legal_surname = f."legalSurname",
         preferred_name = f."preferredName", born_on = f."bornOn", sex = f.sex, nc_year = f."ncYear", version = c.version + 1
         from jsonb_to_record($3::jsonb) as f(upn text, "legalForename" text, "legalSurname" text, "preferredName" text, "bornOn" date,
              sex text, "ncYear" text)
        where c.authority_id = $1 and c.id = $2`,
      [authorityId, kept.id, JSON.stringify(kept.facts)],
    );
    await tx.rows(
      'update children set upn = $3, merged_into_id = $4, version = version + 1 where authority_id = $1 and id = $2',
      [authorityId, merged.id, merged.upn, merged.mergedInto],
    );
  }

  async insert(
    tx: Tx,
    merge: Pick<
      StoredMerge,
      'keptChildId' | 'mergedChildId' | 'reason' | 'keptBefore' | 'keptAfter' | 'mergedBefore' | 'moved' | 'mergedAt'
    > & { readonly authorityId: number; readonly mergedBy: string },
  ): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into child_merges (authority_id, kept_child_id, merged_child_id, reason, kept_before, kept_after, merged_before, moved, merged_by,
         merged_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [
        merge.authorityId,
        merge.keptChildId,
        merge.mergedChildId,
        merge.reason,
        JSON.stringify(merge.keptBefore),
        JSON.stringify(merge.keptAfter),
        JSON.stringify(merge.mergedBefore),
        JSON.stringify(merge.moved),
        merge.mergedBy,
        merge.mergedAt,
      ],
    );
    if (!row) throw new Error('the insert of a merge gave no id');
    return row.id;
  }

  async find(tx: Tx, authorityId: number, mergeId: string): Promise<StoredMerge | null> {
    const [row] = await tx.rows<StoredMerge>(
      `select m.id, m.version, m.kept_child_id as "keptChildId", m.merged_child_id as "mergedChildId", m.reason, m.kept_before as "keptBefore",
              m.kept_after as "keptAfter", m.merged_before as "mergedBefore", m.moved, u.name as "mergedByName", m.merged_at as "mergedAt",
              v.name as "undoneByName", m.undone_at as "undoneAt", m.undo_reason as "undoReason"
         from child_merges m join users u on u.id = m.merged_by left join users v on v.id = m.undone_by
        where m.authority_id = $1 and m.id = $2`,
      [authorityId, mergeId],
    );
    return row ?? null;
  }

  async markUndone(
    tx: Tx,
    authorityId: number,
    mergeId: string,
    undone: { readonly by: string; readonly at: Date; readonly reason: string },
  ): Promise<void> {
    await tx.rows(
      `update child_merges set version = version + 1, undone_by = $3, undone_at = $4, undo_reason = $5 where authority_id = $1 and id = $2`,
      [authorityId, mergeId, undone.by, undone.at, undone.reason],
    );
  }

  /** How both records stand now, whatever became of them. */
  async findNow(
    tx: Tx,
    authorityId: number,
    childId: string,
  ): Promise<{ readonly facts: MergeFacts; readonly mergedIntoId: string | null } | null> {
    const [row] = await tx.rows<{ facts: MergeFacts; mergedIntoId: string | null }>(
      `select ${facts} as facts, c.merged_into_id as "mergedIntoId" from children c where c.authority_id = $1 and c.id = $2`,
      [authorityId, childId],
    );
    return row ?? null;
  }

  async findReferences(tx: Tx, authorityId: number, referralIds: readonly string[]): Promise<string[]> {
    const rows = await tx.rows<{ reference: string }>(
      'select reference from referrals where authority_id = $1 and id = any($2::uuid[]) order by reference',
      [authorityId, referralIds],
    );
    return rows.map(({ reference }) => reference);
  }

  /** References of referrals that the kept record got after the merge. */
  async findLaterReferrals(tx: Tx, authorityId: number, childId: string, since: Date): Promise<string[]> {
    const rows = await tx.rows<{ reference: string }>(
      'select reference from referrals where authority_id = $1 and child_id = $2 and created_at > $3 order by reference',
      [authorityId, childId, since],
    );
    return rows.map(({ reference }) => reference);
  }
}
