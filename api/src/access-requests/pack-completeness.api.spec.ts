import { startTestApplication, type TestApplication } from '../testing/test-application.js';
import { packExemptions, packTables } from './pack-tables.js';

let test: TestApplication;

beforeAll(async () => {
  test = await startTestApplication();
});

afterAll(() => test.close());

/** Tables from which foreign keys lead to a child, or that name a child or a case without a key. */
async function tablesOfChildren(): Promise<string[]> {
  const rows = await test.rows.query<{ name: string }>(
    `with recursive related as (
       select 'children'::regclass as relation
       union
       select c.conrelid::regclass from pg_constraint c join related l on c.confrelid = l.relation where c.contype = 'f')
     select relation::text as name from related
     union
     select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'm', 'v') and not a.attisdropped
        and a.attname ~ '(^|_)(child|referral|allocation)_id$'
     order by 1`,
  );
  return rows.map(({ name }) => name);
}

describe('the pack of an access request', () => {
  it('has every table that leads to a child, or a reason why not', async () => {
    const answered = [...packTables.map(({ table }) => table), ...Object.keys(packExemptions)];
    expect((await tablesOfChildren()).filter((table) => !answered.includes(table))).toEqual([]);
  });

  it('would be found lacking when a new table leads to a child', async () => {
    await test.rows.query(
      `create table planted (authority_id integer, referral_id uuid, foreign key (authority_id, referral_id) references referrals (authority_id, id))`,
    );
    expect(await tablesOfChildren()).toContain('planted');
    await test.rows.query('drop table planted');
  });

  it('names no table twice, none that is not there, and gives each reason in words', async () => {
    const names = packTables.map(({ table }) => table);
    expect(new Set(names).size).toBe(names.length);
    const existing = await test.rows.query<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r'",
    );
    expect(
      [...names, ...Object.keys(packExemptions)].filter((table) => !existing.some(({ name }) => name === table)),
    ).toEqual([]);
    for (const reason of Object.values(packExemptions)) expect(reason).toMatch(/\w+ \w+ \w+/);
  });
});
