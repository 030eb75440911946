import pg from 'pg';

import { fillEveryTable, tablesOf } from '../testing/fill-tables.js';
import { startTestApplication, type TestApplication } from '../testing/test-application.js';
import { type Scope, signScope } from './signed-scope.js';

let test: TestApplication;
let application: pg.Client;
let tables: string[];
/** Those that the application may read at all. */
let readable: string[];
let other: number;
let emptyAuthority: number;

beforeAll(async () => {
  test = await startTestApplication();
  other = await test.rows.anAuthority('Othershire');
  emptyAuthority = await test.rows.anAuthority('Emptyshire');
  tables = await fillEveryTable(test.rows, [1, other]);
  application = new pg.Client({ connectionString: test.environment.databaseUrl ?? '' });
  await application.connect();
  const { rows } = await application.query<{ name: string }>(
    "select name from unnest($1::text[]) name where has_table_privilege(name, 'select')",
    [tables],
  );
  readable = rows.map(({ name }) => name);
});

afterAll(async () => {
  await application.end();
  await test.close();
});

const key = (): string => test.environment.scopeKey ?? '';
const backend = (client: pg.Client): number => Number('processID' in client ? client.processID : 0);
const signed = (scope: Scope, client = application, milliseconds = Date.now(), by = key()): string =>
  signScope(scope, backend(client), by, milliseconds);

/** What the application's user sees in a transaction whose setting is this text; null: none is set. */
async function inTransaction<T>(setting: string | null, work: () => Promise<T>): Promise<T> {
  await application.query('begin');
  try {
    if (setting !== null) await application.query("select set_config('panel.scope', $1, true)", [setting]);
    return await work();
  } finally {
    await application.query('rollback');
  }
}

async function tablesWithRows(setting: string | null): Promise<string[]> {
  return inTransaction(setting, async () => {
    const seen: string[] = [];
    for (const table of readable) {
      const { rows } = await application.query(`select 1 from ${table} limit 1`);
      if (rows.length > 0) seen.push(table);
    }
    return seen;
  });
}

/** Tables that row-level security does not bind in every respect. */
async function unguardedTables(): Promise<string[]> {
  const found = await test.rows.query<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'f')
        and (not c.relrowsecurity or (not c.relforcerowsecurity and c.relname <> 'migrations')
             or not exists (select from pg_policy p where p.polrelid = c.oid and p.polqual is not null))
      order by 1`,
  );
  return found.map(({ name }) => name);
}

describe('row-level security', () => {
  it('is on and forced, with a policy, in every table', async () => {
    expect(await unguardedTables()).toEqual([]);
  });

  it('would be missed in a table that a migration forgot', async () => {
    await test.rows.query('create table planted (authority_id integer not null)');
    expect(await unguardedTables()).toEqual(['planted']);
    await test.rows.query('alter table planted enable row level security');
    expect(await unguardedTables()).toEqual(['planted']);
    await test.rows.query('drop table planted');
  });

  it('ties every table that has an authority to the scope of the transaction, for reading and writing', async () => {
    const found = await test.rows.query<{ name: string }>(
      `select c.relname as name from pg_class c
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'authority_id' and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*'
                            and pg_get_expr(p.polqual, c.oid) like '(authority_id = ( SELECT scope_authority_id()%'
                            and pg_get_expr(p.polwithcheck, c.oid) like '(authority_id = ( SELECT scope_authority_id()%')`,
    );
    expect(found).toEqual([]);
  });

  it('has rows to hide in every table', async () => {
    const empty: string[] = [];
    for (const table of await tablesOf(test.rows)) {
      if ((await test.rows.query(`select 1 from ${table} limit 1`)).length === 0) empty.push(table);
    }
    expect(empty).toEqual([]);
    expect(readable.length).toBeGreaterThan(25);
  });

  it('shows the application’s user no row of any table without a setting', async () => {
    expect(await tablesWithRows(null)).toEqual([]);
    expect(await tablesWithRows('')).toEqual([]);
  });

  it.each<[string, () => string]>([
    ['that is only set, not signed', () => 'authority:1'],
    ['that is signed with nonsense', () => `authority:1.9999999999.${signed({ authorityId: 1 }).split('.')[2]}.00`],
    ['that is signed with another key', () => signed({ authorityId: 1 }, application, Date.now(), 'another key')],
    ['that was signed an hour ago', () => signed({ authorityId: 1 }, application, Date.now() - 3_600_000)],
    ['of nobody', () => signed({ authorityId: null })],
    [
      'whose authority was changed after it was signed',
      () => signed({ authorityId: other }).replace(`:${other}`, ':1'),
    ],
    ['whose time was changed after it was signed', () => signed({ authorityId: 1 }).replace(/\.\d+\./, '.9999999999.')],
    ['that has too many parts', () => `${signed({ authorityId: 1 })}.x`],
    ['that is not even a number', () => signed({ authorityId: 1 }).replace(/\.\d+\./, '.never.')],
  ])('shows no row for a setting %s', async (_, setting) => {
    expect(await tablesWithRows(setting())).toEqual([]);
  });

  it('shows no row for a setting that was copied from another connection', async () => {
    const second = new pg.Client({ connectionString: test.environment.databaseUrl ?? '' });
    await second.connect();
    try {
      expect(backend(second)).not.toBe(backend(application));
      expect(await tablesWithRows(signed({ authorityId: 1 }, second))).toEqual([]);
    } finally {
      await second.end();
    }
  });

  it('shows another authority none of the rows but its own', async () => {
    expect(await tablesWithRows(signed({ authorityId: emptyAuthority }))).toEqual(['authorities']);
  });

  it('shows an authority its own rows, and its own only', async () => {
    const wrong: string[] = [];
    await inTransaction(signed({ authorityId: 1 }), async () => {
      for (const table of readable) {
        const { fields, rows } = await application.query<{ authority_id?: number }>(`select * from ${table}`);
        const hasAuthority = fields.some(({ name }) => name === 'authority_id');
        if (hasAuthority && rows.length === 0) wrong.push(`${table} hides its rows from its own authority`);
        if (rows.some((row) => row.authority_id !== undefined && row.authority_id !== null && row.authority_id !== 1))
          wrong.push(`${table} shows rows of another authority`);
      }
    });
    expect(wrong).toEqual([]);
  });

  it('shows sign-in no table that holds a case', async () => {
    const seen = await tablesWithRows(signed({ authorityId: null, purpose: 'identity' }));
    expect(seen).toEqual(expect.arrayContaining(['users', 'sessions', 'role_grants', 'authorities']));
    const ofCases = await test.rows.query<{ name: string }>(
      `select distinct attrelid::regclass::text as name from pg_attribute
        where attname in ('referral_id', 'child_id', 'allocation_id', 'pupil_name', 'upn') and attrelid::regclass::text = any($1)`,
      [seen],
    );
    expect(ofCases).toEqual([]);
  });

  it('lets nobody move a row to another authority', async () => {
    const moved: string[] = [];
    const granted = await test.rows.query<{ name: string }>(
      `select table_name as name from information_schema.column_privileges
        where grantee = 'panel_app' and table_schema = 'public' and privilege_type = 'UPDATE' and column_name = 'authority_id' order by 1`,
    );
    expect(granted.length).toBeGreaterThan(15);
    for (const { name } of granted) {
      await inTransaction(signed({ authorityId: 1 }), async () => {
        await application.query(`update ${name} set authority_id = $1`, [other]).then(
          () => moved.push(name),
          (error: Error) => {
            if (!error.message.includes('row-level security')) moved.push(`${name}: ${error.message}`);
          },
        );
      });
    }
    expect(moved.filter((text) => !text.includes('violates unique') && !text.includes('cannot be changed'))).toEqual(
      [],
    );
  });
});

describe('the application’s user', () => {
  it('owns nothing, is no superuser and cannot bypass the policies', async () => {
    const { rows } = await application.query<Record<string, boolean | number>>(
      `select rolsuper as super, rolbypassrls as bypass, rolcreatedb as databases, rolcreaterole as roles, rolreplication as replication,
              (select count(*)::int from pg_class where relowner = r.oid) as tables,
              (select count(*)::int from pg_proc where proowner = r.oid) as functions,
              (select count(*)::int from pg_namespace where nspowner = r.oid) as schemas
         from pg_roles r where rolname = current_user`,
    );
    expect(rows[0]).toEqual({
      super: false,
      bypass: false,
      databases: false,
      roles: false,
      replication: false,
      tables: 0,
      functions: 0,
      schemas: 0,
    });
  });

  it.each([
    'truncate referrals',
    'alter table referrals disable row level security',
    'drop policy referrals_of_authority on referrals',
    'create table mine (id integer)',
    'create function mine() returns integer language sql as $$ select 1 $$',
    'select * from panel_private.scope_keys',
    'select panel_private.verified_subject()',
    'set role postgres',
    'set session_replication_role = replica',
    'copy referrals to program $$cat$$',
  ])('may not: %s', async (statement) => {
    await inTransaction(signed({ authorityId: 1 }), async () => {
      await expect(application.query(statement)).rejects.toThrow(/permission denied|must be owner|must be superuser/);
    });
  });

  it('has no right but to read and write rows, and nobody else has any', async () => {
    const found = await test.rows.query(
      `select table_name, grantee, privilege_type from information_schema.role_table_grants
        where table_schema = 'public' and grantee <> (select current_user)
          and not (grantee = 'panel_app' and privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE'))`,
    );
    expect(found).toEqual([]);
  });

  it('meets no view and no function that would see more than it does', async () => {
    const found = await test.rows.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace
          and (relkind = 'm' or relkind = 'v' and not coalesce(reloptions::text like '%security_invoker=true%', false))
       union all
       select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
          and not coalesce(proconfig::text like '%search_path=pg_catalog%', false)`,
    );
    expect(found).toEqual([]);
  });

  it('is refused as a superuser: the application does not start', async () => {
    const superuser = new URL(process.env['PANEL_TEST_POSTGRES_URL'] ?? '');
    superuser.pathname = new URL(test.environment.databaseUrl ?? '').pathname;
    await expect(startTestApplication('2026-11-24', { databaseUrl: superuser.href })).rejects.toThrow(
      'row-level security does not bind',
    );
  });
});
