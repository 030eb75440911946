import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import type {
  LinkedSchool,
  SchoolCorrection,
  SchoolPerson,
  SchoolRegisterParameters,
  SchoolTrust,
} from './school.dto.js';
import { searchParts } from './schools.repository.js';

export const schoolsOnAPage = 25;

export interface RegisterRow {
  readonly id: string;
  readonly urn: string;
  readonly laCode: string | null;
  readonly establishmentNumber: string | null;
  readonly name: string;
  readonly town: string;
  readonly phase: string;
  readonly status: string;
  readonly trustName: string | null;
}

/** The register of schools by name, a page from the school where the one before ended. */
@Injectable()
export class SchoolRegisterQuery {
  async run(
    tx: Tx,
    actor: Actor,
    { search, phase, status, trustId, after }: SchoolRegisterParameters,
  ): Promise<{ readonly rows: readonly RegisterRow[]; readonly total: number }> {
    const values: unknown[] = [actor.authorityId];
    const conditions = ['s.authority_id = $1'];
    const add = (value: unknown, condition: (parameter: string) => string): void => {
      values.push(value);
      conditions.push(condition(`$${values.length}`));
    };
    if (phase !== undefined) add(phase, (p) => `s.phase = ${p}`);
    if (status !== undefined) add(status, (p) => `s.status = ${p}`);
    if (trustId !== undefined) add(trustId, (p) => `s.trust_id = ${p}::uuid`);
    const words = search?.trim() ?? '';
    if (words !== '') {
      const { part, start } = searchParts(words);
      values.push(part, start);
      const [partAt, startAt] = [`$${values.length - 1}`, `$${values.length}`];
      conditions.push(
        `(s.name ilike ${partAt} or s.town ilike ${partAt} or s.postcode ilike ${startAt} or s.urn like ${startAt}
          or s.la_code || '/' || s.establishment_number like ${startAt})`,
      );
    }
    const matching = conditions.join(' and ');
    const [counted] = await tx.rows<{ total: number }>(
      `select count(*)::integer as total from schools s where ${matching}`,
      values,
    );
    let page = matching;
    if (after !== undefined) {
      values.push(after);
      page += ` and (s.name, s.id) > (select a.name, a.id from schools a where a.authority_id = $1 and a.id = $${values.length}::uuid)`;
    }
    const rows = await tx.rows<RegisterRow>(
      `select s.id, s.urn, s.la_code as "laCode", s.establishment_number as "establishmentNumber", s.name, s.town, s.phase, s.status,
              t.name as "trustName"
         from schools s left join trusts t on t.authority_id = s.authority_id and t.id = s.trust_id
        where ${page} order by s.name, s.id limit ${schoolsOnAPage + 1}`,
      values,
    );
    return { rows, total: counted?.total ?? 0 };
  }

  async findTrustOf(tx: Tx, { authorityId }: Actor, schoolId: string): Promise<SchoolTrust | null> {
    const [row] = await tx.rows<SchoolTrust>(
      `select t.id, t.uid, t.name from schools s join trusts t on t.authority_id = s.authority_id and t.id = s.trust_id
        where s.authority_id = $1 and s.id = $2`,
      [authorityId, schoolId],
    );
    return row ?? null;
  }

  findLinked(
    tx: Tx,
    { authorityId }: Actor,
    urn: string,
    which: 'predecessors' | 'successors',
  ): Promise<LinkedSchool[]> {
    const [own, other] =
      which === 'successors' ? ['predecessor_urn', 'successor_urn'] : ['successor_urn', 'predecessor_urn'];
    return tx.rows<LinkedSchool>(
      `select l.${other} as urn, s.id, s.name, l.established_on as "establishedOn"
         from school_links l left join schools s on s.authority_id = l.authority_id and s.urn = l.${other}
        where l.authority_id = $1 and l.${own} = $2 order by l.established_on nulls last, l.${other}`,
      [authorityId, urn],
    );
  }

  findPeople(tx: Tx, { authorityId }: Actor, schoolId: string): Promise<SchoolPerson[]> {
    return tx.rows<SchoolPerson>(
      `select u.name, g.role from role_grants g join users u on u.id = g.user_id
        where g.authority_id = $1 and g.school_id = $2 order by u.name, g.role limit 100`,
      [authorityId, schoolId],
    );
  }

  async countOpenReferrals(tx: Tx, { authorityId }: Actor, schoolId: string): Promise<number> {
    const [row] = await tx.rows<{ count: number }>(
      `select count(*)::integer as count from referrals
        where authority_id = $1 and school_id = $2 and status not in ('draft', 'closed', 'withdrawn', 'declined')`,
      [authorityId, schoolId],
    );
    return row?.count ?? 0;
  }

  async findCorrections(tx: Tx, { authorityId }: Actor, schoolId: string): Promise<SchoolCorrection[]> {
    const rows = await tx.rows<Omit<SchoolCorrection, 'correctedAt'> & { correctedAt: Date }>(
      `select c.field, c.register_value as "registerValue", c.reason, u.name as "correctedByName", c.corrected_at as "correctedAt"
         from school_corrections c join users u on u.id = c.corrected_by
        where c.authority_id = $1 and c.school_id = $2 order by c.field`,
      [authorityId, schoolId],
    );
    return rows.map((row) => ({ ...row, correctedAt: row.correctedAt.toISOString() }));
  }
}
