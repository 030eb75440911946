import type pg from 'pg';

import { identity } from '../auth/actor.js';
import { signScope } from '../database/signed-scope.js';
import type { Scope } from '../database/transactions.js';
import { chainOfAuthority, chainOfInstallation, readAnchors } from './audit-anchors.js';
import { type Anchor, type ChainRow, type ChainSource, describeFault, verifyChain } from './audit-chain.js';
import {
  endsOfAuthority,
  endsOfInstallation,
  type EndsRow,
  eventsAfter,
  installationEventsAfter,
  toEnds,
} from './audit-chain.query.js';

/** The head and the rows as one connection sees them, in the scope of whose they are. */
class Chains {
  constructor(
    private readonly client: pg.Client,
    private readonly scopeKey: string,
  ) {}

  async inScope<Row extends pg.QueryResultRow>(scope: Scope, sql: string, values: unknown[]): Promise<Row[]> {
    // Signed anew for each statement: a signature lasts some minutes, a verification may last longer.
    const backend = Number(Reflect.get(this.client, 'processID') ?? 0);
    const signed = signScope(scope, backend, this.scopeKey, Date.now());
    await this.client.query(`select set_config('panel.scope', '${signed}', false)`);
    return (await this.client.query<Row>(sql, values)).rows;
  }

  ofAuthority(authorityId: number): ChainSource {
    const scope = { authorityId };
    return {
      readAfter: async (seq) => toRows(await this.inScope<ChainRow>(scope, eventsAfter, [authorityId, seq])),
      readEnds: async () => toEnds((await this.inScope<EndsRow>(scope, endsOfAuthority, [authorityId]))[0]),
    };
  }

  ofInstallation(): ChainSource {
    return {
      readAfter: async (seq) => toRows(await this.inScope<ChainRow>(identity, installationEventsAfter, [seq])),
      readEnds: async () => toEnds((await this.inScope<EndsRow>(identity, endsOfInstallation, []))[0]),
    };
  }
}

function toRows(rows: readonly ChainRow[]): ChainRow[] {
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** Verifies the chain of every authority and that of the installation, and says what it found. True: all are whole. */
export async function verifyAllChains(
  client: pg.Client,
  scopeKey: string,
  anchorFile: string | null,
  say: (line: string) => void,
): Promise<boolean> {
  const chains = new Chains(client, scopeKey);
  const authorities = await chains.inScope<{ id: number; name: string }>(
    identity,
    'select id, name from authorities order by id',
    [],
  );
  if (authorities.length === 0) say('There is no authority, or the scope key is not the one of this database.');
  let isWhole = authorities.length > 0;
  const check = async (name: string, source: ChainSource, anchors: readonly Anchor[]): Promise<void> => {
    const started = performance.now();
    const { events, end, fault } = await verifyChain(source, anchors);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const against = anchorFile ? `, ${anchors.length} anchors` : ', no file of anchors';
    if (fault) say(`BROKEN  ${name}: ${describeFault(fault)}`);
    else say(`whole   ${name}: ${events} events in ${seconds} s${against}, ends with ${end.hash.toString('hex')}`);
    isWhole &&= fault === null;
  };
  const anchorsOf = (chain: string): Promise<Anchor[]> =>
    anchorFile ? readAnchors(anchorFile, chain) : Promise.resolve([]);
  for (const { id, name } of authorities) {
    await check(`${name} (${id})`, chains.ofAuthority(id), await anchorsOf(chainOfAuthority(id)));
  }
  await check('the installation', chains.ofInstallation(), await anchorsOf(chainOfInstallation));
  return isWhole;
}
