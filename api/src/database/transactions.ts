import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, type ObjectLiteral, type QueryRunner } from 'typeorm';

import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { type Scope, signScope } from './signed-scope.js';

export type { Scope } from './signed-scope.js';

/** A transaction that is under way. Services hand it on; only repositories and queries look inside. */
export interface Tx {
  readonly manager: EntityManager;
  /** Raw SQL for a screen. With a `name` the plan is kept by the connection: for the hot lists. */
  readonly rows: <Row extends ObjectLiteral>(sql: string, values?: readonly unknown[], name?: string) => Promise<Row[]>;
  /** From here on the transaction sees what this scope sees: for work that goes from a person to their authority. */
  readonly enter: (scope: Scope) => Promise<void>;
  /** Done last, and part of the transaction: for what others wait for, such as the end of the audit chain. */
  readonly beforeCommit: (work: () => Promise<void>) => void;
}

interface PgClient {
  /** The connection's process in Postgres. */
  readonly processID: number | null;
  query(config: { name?: string; text: string; values?: readonly unknown[] }): Promise<{ rows: ObjectLiteral[] }>;
}

/** The only way to the database. Each unit of work is one transaction on one connection that knows its authority. */
@Injectable()
export class Transactions {
  private readonly scopeKey: string;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(environmentToken) environment: Environment,
  ) {
    this.scopeKey = environment.scopeKey ?? '';
  }

  /**
   * Reads only; Postgres refuses a write. The connection pipelines: the first statement leaves together with BEGIN, and
   * nobody waits for the end of a transaction that cannot change anything.
   */
  async read<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = await connect(runner);
    try {
      const begun = client.query({ text: `BEGIN READ ONLY; ${this.entering(scope, client)}` });
      begun.catch(() => undefined); // awaited below, after what was sent behind it
      const result = await work(this.open(runner, client, refuseEndings));
      await begun;
      return result;
    } finally {
      client.query({ text: 'ROLLBACK' }).catch(() => undefined); // a lost connection has ended it already
      await runner.release();
    }
  }

  /** Reads and writes; everything or nothing. */
  async run<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = await connect(runner);
    try {
      await client.query({ text: `BEGIN READ WRITE; ${this.entering(scope, client)}` });
      markActive(runner, true);
      const endings: (() => Promise<void>)[] = [];
      const result = await work(this.open(runner, client, (ending) => void endings.push(ending)));
      for (const ending of endings) await ending();
      await client.query({ text: 'COMMIT' });
      return result;
    } catch (error) {
      await client.query({ text: 'ROLLBACK' }).catch(() => undefined); // the connection is gone: Postgres has rolled back itself
      throw error;
    } finally {
      markActive(runner, false);
      await runner.release();
    }
  }

  private open(runner: QueryRunner, client: PgClient, beforeCommit: Tx['beforeCommit']): Tx {
    return {
      manager: runner.manager,
      rows: rowsOf(client),
      beforeCommit,
      enter: async (scope) => void (await client.query({ text: this.entering(scope, client) })),
    };
  }

  /** Local to the transaction, so that a pooled connection never keeps it. A signed scope has no character that SQL minds. */
  private entering(scope: Scope, client: PgClient): string {
    const signed = signScope(scope, client.processID ?? 0, this.scopeKey, Date.now());
    return `SELECT set_config('panel.scope', '${signed}', true)`;
  }
}

/** A transaction that only reads has no end at which something could be left. */
function refuseEndings(): never {
  throw new Error('a reading transaction leaves nothing: use run');
}

async function connect(runner: QueryRunner): Promise<PgClient> {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- TypeORM gives the driver's client as any
  return (await runner.connect()) as PgClient;
}

function rowsOf(client: PgClient): Tx['rows'] {
  return async <Row extends ObjectLiteral>(sql: string, values: readonly unknown[] = [], name?: string) => {
    const { rows } = await client.query({ text: sql, values, ...(name !== undefined && { name }) });
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a statement's columns are named beside it
    return rows as Row[];
  };
}

// TypeORM opens a transaction of its own around save() unless it believes that one is under way.
function markActive(runner: QueryRunner, isActive: boolean): void {
  Object.assign(runner, { isTransactionActive: isActive });
}
