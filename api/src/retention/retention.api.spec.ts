import { classOfCase, DEFAULT_RETENTION, RECORD_CLASSES, REFERRAL_STATUSES, retentionEnd } from '@panel/case-rules';
import { dateOfDayNumber, dayNumber } from '@panel/reference';
import fc from 'fast-check';
import pg from 'pg';

import { signScope } from '../database/signed-scope.js';
import { type Case, type Casework, type Person, startCasework } from '../testing/panel-casework.js';
import {
  declined as declinedCase,
  isThere as isThereOf,
  lastDayOfPeriod as short,
  periodOver as long,
} from '../testing/retention-cases.js';
import { RetentionTask } from './retention.task.js';

let casework: Casework;
let officer: Person;
let coordinator: Person;
let task: RetentionTask;

beforeAll(async () => {
  casework = await startCasework();
  officer = await casework.signIn('data_protection_officer');
  coordinator = await casework.signIn('coordinator');
  task = casework.service(RetentionTask);
});

afterAll(() => casework.stop());

const night = (): Promise<void> => task.run(1);
const isThere = (item: Case): Promise<boolean> => isThereOf(casework, item);
const declined = (on: string, pupilName?: string): Promise<Case> => declinedCase(casework, on, pupilName);

async function hold(upnOrReference: string, covers: 'child' | 'case') {
  return officer.create('/legal-holds', { upnOrReference, covers, reason: 'A complaint to the ombudsman' });
}

describe('the application’s own role', () => {
  let client: pg.Client;

  beforeAll(async () => {
    client = new pg.Client({ connectionString: casework.applicationUrl });
    await client.connect();
  });

  afterAll(() => client.end());

  /** One statement in the scope of authority 1, rolled back. */
  async function attempt(sql: string, values: unknown[] = []): Promise<string> {
    await client.query('begin');
    try {
      const backend = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      const scope = signScope({ authorityId: 1 }, backend.rows[0]?.pid ?? 0, casework.scopeKey, Date.now());
      await client.query("select set_config('panel.scope', $1, true), set_config('panel.destroying', 'yes', true)", [
        scope,
      ]);
      await client.query(sql, values);
      return 'done';
    } catch (error) {
      return error instanceof Error ? error.message : '';
    } finally {
      await client.query('rollback');
    }
  }

  it('cannot destroy what must be kept, whatever it says of the day', async () => {
    const item = await casework.aCase();
    for (const day of ['2026-11-24', '2999-01-01']) {
      expect(await attempt('select destroy_case($1, $2)', [item.id, day])).toBe('this case must be kept');
    }
    const young = await declined(short);
    expect(await attempt('select destroy_case($1, $2)', [young.id, '2026-11-24'])).toBe('this case must be kept');
  });

  it('cannot delete a case in any other way, nor reach what destroys without looking', async () => {
    const item = await declined(long);
    for (const table of [
      'referrals',
      'children',
      'assessments',
      'decisions',
      'commitment_entries',
      'consent_events',
      'destructions',
    ]) {
      expect(await attempt(`delete from ${table}`)).toContain('permission denied');
    }
    expect(await attempt("select panel_private.erase_case($1, 'sen_case', 1, 1, 1, false)", [item.id])).toContain(
      'permission denied',
    );
    expect(await attempt("select panel_private.reapply_erasures('{}')")).toContain('permission denied');
    expect(await attempt("update destructions set counts = '{}'")).toContain('permission denied');
    expect(await attempt('update retention_rules set days = 1')).toContain('permission denied');
  });

  it('of another authority destroys nothing of this one', async () => {
    const item = await declined(long);
    const elsewhere = await casework.anAuthority();
    await task.run(elsewhere);
    expect(await isThere(item)).toBe(true);
    await night();
    expect(await isThere(item)).toBe(false);
  });
});

describe('the rules', () => {
  it('of the database are those of the library, for every class', async () => {
    for (const recordClass of RECORD_CLASSES) {
      const [rule] = await casework.rows(`select months, days, version from retention_rule('${recordClass}')`);
      const { months, days } = DEFAULT_RETENTION[recordClass];
      expect(rule).toEqual({ months, days, version: 1 });
    }
  });

  it('give the same class and the same last day in the database and in the library', async () => {
    const date = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2026-11-24') }).map(dateOfDayNumber);
    const facts = fc.record({
      status: fc.constantFrom(...REFERRAL_STATUSES),
      bornOn: date,
      changedOn: date,
      createdOn: date,
    });
    for (const { status, bornOn, changedOn, createdOn } of fc.sample(facts, 60)) {
      const item = await casework.aCase();
      const isDraft = status === 'draft';
      await casework.rows(
        `update referrals set status = $2, status_changed_on = $3, created_at = $4::date + interval '12 hours', return_reason = 'x',
           decline_reason = 'outside_remit', child_id = case when $5 then null else child_id end where id = $1`,
        [item.id, status, changedOn, createdOn, isDraft],
      );
      await casework.rows("update referral_sections set saved_at = '1980-01-01' where referral_id = $1", [item.id]);
      await casework.rows(
        'update children set born_on = $2 where id = (select child_id from referrals where id = $1)',
        [item.id, bornOn],
      );
      const lastChangedOn = createdOn > changedOn ? createdOn : changedOn;
      const expected = classOfCase({
        status,
        bornOn: isDraft ? null : bornOn,
        hadSupport: false,
        statusChangedOn: changedOn,
        lastChangedOn,
      });
      const end = expected && retentionEnd(DEFAULT_RETENTION[expected.recordClass], expected.startsOn);
      const [found] = await casework.scoped<{ class: string | null; end: string | null }>(
        `select record_class as class, to_char(kept_until, 'YYYY-MM-DD') as end from case_retention('2026-11-24', '${item.id}')`,
      );
      expect(found).toEqual({ class: expected?.recordClass ?? null, end });
      await casework.rows(
        "update referrals set status = 'submitted', child_id = coalesce(child_id, (select id from children limit 1)) where id = $1 and child_id is not null",
        [item.id],
      );
      await casework.rows('delete from referral_sections where referral_id = $1 and $2', [item.id, isDraft]);
      if (isDraft) {
        // Only the destruction of a case may delete one.
        await casework.rows('alter table assessments disable trigger user');
        await casework.rows('delete from assessments where referral_id = $1', [item.id]);
        await casework.rows('alter table assessments enable trigger user');
        await casework.rows('delete from referrals where id = $1', [item.id]);
      }
    }
  });

  it('are set as new versions with their source, by the officer and the administrator, within bounds', async () => {
    const set = (person: Person, version: number, changes: object = {}) =>
      person.put(
        '/retention-rules/mail',
        { months: 3, days: 0, source: 'Board, 3 November 2026', ...changes },
        version,
      );
    expect((await set(coordinator, 1)).status).toBe(403);
    const short = await set(officer, 1, { months: 0, days: 3 });
    expect([short.status, short.body.errors[0].code]).toEqual([422, 'period_too_short']);
    expect((await set(officer, 2)).status).toBe(412);
    const answer = await set(await casework.signIn('administrator'), 1);
    const mail = answer.body.items.find(({ recordClass }: { recordClass: string }) => recordClass === 'mail');
    expect(mail).toMatchObject({ version: 2, months: 3, source: 'Board, 3 November 2026' });
    expect((await set(officer, 1)).status).toBe(412);
    expect((await officer.put('/retention-rules/nothing', { months: 3, days: 0, source: 'x' }, 1)).status).toBe(404);
  });

  it('show what they would destroy until a day', async () => {
    const soon = await declined('2023-12-10');
    const today = (await officer.get('/retention-preview')).body;
    expect(today.items.map(({ reference }: { reference: string }) => reference)).not.toContain(soon.reference);
    const month = (await officer.get('/retention-preview?until=2026-12-24')).body;
    expect(month.items).toContainEqual({
      referralId: soon.id,
      reference: soon.reference,
      recordClass: 'unsuccessful_referral',
      keptUntil: '2026-12-10',
      reasons: [],
    });
    expect((await officer.get('/retention-preview?until=2026-01-01')).status).toBe(422);
    expect((await coordinator.get('/retention-preview')).status).toBe(403);
  });
});

describe('a hold', () => {
  it('is for the officer alone, on something that is there', async () => {
    const item = await casework.aCase();
    const body = { upnOrReference: item.reference, covers: 'case', reason: 'x' };
    expect((await coordinator.create('/legal-holds', body)).status).toBe(403);
    expect((await hold('EIP-1900-0001', 'case')).body.errors[0].code).toBe('case_unknown');
    const stranger = await casework.signIn('data_protection_officer', { authorityId: await casework.anAuthority() });
    expect((await stranger.create('/legal-holds', body)).body.errors[0].code).toBe('case_unknown');
    const placed = await hold(item.reference, 'case');
    expect((await stranger.change(`/legal-holds/${placed.body.id}/lift`, 1, { reason: 'x' })).status).toBe(404);
    expect((await casework.events(placed.body.id)).map(({ event }) => event)).toEqual(['legal_hold.placed']);
  });
});

describe('the function that destroys a case', () => {
  it('names every table that leads to a case, unless its key takes the rows along (a new table must be added to it)', async () => {
    const tables = await casework.rows<{ name: string }>(
      `with recursive related as (
         select 'referrals'::regclass as relation union
         select c.conrelid::regclass from pg_constraint c join related l on c.confrelid = l.relation
          where c.contype = 'f' and c.confdeltype <> 'c')
       select relation::text as name from related order by 1`,
    );
    const [source] = await casework.rows<{ text: string }>(
      `select string_agg(prosrc, ' ') as text from pg_proc where proname in ('erase_case', 'erase_access_requests')`,
    );
    const missing = tables.filter(
      ({ name }) => !new RegExp(`(delete from|update) ${name}\\b`).test(source?.text ?? ''),
    );
    expect(missing).toEqual([]);
  });
});
