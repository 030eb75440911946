import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { hash } from '@node-rs/argon2';
import { createPostgresBackend, withBackend } from 'bullmq';
import pg from 'pg';

/**
 * The database of the product that the tests walk through, for what no page can do: a person with a password, and time that
 * has passed. The product itself has no way to move its clock.
 */
async function query<Row extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** As the superuser of the product's own Postgres. */
function databaseUrl(): string {
  const home = join(process.env['PANEL_E2E_DATA'] ?? '', 'postgres');
  const port = Number(readFileSync(join(home, 'data/postmaster.pid'), 'utf8').split('\n')[3]);
  const password = readFileSync(join(home, 'password'), 'utf8').trim();
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/panel`;
}

export interface PersonWithPassword {
  readonly email: string;
  readonly password: string;
}

let count = 0;

/** Somebody who has never signed in. */
export async function aPersonWithPassword(role: 'coordinator' | 'contract_manager'): Promise<PersonWithPassword> {
  const [authority] = await query<{ id: string }>('select min(id) as id from authorities', []);
  return aPersonAt(authority?.id, role);
}

/** Somebody who works for another council, and has never signed in. */
export async function aPersonElsewhere(): Promise<PersonWithPassword> {
  const name = `Elsewhere ${process.pid} ${count}`;
  const [authority] = await query<{ id: string }>(
    "insert into authorities (name, code, service_name) values ($1, $2, 'Inclusion Panel') returning id",
    [name, name.toLowerCase().replaceAll(' ', '-')],
  );
  return aPersonAt(authority?.id, 'coordinator');
}

async function aPersonAt(authorityId: string | undefined, role: string): Promise<PersonWithPassword> {
  count += 1;
  const email = `person-${process.pid}-${count}@larkshire.example`;
  const password = 'correct horse battery staple';
  await query(
    `with made as (insert into users (email, name, password_hash) values ($1, 'Robin Test', $2) returning id)
     insert into role_grants (authority_id, user_id, role) select $4, id, $3 from made`,
    [email, await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }), role, authorityId],
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

/** As if the link of an invitation that nobody has answered were older than it may be. */
export async function letInvitationExpire(email: string): Promise<void> {
  await query("update invitations set expires_at = expires_at - interval '30 days' where email = $1", [email]);
}

/** Does what else happens at night, now: the product's own worker takes it off the queue. */
export async function runTonight(task: string): Promise<void> {
  const OnPostgres = withBackend(createPostgresBackend);
  const queue = new OnPostgres.Queue('panel', {
    connection: { connectionString: databaseUrl(), schema: 'bullmq', migrate: false, max: 1 },
  });
  try {
    await queue.add(task, { authorityId: null }, { removeOnComplete: true });
  } finally {
    await queue.close();
  }
}

/** While `act` runs nobody can read the table: what needs it stands still in the middle of its work. */
export async function whileNobodyReads(table: 'corrections', act: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`lock table ${table} in access exclusive mode`);
    await act();
  } finally {
    await client.end();
  }
}
