import { randomUUID } from 'node:crypto';

import { jest } from '@jest/globals';
import fc from 'fast-check';
import type { ReferralStatus } from '@panel/case-rules';

import { ChildrenRepository } from '../children/children.repository.js';
import { Transactions } from '../database/transactions.js';
import { demoUpn } from '../demo/demo-cohort-2021.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

jest.setTimeout(60_000);

let test: TestApplication;
let coordinator: SignedIn;
let officer: SignedIn;
let serial = 0;

beforeAll(async () => {
  test = await startTestApplication();
  coordinator = await test.signInAs('coordinator');
  officer = await test.signInAs('data_protection_officer');
});

afterAll(() => test.close());

interface Facts {
  readonly legalForename?: string;
  readonly legalSurname?: string;
  readonly bornOn?: string;
  readonly upn?: string;
}

async function aChild(status: ReferralStatus = 'closed', facts: Facts = {}): Promise<string> {
  serial += 1;
  const answers = test.rows.completeAnswers();
  const upn = facts.upn ?? demoUpn(2050 + Math.floor(serial / 900), serial % 900);
  const referralId = await test.rows.aReferral({
    status,
    answers: { ...answers, pupil: { ...answers.pupil, legalForename: 'Robin', bornOn: '2016-03-05', ...facts, upn } },
  });
  const [row] = await test.rows.query<{ id: string }>('select child_id as id from referrals where id = $1', [
    referralId,
  ]);
  return row?.id ?? '';
}

const keepAll = {
  ...{ upn: 'kept', legalForename: 'kept', legalSurname: 'kept', preferredName: 'kept' },
  ...{ bornOn: 'kept', sex: 'kept', ncYear: 'kept' },
};

async function mergeBody(keptChildId: string, mergedChildId: string, picks: object = {}): Promise<object> {
  const { body } = await coordinator.post('/child-merges/preview', { keptChildId, mergedChildId }).expect(200);
  const [keptVersion, mergedVersion] = [body.kept.version, body.merged.version];
  return {
    keptChildId,
    mergedChildId,
    keptVersion,
    mergedVersion,
    picks: { ...keepAll, ...picks },
    reason: 'One child',
  };
}

async function merge(kept: string, merged: string, picks: object = {}): Promise<{ id: string; version: number }> {
  return (await coordinator.post('/child-merges', await mergeBody(kept, merged, picks)).expect(201)).body;
}

const undo = ({ id, version }: { id: string; version: number }) =>
  coordinator.post(`/child-merges/${id}/undo`, { reason: 'They are two children' }, { version });

/** Everything that a merge touches, but for the counting of versions. */
async function picture(): Promise<unknown> {
  const rows = async (sql: string) => test.rows.query(sql);
  return [
    await rows(
      'select id, upn, legal_forename, legal_surname, preferred_name, born_on, sex, nc_year, merged_into_id from children order by id',
    ),
    await rows('select id, child_id, status from referrals order by id'),
    await rows('select id, child_id from access_requests order by id'),
    await rows('select id, child_id, lifted_at from legal_holds order by id'),
    await rows('select id, child_id, school_id, moved_on from child_moves order by id'),
    await rows('select * from sibling_links order by id'),
  ];
}

describe('a merge', () => {
  it('is shown before: both records side by side, and what would move', async () => {
    const [kept, merged] = [await aChild('accepted'), await aChild('closed', { legalForename: 'Robyn' })];
    const { body } = await coordinator
      .post('/child-merges/preview', { keptChildId: kept, mergedChildId: merged })
      .expect(200);
    expect(body).toMatchObject({
      kept: { id: kept, version: 1, facts: { legalForename: 'Robin' }, referrals: [{ isOpen: true }] },
      merged: { id: merged, facts: { legalForename: 'Robyn', bornOn: '2016-03-05' }, referrals: [{ isOpen: false }] },
      obstacles: [],
    });
  });

  it('takes everything to the record that stays, with the values that were chosen, and the old UPN is known', async () => {
    const temporary = 'L85700002601B';
    const [kept, merged] = [
      await aChild('closed', { upn: temporary }),
      await aChild('accepted', { legalForename: 'Robyn' }),
    ];
    const [facts] = await test.rows.query<{ upn: string }>('select upn from children where id = $1', [merged]);
    const done = await merge(kept, merged, { upn: 'merged', legalForename: 'merged' });
    const { body } = await coordinator.get(`/children/${kept}`).expect(200);
    expect(body).toMatchObject({ upn: { value: facts?.upn }, legalForename: 'Robyn', merges: [{ id: done.id }] });
    expect(body.referrals).toHaveLength(2);
    // Whoever has the address or the UPN of the other record comes to this one.
    expect((await coordinator.get(`/children/${merged}`).expect(200)).body.id).toBe(kept);
    const found = await coordinator.post('/children/search', { search: temporary }).expect(200);
    expect(found.body.items).toEqual([expect.objectContaining({ id: kept })]);
    const about = await officer.post('/access-requests/find-child', { upnOrReference: temporary }).expect(200);
    expect(about.body.items).toMatchObject([{ id: kept, caseCount: 2 }]);
    const events = await test.rows.query<{ event: string; id: string }>(
      "select event, subject_id as id from audit_events where event in ('child.merged', 'child.merged_away') and subject_id in ($1, $2) order by audit_events.id",
      [kept, merged],
    );
    expect(events).toEqual([
      { event: 'child.merged', id: kept },
      { event: 'child.merged_away', id: merged },
    ]);
  });

  it('leaves legal holds and access requests in force', async () => {
    const [kept, merged] = [await aChild(), await aChild()];
    const clerk = await test.rows.aMember();
    const [hold] = await test.rows.query<{ id: string }>(
      "insert into legal_holds (authority_id, child_id, reason, placed_by, placed_at) values (1, $1, 'A complaint', $2, now()) returning id",
      [merged, clerk],
    );
    const done = await merge(kept, merged);
    const held = async (childId: string) =>
      test.rows.query('select 1 from legal_holds where id = $1 and child_id = $2 and lifted_at is null', [
        hold?.id,
        childId,
      ]);
    expect(await held(kept)).toHaveLength(1);
    expect((await coordinator.get(`/child-merges/${done.id}`).expect(200)).body).toMatchObject({
      legalHolds: 1,
      canUndo: true,
    });
    await undo(done).expect(200);
    expect(await held(merged)).toHaveLength(1);
  });

  it('is refused while both records have an open referral, and says what to do', async () => {
    const [kept, merged] = [await aChild('accepted'), await aChild('submitted')];
    const body = await mergeBody(kept, merged);
    const before = await picture();
    const answer = await coordinator.post('/child-merges', body).expect(409);
    expect(answer.body).toMatchObject({
      code: 'child_merge_refused',
      detail: expect.stringMatching(/EIP-.+ and EIP-/),
    });
    expect(await picture()).toEqual(before);
  });

  it('is refused for a record that changed since it was read, for the same one, and to others', async () => {
    const [kept, merged] = [await aChild(), await aChild()];
    const body = await mergeBody(kept, merged);
    await coordinator.put(`/children/${merged}/nc-year`, { ncYear: '5' }, 1).expect(200);
    expect((await coordinator.post('/child-merges', body).expect(412)).body.code).toBe('version_stale');
    await coordinator.post('/child-merges/preview', { keptChildId: kept, mergedChildId: kept }).expect(422);
    await coordinator.post('/child-merges/preview', { keptChildId: kept, mergedChildId: randomUUID() }).expect(404);
    const senco = await test.signInAs('senco', { schoolId: await test.rows.aSchool() });
    await senco.post('/child-merges', body).expect(403);
    const stranger = await test.signInAs('coordinator', { authorityId: await test.rows.anAuthority(randomUUID()) });
    await stranger.post('/child-merges/preview', { keptChildId: kept, mergedChildId: merged }).expect(404);
  });

  it('is made once when two people make it at once', async () => {
    const [kept, merged] = [await aChild(), await aChild()];
    const body = await mergeBody(kept, merged);
    const answers = await Promise.all([
      coordinator.post('/child-merges', body),
      coordinator.post('/child-merges', body),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 404]);
  });
});

describe('a table that has a key to children', () => {
  it('is one that a merge moves, or that belongs to the record itself', async () => {
    const rows = await test.rows.query<{ key: string }>(
      `select k.conrelid::regclass::text || '.' || a.attname as key
         from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey) and a.attname <> 'authority_id'
        where k.contype = 'f' and k.confrelid = 'children'::regclass order by 1`,
    );
    const moved = ['access_requests.child_id', 'child_moves.child_id', 'legal_holds.child_id', 'referrals.child_id'];
    const links = ['sibling_links.child_id', 'sibling_links.sibling_id'];
    const own = ['child_merges.kept_child_id', 'child_merges.merged_child_id', 'children.merged_into_id'];
    // Said of two records as they were: of the merged one and a third it is judged anew.
    own.push('told_apart_children.child_id', 'told_apart_children.other_id');
    // A new one belongs into ChildMergesRepository.moveAll and moveBack first, and then here.
    expect(rows.map(({ key }) => key)).toEqual([...moved, ...links, ...own].toSorted());
  });
});

describe('undoing a merge', () => {
  it('puts everything back where it was, whatever there was', async () => {
    const shape = fc.record({
      statuses: fc.constantFrom<[ReferralStatus, ReferralStatus]>(
        ['closed', 'closed'],
        ['accepted', 'closed'],
        ['declined', 'submitted'],
      ),
      picks: fc.record(
        Object.fromEntries(Object.keys(keepAll).map((field) => [field, fc.constantFrom('kept', 'merged')])),
      ),
      hasHold: fc.boolean(),
      hasMove: fc.boolean(),
      siblings: fc.constantFrom('none', 'of_merged', 'of_both', 'each_other'),
    });
    await fc.assert(
      fc.asyncProperty(shape, async ({ statuses, picks, hasHold, hasMove, siblings }) => {
        const kept = await aChild(statuses[0]);
        const merged = await aChild(statuses[1], {
          legalForename: 'Robyn',
          legalSurname: 'Other',
          bornOn: '2016-05-03',
        });
        const clerk = await test.rows.aMember();
        const link = (a: string, b: string) =>
          test.rows.query(
            `insert into sibling_links (authority_id, child_id, sibling_id, reason, linked_by, linked_at)
             values (1, least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), 'Known', $3, now())`,
            [a, b, clerk],
          );
        const sibling = await aChild();
        if (siblings === 'each_other') await link(kept, merged);
        if (siblings === 'of_merged' || siblings === 'of_both') await link(merged, sibling);
        if (siblings === 'of_both') await link(kept, sibling);
        if (hasHold)
          await test.rows.query(
            "insert into legal_holds (authority_id, child_id, reason, placed_by, placed_at) values (1, $1, 'A complaint', $2, now())",
            [merged, clerk],
          );
        if (hasMove)
          for (const childId of [kept, merged])
            await test.rows.query(
              "insert into child_moves (authority_id, child_id, school_id, moved_on, recorded_by, recorded_at) values (1, $1, $2, '2026-01-01', $3, now())",
              [childId, await test.rows.aSchool(), clerk],
            );
        const before = await picture();
        const done = await merge(kept, merged, picks);
        expect(await picture()).not.toEqual(before);
        await undo(done).expect(200);
        expect(await picture()).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });

  it('keeps what happened since, and says so before', async () => {
    const [kept, merged] = [await aChild(), await aChild('closed', { legalForename: 'Robyn' })];
    const done = await merge(kept, merged, { legalForename: 'merged' });
    await test.rows.query("update children set legal_forename = 'Corrected' where id = $1", [kept]);
    const later = await test.rows.aReferral({ status: 'accepted' });
    await test.rows.query("update referrals set child_id = $1, created_at = now() + interval '1 day' where id = $2", [
      kept,
      later,
    ]);
    const shown = await coordinator.get(`/child-merges/${done.id}`).expect(200);
    expect(shown.body.changesSince).toEqual([
      'The legal forename was changed since; it stays as it is now.',
      expect.stringMatching(/^EIP-.* was started since; it stays with the record that was kept\.$/),
    ]);
    const undone = await undo(done).expect(200);
    expect(undone.body).toMatchObject({ canUndo: false, undoReason: 'They are two children' });
    const [row] = await test.rows.query('select legal_forename from children where id = $1', [kept]);
    expect(row).toEqual({ legal_forename: 'Corrected' });
    const [referral] = await test.rows.query('select child_id from referrals where id = $1', [later]);
    expect(referral).toEqual({ child_id: kept });
    await undo({ ...done, version: 2 }).expect(409);
  });

  it('is refused while the UPN that would come back belongs to another record', async () => {
    const kept = await aChild();
    const merged = await aChild();
    const upnOf = async (id: string) =>
      (await test.rows.query<{ upn: string }>('select upn from children where id = $1', [id]))[0]?.upn;
    const [ofKept, ofMerged] = [await upnOf(kept), await upnOf(merged)];
    const made = await merge(kept, merged, { upn: 'merged' });
    const another = await aChild();
    // A record has been given another UPN by hand, and then somebody referred a child with the old one.
    for (const [changed, taken] of [
      [merged, ofKept],
      [kept, ofMerged],
    ] as const) {
      await test.rows.query("update children set upn = '~' || id where id = $1", [changed]);
      await test.rows.query('update children set upn = $2 where id = $1', [another, taken]);
      const refused = await coordinator
        .post(`/child-merges/${made.id}/undo`, { reason: 'Two children' }, { version: made.version })
        .expect(409);
      expect(refused.body.code).toBe('child_merge_undo_refused');
      expect(refused.body.detail).toContain('UPN');
      expect(JSON.stringify(refused.body)).not.toContain(taken);
    }
  });

  it('waits until a later merge of the same record is undone, and ends after thirty days', async () => {
    const [a, b, c] = [await aChild(), await aChild(), await aChild()];
    const first = await merge(a, b);
    const second = await merge(c, a);
    expect((await coordinator.get(`/children/${b}`)).body.id).toBe(c);
    const refused = await undo(first).expect(409);
    expect(refused.body.detail).toContain('Undo that merge first');
    await undo({ ...second, version: 9 }).expect(412);
    await undo(second).expect(200);
    test.clock.set('2026-12-24T10:00:00Z');
    coordinator = await test.signInAs('coordinator');
    const late = await undo(first).expect(409);
    expect(late.body.detail).toContain('30 days');
    test.clock.set('2026-11-24T10:00:00Z');
    coordinator = await test.signInAs('coordinator');
  });
});

describe('a submission under the UPN of a record that was merged', () => {
  it('goes to the record that stayed, whose facts stay as they were chosen', async () => {
    const [kept, merged] = [await aChild(), await aChild('closed', { legalForename: 'Robyn' })];
    const [old] = await test.rows.query<{ upn: string }>('select upn from children where id = $1', [merged]);
    await merge(kept, merged);
    const submitted = {
      legalForename: 'Robyn',
      legalSurname: 'Newer',
      preferredName: '',
      bornOn: '2016-03-05',
      sex: 'M',
    };
    const childId = await test.app
      .get(Transactions)
      .run({ authorityId: 1 }, (tx) =>
        test.app.get(ChildrenRepository).upsert(tx, { authorityId: 1, upn: old?.upn ?? '', ...submitted }),
      );
    expect(childId).toBe(kept);
    expect((await coordinator.get(`/children/${kept}`)).body).toMatchObject({ legalForename: 'Robin' });
  });
});

describe('possible duplicates', () => {
  it('are pairs with a reason, but not siblings who were told apart', async () => {
    const name = { legalForename: 'Zephyrine', legalSurname: 'Quill' };
    const [one, two] = [await aChild('closed', name), await aChild('closed', { ...name, legalForename: 'Zephirine' })];
    const twin = await aChild('closed', { ...name, legalForename: 'Martha' });
    const found = async () => (await coordinator.get(`/children/${one}/duplicates`).expect(200)).body.items;
    expect(await found()).toEqual([
      expect.objectContaining({ second: expect.objectContaining({ id: two }), grounds: ['similar_name'] }),
    ]);
    const all = await coordinator.get('/child-duplicates').expect(200);
    const pairs: [string, string][] = all.body.items.map(
      ({ first, second }: Record<'first' | 'second', { id: string }>) => [first.id, second.id] as const,
    );
    expect(pairs.filter((pair) => pair.includes(one))).toHaveLength(1);
    expect(pairs.flat()).not.toContain(twin);
    const [other] = await test.rows.query<{ upn: string }>('select upn from children where id = $1', [two]);
    await coordinator
      .post(`/children/${one}/siblings`, { upn: other?.upn, reason: 'Twins, says the school' })
      .expect(201);
    expect(await found()).toEqual([]);
  });
});
