import type { World } from '../matrix/world.js';

const mark = 'Canary';

/**
 * Everything that would betray the other authority: the ids of all its rows, and a word that its schools, children and cases
 * are called by. What stands in no row of one's own. The ways to
 * sign in are not among them: the sign-in page shows those of every authority to everybody.
 */
export async function markForeignRows({ rows, elsewhere }: World): Promise<{ findIn(text: string): string | null }> {
  await rows.query(`update schools set name = '${mark} ' || urn where authority_id = $1`, [elsewhere]);
  await rows.query(`update children set legal_surname = '${mark}' where authority_id = $1`, [elsewhere]);
  await rows.query(`update referrals set pupil_name = 'Robin ${mark}' where authority_id = $1`, [elsewhere]);
  const columns = await rows.query<{ table: string; name: string }>(
    `select a.attrelid::regclass::text as table, a.attname as name from pg_attribute a
       join pg_attribute o on o.attrelid = a.attrelid and o.attname = 'authority_id'
       join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      where a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype and c.relname <> 'identity_providers'`,
  );
  const foreign = new Set<string>();
  for (const { table, name } of columns) {
    const found = await rows.query<{ id: string }>(
      `select distinct ${name}::text as id from ${table} where authority_id = $1 and ${name} is not null
        except select ${name}::text from ${table} where authority_id = 1`,
      [elsewhere],
    );
    for (const { id } of found) foreign.add(id);
  }
  return {
    findIn(text) {
      if (text.includes(mark)) return mark;
      for (const [id] of text.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g)) {
        if (foreign.has(id)) return id;
      }
      return null;
    },
  };
}
