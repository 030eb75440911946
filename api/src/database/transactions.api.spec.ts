import { DataSource } from 'typeorm';

import { startTestApplication, type TestApplication } from '../testing/test-application.js';
import { insertCohort } from '../testing/test-cohort.js';
import { referralListStatement } from '../referrals/referral-list.query.js';
import { Transactions, type Tx } from './transactions.js';

let test: TestApplication;
let transactions: Transactions;
let authorities: number[];

beforeAll(async () => {
  // Two connections for everybody: each is used by all authorities in turn.
  test = await startTestApplication('2026-11-24', { databasePoolSize: 2 });
  transactions = test.app.get(Transactions);
  authorities = [1, await test.rows.anAuthority('Othershire'), await test.rows.anAuthority('Thirdshire')];
  for (const authorityId of authorities) await test.rows.aSchool({ authorityId });
});

afterAll(() => test.close());

const seenBy = async (tx: Tx): Promise<number[]> =>
  (await tx.rows<{ id: number }>('select distinct authority_id as id from schools')).map(({ id }) => id);

/** Small pseudo-random numbers from a seed (Lehmer), so that a failure can be repeated. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('transactions of several authorities through two pooled connections', () => {
  it('never see each other’s rows, whatever fails or is cut off in between', async () => {
    const random = numbersFrom(20_261_125);
    const wrong: string[] = [];
    let failures = 0;
    const unit = async (number: number): Promise<void> => {
      const authorityId = authorities[Math.floor(random() * authorities.length)] ?? 1;
      const fate = random();
      const isWrite = random() < 0.5;
      const work = async (tx: Tx): Promise<void> => {
        const before = await seenBy(tx);
        if (fate < 0.15) await tx.rows('select 1 / 0');
        if (fate >= 0.15 && fate < 0.3) throw new Error('the work fails');
        if (fate >= 0.3 && fate < 0.35) {
          await tx.rows("set local statement_timeout = '2ms'");
          await tx.rows('select pg_sleep(1)');
        }
        const after = await seenBy(tx);
        if ([...before, ...after].join() !== `${authorityId},${authorityId}`)
          wrong.push(`${number}: ${before.join()} ${after.join()}`);
      };
      const done = isWrite ? transactions.run({ authorityId }, work) : transactions.read({ authorityId }, work);
      await done.catch(() => (failures += 1));
    };
    for (let batch = 0; batch < 50; batch += 1) {
      await Promise.all(Array.from({ length: 60 }, (_, index) => unit(batch * 60 + index)));
    }
    expect(wrong).toEqual([]);
    expect(failures).toBeGreaterThan(700);
  }, 60_000);

  it('leave no setting behind on the connection that they give back', async () => {
    const dataSource = test.app.get(DataSource);
    for (let look = 0; look < 10; look += 1) {
      await transactions.run({ authorityId: 1 }, seenBy);
      const [row] = await dataSource.query<{ setting: string | null; schools: number }[]>(
        "select current_setting('panel.scope', true) as setting, (select count(*)::int from schools) as schools",
      );
      expect({ setting: row?.setting || null, schools: row?.schools }).toEqual({ setting: null, schools: 0 });
    }
  });

  it('go from one authority to another only where they say so', async () => {
    const [first = 0, second = 0] = authorities;
    await transactions.run({ authorityId: first }, async (tx) => {
      expect(await seenBy(tx)).toEqual([first]);
      await tx.enter({ authorityId: second });
      expect(await seenBy(tx)).toEqual([second]);
    });
  });

  it('cannot write when they only read', async () => {
    await expect(transactions.read({ authorityId: 1 }, (tx) => tx.rows('delete from schools'))).rejects.toThrow(
      'read-only transaction',
    );
  });
});

describe('the policies', () => {
  it('are evaluated once a statement and leave the list its index', async () => {
    await insertCohort(test.rows, 5_000, '2026-06-30');
    await test.rows.query('analyze');
    const statement = referralListStatement(
      {
        authorityId: 1,
        userId: '00000000-0000-4000-8000-000000000001',
        name: '',
        grants: [{ role: 'coordinator', schoolId: null, providerId: null }],
        allGrants: [],
        origin: { address: null, sessionId: null, requestId: null },
      },
      { sort: 'newest' },
    );
    const plan = await transactions.read({ authorityId: 1 }, (tx) =>
      tx.rows<Record<string, string>>(`explain ${statement.sql}`, statement.values),
    );
    const text = plan.flatMap((row) => Object.values(row)).join('\n');
    expect(text).toContain('InitPlan');
    expect(text).toMatch(/Index Scan.* using referrals_by_day/);
    // Once a statement: as a filter of each row the function would stand in a Filter line by its name.
    expect(text).not.toMatch(/Filter:.*scope_authority_id\(\)/);
  });
});
