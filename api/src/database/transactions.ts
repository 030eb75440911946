import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, type ObjectLiteral, type QueryRunner } from 'typeorm';

/** Who is asking, as far as the database must know it. `null`: nobody yet (sign-in), sees no authority's rows. */
export interface Scope {
  readonly authorityId: number | null;
}

/** A transaction that is under way. Services hand it on; only repositories and queries look inside. */
export interface Tx {
  readonly manager: EntityManager;
  /** Raw SQL for a screen. With a `name` the plan is kept by the connection: for the hot lists. */
  readonly rows: <Row extends ObjectLiteral>(sql: string, values?: readonly unknown[], name?: string) => Promise<Row[]>;
}

interface PgClient {
  query(config: { name?: string; text: string; values?: readonly unknown[] }): Promise<{ rows: ObjectLiteral[] }>;
}

/** The only way to the database. Each unit of work is one transaction on one connection that knows its authority. */
@Injectable()
export class Transactions {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * One statement before anybody is known (whose session is this?), which is a transaction by itself: no authority is set,
   * so no row of one is seen, and two round trips are saved on every request.
   */
  readonly lookUp: Tx['rows'] = async (sql, values, name) => {
    const runner = this.dataSource.createQueryRunner();
    const client = await connect(runner);
    try {
      return await rowsOf(client)(sql, values, name);
    } finally {
      await runner.release();
    }
  };

  /**
   * Reads only; Postgres refuses a write. The connection pipelines: the first statement leaves together with BEGIN, and
   * nobody waits for the end of a transaction that cannot change anything.
   */
  async read<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = await connect(runner);
    try {
      const begun = client.query({ text: beginning(scope, 'READ ONLY') });
      begun.catch(() => undefined); // awaited below, after what was sent behind it
      const result = await work(openTransaction(runner, client));
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
      await client.query({ text: beginning(scope, 'READ WRITE') });
      markActive(runner, true);
      const result = await work(openTransaction(runner, client));
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
}

/**
 * One round trip for both. The authority is an integer by type and by Number(), so it cannot carry SQL; the setting is local
 * to the transaction, so a pooled connection never keeps it.
 */
function beginning({ authorityId }: Scope, mode: 'READ WRITE' | 'READ ONLY'): string {
  const authority = authorityId === null ? '' : String(Number(authorityId));
  return `BEGIN ${mode}; SELECT set_config('app.authority_id', '${authority}', true)`;
}

function openTransaction(runner: QueryRunner, client: PgClient): Tx {
  return { manager: runner.manager, rows: rowsOf(client) };
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
