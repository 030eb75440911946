import { Injectable } from '@nestjs/common';
import { type ChildIdentity, duplicateGrounds } from '@panel/case-rules';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import type { DuplicatePair } from './child-record.dto.js';
import { listItem } from './child-record.query.js';

const pairsMax = 50;
const candidatesMax = 2_000;

interface Candidate {
  readonly first: DuplicatePair['first'];
  readonly second: DuplicatePair['second'];
  readonly a: ChildIdentity;
  readonly b: ChildIdentity;
}

const identityOf = (c: string): string =>
  `jsonb_build_object('upn', ${c}.upn, 'legalForename', ${c}.legal_forename, 'legalSurname', ${c}.legal_surname, 'bornOn', ${c}.born_on)`;

/**
 * Pairs of records that may be one child. The database brings near ones together by its indexes, the domain judges them. Children who
 * are linked as siblings have been told apart by somebody.
 */
@Injectable()
export class DuplicatesQuery {
  async run(tx: Tx, { authorityId }: Actor, childId: string | null): Promise<DuplicatePair[]> {
    const candidates = await tx.rows<Candidate>(
      `select to_jsonb(x) as first, to_jsonb(y) as second, ${identityOf('a')} as a, ${identityOf('b')} as b
         from children a
         join children b on b.authority_id = a.authority_id and b.merged_into_id is null
          and (b.born_on = a.born_on
            or (lower(b.legal_surname) = lower(a.legal_surname) and lower(b.legal_forename) = lower(a.legal_forename)))
          and (lower(b.legal_forename) = lower(a.legal_forename) or left(lower(b.legal_surname), 1) = left(lower(a.legal_surname), 1))
         cross join lateral (select ${listItem('a')}) x
         cross join lateral (select ${listItem('b')}) y
        where a.authority_id = $1 and a.merged_into_id is null and ($2::uuid is null and a.id < b.id or a.id = $2 and b.id <> $2)
          and not exists (select 1 from sibling_links l where l.authority_id = a.authority_id
            and l.child_id = least(a.id, b.id) and l.sibling_id = greatest(a.id, b.id))
        order by a.id desc, b.id limit ${candidatesMax}`,
      [authorityId, childId],
    );
    return candidates
      .map(({ first, second, a, b }) => ({ first, second, grounds: [...duplicateGrounds(a, b)] }))
      .filter(({ grounds }) => grounds.length > 0)
      .slice(0, pairsMax);
  }
}
