import type { TestRows } from '../test-rows.js';

export async function insertRow(
  { rows }: { readonly rows: TestRows },
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<string> {
  const columns = Object.keys(row);
  const [inserted] = await rows.query<{ id: string }>(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')}) returning id`,
    Object.values(row),
  );
  return inserted?.id ?? '';
}
