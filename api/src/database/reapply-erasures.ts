import pg from 'pg';

import { signScope } from './signed-scope.js';

/**
 * Destroys again what a restored backup has brought back: everything whose id has one of these hashes. As the owner of the
 * tables, in the scope of each authority in turn, as row-level security binds the owner too. Gives how many cases were back.
 */
export async function reapplyErasures(
  ownerUrl: string,
  scopeKey: string,
  hashesByAuthority: ReadonlyMap<number, readonly string[]>,
): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const backend = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    let count = 0;
    for (const [authorityId, hashes] of hashesByAuthority) {
      await client.query('begin');
      const scope = signScope({ authorityId }, backend.rows[0]?.pid ?? 0, scopeKey, Date.now());
      await client.query("select set_config('panel.scope', $1, true)", [scope]);
      const result = await client.query<{ count: number }>('select panel_private.reapply_erasures($1) as count', [
        hashes,
      ]);
      await client.query('commit');
      count += result.rows[0]?.count ?? 0;
    }
    return count;
  } finally {
    await client.end();
  }
}
