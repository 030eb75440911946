import { createHash, randomBytes } from 'node:crypto';

import pg from 'pg';

/** An authority with an administrator; gives the token of their session. */
export async function administrator(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const token = randomBytes(32).toString('base64url');
  const userId = '00000000-0000-4000-8000-000000000001';
  await client.query(`
    insert into authorities (name, code, service_name) values ('Bench', 'bench', 'Bench');
    insert into users (id, email, name) values ('${userId}', 'bench@test.example', 'Bench');
    insert into role_grants (authority_id, user_id, role) values (1, '${userId}', 'administrator');`);
  await client.query(
    `insert into sessions (authority_id, user_id, token_hash, stage, signed_in_with, created_at, last_seen_at, expires_at, confirmed_at)
     values (1, $1, $2, 'open', '{password,app_code}', now(), now(), now() + interval '1 day', now())`,
    [userId, createHash('sha256').update(token).digest()],
  );
  await client.end();
  return token;
}
