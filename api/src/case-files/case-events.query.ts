import { Injectable } from '@nestjs/common';
import type { NoteVisibility } from '@panel/case-rules';

import { type Actor, hasRole, sencoSchoolIds } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';

export interface CaseEventRow {
  readonly seq: number;
  readonly at: Date;
  readonly event: string;
  readonly actorName: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface CaseEventFilter {
  /** Names of events; what is not among them is not told on the case. */
  readonly events: readonly string[];
  readonly before: number | null;
  readonly limit: number;
}

/** What the trail tells of one case that the person may know of. The case was already found to be theirs to see. */
@Injectable()
export class CaseEventsQuery {
  /** The newest first. */
  run(tx: Tx, actor: Actor, referralId: string, { events, before, limit }: CaseEventFilter): Promise<CaseEventRow[]> {
    const values: unknown[] = [actor.authorityId, referralId, events, before, limit];
    return tx.rows<CaseEventRow>(
      `select e.seq, e.at, e.event, e.actor_name as "actorName", e.detail
         from audit_events e
        where e.authority_id = $1 and e.subject_type = 'referral' and e.subject_id = $2 and e.event = any($3::text[])
          and ($4::bigint is null or e.seq < $4::bigint) and ${knownTo(actor, values)}
        order by e.seq desc limit $5`,
      values,
    );
  }
}

/** That there is a note or a task is for those alone who can read it; a corrected note for those who could read both. */
function knownTo(actor: Actor, values: unknown[]): string {
  if (hasRole(actor, 'coordinator') || actor.emergencyGrants) return 'true';
  const isOfSchool = sencoSchoolIds(actor).length > 0;
  const circles: readonly NoteVisibility[] = isOfSchool ? ['council_and_school', 'everybody'] : ['everybody'];
  values.push(circles, isOfSchool, actor.userId);
  const [circle, ofSchool, self] = [2, 1, 0].map((back) => `$${values.length - back}`);
  return `(e.event not like 'note.%' or (e.detail ->> 'visibility' = any(${circle}::text[])
      and coalesce(e.detail ->> 'before', e.detail ->> 'visibility') = any(${circle}::text[])))
    and (e.event not like 'case\\_task.%' or (${ofSchool}::boolean
      and (e.detail ->> 'role' = 'senco' or e.actor_user_id = ${self}::uuid)))`;
}
