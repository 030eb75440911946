import { randomBytes, randomUUID } from 'node:crypto';

import type { TestRows } from '../test-rows.js';
import type { Relation } from './expectation.js';

interface Places {
  readonly rows: TestRows;
  readonly elsewhere: number;
  readonly clerk: string;
  readonly clerkElsewhere: string;
}

interface PersonTarget {
  readonly relation: Relation;
  readonly ids: Readonly<Record<string, string>>;
}

/** Somebody with a role, and the grant of it. */
export async function people({ rows, elsewhere }: Places): Promise<PersonTarget[]> {
  const person = async (relation: Relation, authorityId: number): Promise<PersonTarget> => {
    const userId = await rows.aUser();
    return { relation, ids: { userId, roleGrantId: await rows.grant(userId, 'coordinator', { authorityId }) } };
  };
  return [await person('own', 1), await person('other_authority', elsewhere)];
}

export async function invitations({ rows, elsewhere, clerk, clerkElsewhere }: Places): Promise<PersonTarget[]> {
  const invitation = async (relation: Relation, authorityId: number, by: string): Promise<PersonTarget> => {
    const [row] = await rows.query<{ id: string }>(
      `insert into invitations (authority_id, email, name, invited_by, invited_at, token_hash, expires_at)
       values ($1, $2, 'Somebody New', $3, '2026-11-20', $4, '2026-11-27') returning id`,
      [authorityId, `${randomUUID()}@test.example`, by, randomBytes(32)],
    );
    const invitationId = row?.id ?? '';
    await rows.query(
      `insert into invitation_roles (invitation_id, authority_id, position, role) values ($1, $2, 0, 'coordinator')`,
      [invitationId, authorityId],
    );
    return { relation, ids: { invitationId } };
  };
  return [await invitation('own', 1, clerk), await invitation('other_authority', elsewhere, clerkElsewhere)];
}
