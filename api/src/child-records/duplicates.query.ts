import { Injectable } from '@nestjs/common';
import { type ChildIdentity, groundsToSuggest } from '@panel/case-rules';

import type { Actor } from '../auth/actor.js';
import { otherRecordsOfChild } from '../children/other-records.js';
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
  readonly toldApart: readonly string[] | null;
}

const identityOf = (c: string): string =>
  `jsonb_build_object('upn', ${c}.upn, 'legalForename', ${c}.legal_forename, 'legalSurname', ${c}.legal_surname, 'preferredName',
     ${c}.preferred_name, 'bornOn', ${c}.born_on)`;

/**
 * Pairs of records that may be one child. The database brings near ones together by its indexes, the domain judges them.
 */
@Injectable()
export class DuplicatesQuery {
  async run(tx: Tx, { authorityId }: Actor, childId: string | null): Promise<DuplicatePair[]> {
    const candidates = await tx.rows<Candidate>(
      `select to_jsonb(x) as first, to_jsonb(y) as second, ${identityOf('a')} as a, ${identityOf('b')} as b, b.told_apart as "toldApart"
         from children a
         cross join lateral (${otherRecordsOfChild('a')}) b
         cross join lateral (select ${listItem('a')}) x
         cross join lateral (select ${listItem('b')}) y
        where a.authority_id = $1 and a.merged_into_id is null and ($2::uuid is null and a.id < b.id or a.id = $2 and b.id <> $2)
        order by a.id desc, b.id limit ${candidatesMax}`,
      [authorityId, childId],
    );
    return candidates
      .map(({ first, second, a, b, toldApart }) => ({ first, second, grounds: [...groundsToSuggest(a, b, toldApart)] }))
      .filter(({ grounds }) => grounds.length > 0)
      .slice(0, pairsMax);
  }
}
