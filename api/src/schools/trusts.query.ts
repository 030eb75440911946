import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import type { RegisterRow } from './school-register.query.js';
import { searchParts } from './schools.repository.js';
import type { TrustListItem, TrustListParameters } from './trust.dto.js';

export const trustsOnAPage = 25;
export const schoolsOfTrustMax = 200;

/** Trusts, and the schools of one. */
@Injectable()
export class TrustsQuery {
  async findPage(
    tx: Tx,
    { authorityId }: Actor,
    { search, after }: TrustListParameters,
  ): Promise<{ readonly rows: readonly TrustListItem[]; readonly total: number }> {
    const { part, start } = searchParts(search?.trim() ?? '');
    const matching = 't.authority_id = $1 and (t.name ilike $2 or t.uid like $3)';
    const values = [authorityId, part, start];
    const [counted] = await tx.rows<{ total: number }>(
      `select count(*)::integer as total from trusts t where ${matching}`,
      values,
    );
    const rows = await tx.rows<TrustListItem>(
      `select t.id, t.uid, t.name, (select count(*)::integer from schools s where s.authority_id = t.authority_id and s.trust_id = t.id
                and s.status <> 'closed') as "openSchools"
         from trusts t where ${matching} and ($4::uuid is null or (t.name, t.id) > (select a.name, a.id from trusts a
                where a.authority_id = $1 and a.id = $4))
        order by t.name, t.id limit ${trustsOnAPage + 1}`,
      [...values, after ?? null],
    );
    return { rows, total: counted?.total ?? 0 };
  }

  async find(
    tx: Tx,
    { authorityId }: Actor,
    trustId: string,
  ): Promise<{ readonly id: string; readonly uid: string; readonly name: string } | null> {
    const [row] = await tx.rows<{ id: string; uid: string; name: string }>(
      'select id, uid, name from trusts where authority_id = $1 and id = $2',
      [authorityId, trustId],
    );
    return row ?? null;
  }

  findSchools(tx: Tx, { authorityId }: Actor, trustId: string): Promise<RegisterRow[]> {
    return tx.rows<RegisterRow>(
      `select s.id, s.urn, s.la_code as "laCode", s.establishment_number as "establishmentNumber", s.name, s.town, s.phase, s.status,
              t.name as "trustName"
         from schools s join trusts t on t.authority_id = s.authority_id and t.id = s.trust_id
        where s.authority_id = $1 and s.trust_id = $2 order by s.status = 'closed', s.name, s.id limit ${schoolsOfTrustMax + 1}`,
      [authorityId, trustId],
    );
  }
}
