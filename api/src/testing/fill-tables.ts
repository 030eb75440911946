import type { TestRows } from './test-rows.js';

interface Column {
  readonly name: string;
  readonly type: string;
}

/**
 * A row of each of these authorities in every table, whatever the tables are: what a new table holds must be kept apart as
 * well. The rows mean nothing, so the rules about meaning (foreign keys, checks, triggers) are taken off this database first.
 */
export async function fillEveryTable(rows: TestRows, authorityIds: readonly number[]): Promise<string[]> {
  await rows.query('set session_replication_role = replica');
  const checks = await rows.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
      where connamespace = 'public'::regnamespace and contype = 'c'`,
  );
  for (const { table, name } of checks) await rows.query(`alter table ${table} drop constraint ${name}`);
  const tables = await tablesOf(rows);
  for (const [index, table] of tables.entries()) {
    const columns = await columnsOf(rows, table);
    // A table of the installation holds what it holds, or one row.
    const isOfAuthority = columns.some(({ name }) => name === 'authority_id');
    const isFilled = !isOfAuthority && (await rows.query(`select 1 from ${table} limit 1`)).length > 0;
    for (const authorityId of isOfAuthority ? authorityIds : isFilled ? [] : [1]) {
      await insertRow(rows, table, columns, authorityId * 1000 + index + 1, authorityId);
    }
  }
  await rows.query('set session_replication_role = origin');
  return tables;
}

/** All but the list of migrations, which has rows of its own. */
export async function tablesOf(rows: TestRows): Promise<string[]> {
  const found = await rows.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'migrations' order by 1`,
  );
  return found.map(({ name }) => name);
}

function columnsOf(rows: TestRows, table: string): Promise<Column[]> {
  return rows.query<Column>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
        and (attnotnull or attname = 'authority_id')`,
    [table],
  );
}

async function insertRow(
  rows: TestRows,
  table: string,
  columns: readonly Column[],
  number: number,
  authorityId: number,
): Promise<void> {
  const values = columns.map(({ name, type }) =>
    name === 'authority_id' ? String(authorityId) : example(type, number),
  );
  await rows.query(
    `insert into ${table} (${columns.map(({ name }) => name).join(', ')}) values (${values.join(', ')})`,
  );
}

function example(type: string, number: number): string {
  if (type.endsWith('[]')) return "'{}'";
  const examples: Record<string, string> = {
    uuid: 'gen_random_uuid()',
    boolean: 'false',
    date: "'2026-01-01'",
    'timestamp with time zone': 'now()',
    json: "'{}'",
    jsonb: "'{}'",
    bytea: `'\\x${String(number).padStart(8, '0')}'`,
    text: `'text ${number}'`,
    inet: "'127.0.0.1'",
  };
  return examples[type] ?? String(number);
}
