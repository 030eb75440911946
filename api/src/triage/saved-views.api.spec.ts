import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let coordinator: SignedIn;
let colleague: SignedIn;

beforeAll(async () => {
  test = await startTestApplication();
  coordinator = await test.signInAs('coordinator');
  colleague = await test.signInAs('coordinator');
});

afterAll(() => test.close());

const mine = { name: 'Mine and late', conditions: { tab: 'overdue', assignee: 'me' }, isDefault: true };

describe('saved views of the queue', () => {
  it('are kept for one person, with at most one that the queue opens with', async () => {
    await coordinator.post('/queue/saved-views', mine).expect(201);
    const { body } = await coordinator
      .post('/queue/saved-views', { name: 'Autism', conditions: { primaryNeed: 'ASD' }, isDefault: true })
      .expect(201);
    expect(body.items.map(({ name, isDefault }: Record<string, unknown>) => [name, isDefault])).toEqual([
      ['Autism', true],
      ['Mine and late', false],
    ]);
    expect(body.items[1].conditions).toEqual(mine.conditions);
    expect((await colleague.get('/queue/saved-views').expect(200)).body.items).toEqual([]);
  });

  it('can be changed and removed by the version that was seen, by nobody else', async () => {
    const { body } = await coordinator.get('/queue/saved-views').expect(200);
    const [view] = body.items;
    const path = `/queue/saved-views/${view.id}`;
    const changed = { ...mine, name: 'Late' };
    await colleague.put(path, changed, view.version).expect(404);
    await coordinator.put(path, changed, view.version + 5).expect(412);
    const after = await coordinator.put(path, changed, view.version).expect(200);
    expect(after.body.items.map(({ name }: { name: string }) => name)).toEqual(['Late', 'Mine and late']);
    await colleague.send('delete', path, { version: view.version + 1 }).expect(404);
    const left = await coordinator.send('delete', path, { version: view.version + 1 }).expect(200);
    expect(left.body.items.map(({ name }: { name: string }) => name)).toEqual(['Mine and late']);
  });

  it('have each name once, and hold nothing that somebody searched for', async () => {
    const taken = await coordinator.post('/queue/saved-views', mine).expect(422);
    expect(taken.body.errors[0]).toMatchObject({ pointer: '/name', code: 'saved_view_name_taken' });
    const named = { ...mine, name: 'Robin', conditions: { search: 'Robin' } };
    const refused = await coordinator.post('/queue/saved-views', named).expect(422);
    expect(refused.body.errors[0].pointer).toBe('/conditions/search');
  });

  it('are the coordinators’', async () => {
    const senco = await test.signInAs('senco', { schoolId: await test.rows.aSchool() });
    await senco.get('/queue/saved-views').expect(403);
    await senco.post('/queue/saved-views', mine).expect(403);
  });
});
