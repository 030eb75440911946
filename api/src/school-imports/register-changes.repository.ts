import { Injectable } from '@nestjs/common';
import type { RegisterLink } from '@panel/reference';

import type { Tx } from '../database/transactions.js';
import type { KnownSchool } from './compare-school.js';
import type { AuthorityScope, StoredUndo } from './school-imports.repository.js';

/** The fields of a school in the rows of an import, as a record of SQL. */
const record = `(urn text, name text, "laCode" text, "establishmentNumber" text, "typeCode" text, "typeName" text, phase text, status text,
  "openedOn" date, "closedOn" date, "lowAge" integer, "highAge" integer, street text, town text, postcode text, "headTeacher" text,
  "trustUid" text, "trustName" text)`;

const assignments = `name = s.name, la_code = s."laCode", establishment_number = s."establishmentNumber", type_code = s."typeCode",
  type_name = s."typeName", phase = s.phase, status = s.status, opened_on = s."openedOn", closed_on = s."closedOn", low_age = s."lowAge",
  high_age = s."highAge", street = s.street, town = s.town, postcode = s.postcode, head_teacher = s."headTeacher",
  trust_id = (select t.id from trusts t where t.authority_id = o.authority_id and t.uid = s."trustUid")`;

/** What an import does to the register, and how it is taken back: a few statements over all rows at once. */
@Injectable()
export class RegisterChangesRepository {
  findKnown(tx: Tx, { authorityId }: AuthorityScope): Promise<KnownSchool[]> {
    return tx.rows<KnownSchool>(
      `select o.id, o.version, o.urn, o.name, o.la_code as "laCode", o.establishment_number as "establishmentNumber", o.type_code as "typeCode",
              o.type_name as "typeName", o.phase, o.status, o.opened_on as "openedOn", o.closed_on as "closedOn", o.low_age as "lowAge",
              o.high_age as "highAge", o.street, o.town, o.postcode, o.head_teacher as "headTeacher", t.uid as "trustUid", t.name as "trustName",
              coalesce((select array_agg(c.field) from school_corrections c where c.authority_id = o.authority_id and c.school_id = o.id), '{}')
                as corrected
         from schools o left join trusts t on t.authority_id = o.authority_id and t.id = o.trust_id
        where o.authority_id = $1`,
      [authorityId],
    );
  }

  findLinks(tx: Tx, { authorityId }: AuthorityScope): Promise<RegisterLink[]> {
    return tx.rows<RegisterLink>(
      `select predecessor_urn as "predecessorUrn", successor_urn as "successorUrn", established_on as "establishedOn"
         from school_links where authority_id = $1`,
      [authorityId],
    );
  }

  /** Holds the schools that will change. False: one of them has changed, or a new one has come, since they were compared. */
  async lockCompared(tx: Tx, { authorityId }: AuthorityScope, importId: string): Promise<boolean> {
    await tx.rows(
      `select 1 from schools o join school_import_rows r on r.authority_id = o.authority_id and r.school_id = o.id
        where r.authority_id = $1 and r.school_import_id = $2 and r.action in ('changed', 'closed') order by o.id for update of o`,
      [authorityId, importId],
    );
    const rows = await tx.rows(
      `select 1 from school_import_rows r left join schools o on o.authority_id = r.authority_id and o.urn = r.urn
        where r.authority_id = $1 and r.school_import_id = $2
          and ((r.action in ('changed', 'closed') and o.version is distinct from r.school_version) or (r.action = 'new' and o.id is not null))
        limit 1`,
      [authorityId, importId],
    );
    return rows.length === 0;
  }

  /** Does all of it. What it gives back is what it takes to undo the part that is not in the rows. */
  async apply(
    tx: Tx,
    { authorityId }: AuthorityScope,
    importId: string,
    links: readonly RegisterLink[],
  ): Promise<StoredUndo> {
    const who = [authorityId, importId];
    const renamed = await tx.rows<{ id: string; name: string }>(
      `select t.id, t.name from trusts t
        where t.authority_id = $1 and exists (select 1 from ${this.incoming("r.action in ('new', 'changed', 'closed')")}
          and s."trustUid" = t.uid and s."trustName" <> t.name)`,
      who,
    );
    const made = await tx.rows<{ id: string; isNew: boolean }>(
      `insert into trusts as t (authority_id, uid, name)
       select distinct on (s."trustUid") $1::integer, s."trustUid", s."trustName"
         from ${this.incoming("r.action in ('new', 'changed', 'closed')")} and s."trustUid" is not null
        order by s."trustUid", r.row_number
       on conflict on constraint trusts_uid_key do update set name = excluded.name
       returning t.id, xmax = 0 as "isNew"`,
      who,
    );
    await tx.rows(
      `insert into schools as o (authority_id, urn, name, la_code, establishment_number, type_code, type_name, phase, status, opened_on, closed_on,
         low_age, high_age, street, town, postcode, head_teacher, trust_id)
       select $1, s.urn, s.name, s."laCode", s."establishmentNumber", s."typeCode", s."typeName", s.phase, s.status, s."openedOn", s."closedOn",
              s."lowAge", s."highAge", s.street, s.town, s.postcode, s."headTeacher", t.id
         from school_import_rows r cross join lateral jsonb_to_record(r.school) as s ${record}
         left join trusts t on t.authority_id = r.authority_id and t.uid = s."trustUid"
        where r.authority_id = $1 and r.school_import_id = $2 and r.action = 'new'`,
      who,
    );
    await tx.rows(
      `update schools o set version = o.version + 1, ${assignments}
         from ${this.incoming("r.action in ('changed', 'closed')")} and o.authority_id = $1 and o.id = r.school_id`,
      who,
    );
    await tx.rows(
      `update school_import_rows r set school_id = o.id, school_version = o.version
         from schools o
        where r.authority_id = $1 and r.school_import_id = $2 and r.action in ('new', 'changed', 'closed')
          and o.authority_id = $1 and o.urn = r.urn`,
      who,
    );
    // What the national register says now of what was corrected here.
    await tx.rows(
      `update school_corrections c set register_value = change ->> 'to'
         from school_import_rows r cross join lateral jsonb_array_elements(r.changes) change
        where r.authority_id = $1 and r.school_import_id = $2 and (change ->> 'isKept')::boolean
          and c.authority_id = $1 and c.school_id = r.school_id and c.field = change ->> 'field'`,
      who,
    );
    const linked = await tx.rows<{ id: string }>(
      `insert into school_links (authority_id, predecessor_urn, successor_urn, established_on)
       select $1, l."predecessorUrn", l."successorUrn", l."establishedOn"
         from jsonb_to_recordset($2::jsonb) as l("predecessorUrn" text, "successorUrn" text, "establishedOn" date)
       on conflict on constraint school_links_once do nothing returning id`,
      [authorityId, JSON.stringify(links)],
    );
    return {
      trustsMade: made.filter(({ isNew }) => isNew).map(({ id }) => id),
      trustsRenamed: renamed,
      linksMade: linked.map(({ id }) => id),
    };
  }

  /** Names of schools of this import that were changed since, the first of them. */
  async findChangedSince(tx: Tx, { authorityId }: AuthorityScope, importId: string): Promise<string[]> {
    const rows = await tx.rows<{ name: string }>(
      `select r.name from school_import_rows r left join schools o on o.authority_id = r.authority_id and o.id = r.school_id
        where r.authority_id = $1 and r.school_import_id = $2 and r.action in ('new', 'changed', 'closed')
          and o.version is distinct from r.school_version order by r.row_number limit 5`,
      [authorityId, importId],
    );
    return rows.map(({ name }) => name);
  }

  /** Names of schools that this import made and that something refers to by now, the first of them. */
  async findUsed(tx: Tx, { authorityId }: AuthorityScope, importId: string): Promise<string[]> {
    // Whatever tables refer to schools, also those that come later.
    const keys = await tx.rows<{ table: string; column: string }>(
      `select k.conrelid::regclass::text as table, a.attname as column
         from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey) and a.attname <> 'authority_id'
        where k.contype = 'f' and k.confrelid = 'schools'::regclass and k.confdeltype <> 'c'`,
    );
    const uses = keys.map(
      ({ table, column }) =>
        `exists (select 1 from ${table} x where x.authority_id = $1 and x.${column} = r.school_id)`,
    );
    const rows = await tx.rows<{ name: string }>(
      `select r.name from school_import_rows r
        where r.authority_id = $1 and r.school_import_id = $2 and r.action = 'new' and (${uses.join(' or ')}) order by r.row_number limit 5`,
      [authorityId, importId],
    );
    return rows.map(({ name }) => name);
  }

  async undo(tx: Tx, { authorityId }: AuthorityScope, importId: string, undo: StoredUndo): Promise<void> {
    const who = [authorityId, importId];
    await tx.rows('delete from school_links where authority_id = $1 and id = any($2::uuid[])', [
      authorityId,
      undo.linksMade,
    ]);
    await tx.rows(
      `update schools o set version = o.version + 1, ${assignments}
         from school_import_rows r cross join lateral jsonb_to_record(r.before) as s ${record}
        where r.authority_id = $1 and r.school_import_id = $2 and r.action in ('changed', 'closed')
          and o.authority_id = $1 and o.id = r.school_id`,
      who,
    );
    await tx.rows(
      `delete from schools o using school_import_rows r
        where r.authority_id = $1 and r.school_import_id = $2 and r.action = 'new' and o.authority_id = $1 and o.id = r.school_id`,
      who,
    );
    await tx.rows(
      `update trusts t set name = b.name from jsonb_to_recordset($2::jsonb) as b(id uuid, name text)
        where t.authority_id = $1 and t.id = b.id`,
      [authorityId, JSON.stringify(undo.trustsRenamed)],
    );
    // One that somebody has given a school since stays.
    await tx.rows(
      `delete from trusts t where t.authority_id = $1 and t.id = any($2::uuid[])
          and not exists (select 1 from schools o where o.authority_id = $1 and o.trust_id = t.id)`,
      [authorityId, undo.trustsMade],
    );
  }

  /** Rows of this import with the school that each brings, as a join of SQL that goes on with `and`. */
  private incoming(which: string): string {
    return `school_import_rows r cross join lateral jsonb_to_record(r.school) as s ${record}
      where r.authority_id = $1 and r.school_import_id = $2 and ${which}`;
  }
}
