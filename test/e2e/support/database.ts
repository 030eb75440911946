import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { hash } from '@node-rs/argon2';
import pg from 'pg';

/**
 * The database of the product that the tests walk through, for what no page can do: a person with a password, and time that
 * has passed. The product itself has no way to move its clock.
 */
async function query<Row extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<Row[]> {
  const home = join(process.env['PANEL_E2E_DATA'] ?? '', 'postgres');
  const port = Number(readFileSync(join(home, 'data/postmaster.pid'), 'utf8').split('\n')[3]);
  const password = readFileSync(join(home, 'password'), 'utf8').trim();
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'panel' });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

export interface PersonWithPassword {
  readonly email: string;
  readonly password: string;
}

let count = 0;

/** Somebody who works for another council, and has never signed in. */
export async function aPersonElsewhere(): Promise<PersonWithPassword> {
  const person = await aPersonWithPassword('coordinator');
  await query(
    `with made as (insert into authorities (name, code, service_name) values ($2, $2, 'Inclusion Panel') returning id)
     update role_grants set authority_id = (select id from made) where user_id = (select id from users where email = $1)`,
    [person.email, `Elsewhere-${process.pid}-${count}`],
  );
  return person;
}

/** Somebody who has never signed in. */
export async function aPersonWithPassword(role: 'coordinator' | 'contract_manager'): Promise<PersonWithPassword> {
  count += 1;
  const email = `person-${process.pid}-${count}@larkshire.example`;
  const password = 'correct horse battery staple';
  await query(
    `with made as (insert into users (email, name, password_hash) values ($1, 'Robin Test', $2) returning id)
     insert into role_grants (authority_id, user_id, role) select (select min(id) from authorities), id, $3 from made`,
    [email, await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }), role],
  );
  return { email, password };
}

/** As if the person's sessions had begun, been used and been confirmed so much earlier, and so the codes of their app. */
export async function letTimePass(email: string, minutes: number): Promise<void> {
  await query(
    `update sessions set last_seen_at = last_seen_at - $2 * interval '1 minute', confirmed_at = confirmed_at - $2 * interval '1 minute',
            expires_at = expires_at - $2 * interval '1 minute'
      where user_id = (select id from users where email = $1) and ended_at is null`,
    [email, minutes],
  );
  await query(
    `update authenticator_apps set last_used_step = greatest(0, last_used_step - $2 * 2)
      where user_id = (select id from users where email = $1)`,
    [email, minutes],
  );
}
