import pg from 'pg';
import type { DataSourceOptions, MixedList } from 'typeorm';

const bigint = 20;
const date = 1082;

/** How the driver hands values over: amounts as numbers (all ours are safe integers), dates as 'YYYY-MM-DD', never as instants. */
const valueTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === bigint) return Number;
    if (oid === date) return (value) => value;
    // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- pg types its parsers as any
    const usual: (value: string) => unknown = pg.types.getTypeParser(oid, format);
    return usual;
  },
};

export function dataSourceOptions(
  url: string,
  poolSize: number,
  entities: MixedList<new () => object>,
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    synchronize: false,
    poolSize,
    applicationName: 'inclusion-panel',
    extra: {
      types: valueTypes,
      // Statements leave without waiting for the answers of those before: see Transactions.read.
      pipeline: true,
      // Every wait has an end: for a connection, for a statement, for a forgotten transaction.
      connectionTimeoutMillis: 15_000,
      statement_timeout: 60_000,
      idle_in_transaction_session_timeout: 60_000,
      idleTimeoutMillis: 30_000,
    },
  };
}
