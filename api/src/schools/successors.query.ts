import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { SucceedingSchool } from './school.dto.js';

/** A school may be followed by one that closed again: so many steps are looked at. */
const longestLine = 5;

/** What became of closed schools. */
@Injectable()
export class SuccessorsQuery {
  /** The open schools of the register at the end of the line, by the URN of the school that closed. */
  async run(tx: Tx, authorityId: number, urns: readonly string[]): Promise<ReadonlyMap<string, SucceedingSchool[]>> {
    if (urns.length === 0) return new Map();
    const rows = await tx.rows<SucceedingSchool & { readonly closedUrn: string }>(
      `with recursive line as (
         select l.predecessor_urn as closed_urn, l.successor_urn as urn, 1 as step
           from school_links l where l.authority_id = $1 and l.predecessor_urn = any($2::text[])
         union
         select line.closed_urn, l.successor_urn, line.step + 1
           from line join schools s on s.authority_id = $1 and s.urn = line.urn and s.status = 'closed'
           join school_links l on l.authority_id = $1 and l.predecessor_urn = line.urn
          where line.step < ${longestLine})
       select distinct line.closed_urn as "closedUrn", s.id, s.urn, s.name
         from line join schools s on s.authority_id = $1 and s.urn = line.urn and s.status <> 'closed'
        order by s.name, s.id`,
      [authorityId, urns],
    );
    return rows.reduce((found, { closedUrn, ...school }) => {
      found.set(closedUrn, [...(found.get(closedUrn) ?? []), school]);
      return found;
    }, new Map<string, SucceedingSchool[]>());
  }
}
