import { randomUUID } from 'node:crypto';

import { ROLES } from '@panel/case-rules';

import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let coordinator: SignedIn;
let senco: SignedIn;

beforeAll(async () => {
  test = await startTestApplication();
  coordinator = await test.signInAs('coordinator');
  senco = await test.signInAs('senco', { schoolId: await test.rows.aSchool() });
});

afterAll(() => test.close());

const aResource = (changes: object = {}): object => ({
  title: `Resource ${randomUUID()}`,
  summary: 'A calm start to the day',
  body: 'What to do, step by step.',
  needs: ['SEMH'],
  phases: ['primary'],
  declineReasons: ['threshold_not_met'],
  links: [{ text: 'A page', url: 'https://example.org/page' }],
  validFrom: '2026-09-01',
  validTo: null,
  ...changes,
});

const titles = async (who: SignedIn, query: string): Promise<string[]> => {
  const { body } = await who.get(`/toolkit?${query}`).expect(200);
  return body.items.map(({ title }: { title: string }) => title);
};

describe('the toolkit', () => {
  it('is read by every role, and kept by coordinators and administrators', async () => {
    const { body } = await coordinator.post('/toolkit', aResource({ title: 'For everybody' })).expect(201);
    expect(body).toMatchObject({ title: 'For everybody', version: 1, isCurrent: true, isRetired: false });
    for (const role of ROLES) {
      const person = await test.signInAs(role, {
        ...((role === 'senco' || role === 'panel_member') && { schoolId: await test.rows.aSchool() }),
        ...(role === 'provider' && { providerId: await test.rows.aProvider() }),
      });
      await person.get(`/toolkit/${body.id}`).expect(200);
      const isKeeper = role === 'coordinator' || role === 'administrator';
      await person.post('/toolkit', aResource()).expect(isKeeper ? 201 : 403);
    }
    await test.anonymous.get('/toolkit').expect(401);
  });

  it('is found by words, need, phase and reason; what is for nobody in particular is for all', async () => {
    await coordinator.post('/toolkit', aResource({ title: 'Zebra crossing', needs: ['ASD'] })).expect(201);
    await coordinator
      .post('/toolkit', aResource({ title: 'Zebra herd', needs: [], phases: [], declineReasons: ['outside_remit'] }))
      .expect(201);
    expect(await titles(senco, 'search=zebra')).toEqual(['Zebra crossing', 'Zebra herd']);
    expect(await titles(senco, 'search=step zebra')).toHaveLength(2);
    expect(await titles(senco, 'search=zebra crossing')).toEqual(['Zebra crossing']);
    expect(await titles(senco, 'search=zebra&need=SLCN')).toEqual(['Zebra herd']);
    expect(await titles(senco, 'search=zebra&phase=secondary')).toEqual(['Zebra herd']);
    expect(await titles(senco, 'search=zebra&declineReason=outside_remit')).toEqual(['Zebra herd']);
    expect(await titles(senco, 'search=100%25')).toEqual([]);
    await senco.get('/toolkit?need=NONSENSE').expect(422);
  });

  it('shows schools what is in use today, and who keeps it everything', async () => {
    await coordinator.post('/toolkit', aResource({ title: 'Coming', validFrom: '2026-11-25' })).expect(201);
    await coordinator
      .post('/toolkit', aResource({ title: 'Gone', validFrom: '2025-01-01', validTo: '2026-11-23' }))
      .expect(201);
    await coordinator.post('/toolkit', aResource({ title: 'Last day', validTo: '2026-11-24' })).expect(201);
    const own = await titles(senco, 'state=all');
    expect(own).toContain('Last day');
    expect(own).not.toContain('Coming');
    expect(own).not.toContain('Gone');
    expect(await titles(coordinator, 'state=all')).toEqual(expect.arrayContaining(['Coming', 'Gone', 'Last day']));
  });

  it('is changed by the version that was seen, and the trail says which fields', async () => {
    const made = await coordinator.post('/toolkit', aResource({ title: 'To change' })).expect(201);
    const path = `/toolkit/${made.body.id}`;
    const changed = aResource({ title: 'Changed', body: 'Other steps.' });
    await coordinator.put(path, changed, 4).expect(412);
    await senco.put(path, changed, 1).expect(403);
    const after = await coordinator.put(path, changed, 1).expect(200);
    expect(after.body).toMatchObject({ title: 'Changed', version: 2 });
    const [event] = await test.rows.query<{ detail: object }>(
      "select detail from audit_events where subject_id = $1 and event = 'toolkit_resource.changed'",
      [made.body.id],
    );
    expect(event?.detail).toEqual({ version: 2, fields: 'title body' });
  });

  it('keeps a retired resource for old links, out of the list and unchangeable', async () => {
    const made = await coordinator.post('/toolkit', aResource({ title: 'To retire' })).expect(201);
    const path = `/toolkit/${made.body.id}`;
    await senco.post(`${path}/retire`, {}, { version: 1 }).expect(403);
    await coordinator.post(`${path}/retire`, {}, { version: 1 }).expect(200);
    expect(await titles(senco, 'search=retire')).toEqual([]);
    expect((await senco.get(path).expect(200)).body).toMatchObject({ isRetired: true, isCurrent: false });
    await coordinator.put(path, aResource(), 2).expect(409);
    await coordinator.post(`${path}/retire`, {}, { version: 2 }).expect(409);
  });

  it.each([
    ['an unknown need', { needs: ['X'] }, '/needs'],
    ['an unknown phase', { phases: ['X'] }, '/phases'],
    ['an unknown reason', { declineReasons: ['X'] }, '/declineReasons'],
    ['a link that is no page', { links: [{ text: 'x', url: 'javascript:alert(1)' }] }, '/links/0/url'],
    ['a period that ends before it begins', { validTo: '2026-08-31' }, '/validTo'],
    ['a title that is there already', { title: 'For everybody' }, '/title'],
    ['no title', { title: ' ' }, '/title'],
  ])('refuses %s', async (_, changes, pointer) => {
    const answer = await coordinator.post('/toolkit', aResource(changes)).expect(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });

  it('belongs to one authority', async () => {
    const elsewhere = await test.rows.anAuthority('Toolshire');
    const other = await test.signInAs('coordinator', { authorityId: elsewhere });
    const made = await other.post('/toolkit', aResource({ title: 'Of Toolshire' })).expect(201);
    await coordinator.get(`/toolkit/${made.body.id}`).expect(404);
    await coordinator.put(`/toolkit/${made.body.id}`, aResource(), 1).expect(404);
    await coordinator.get(`/toolkit/${randomUUID()}`).expect(404);
    expect(await titles(coordinator, 'state=all')).not.toContain('Of Toolshire');
  });
});
