import { startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;

beforeAll(async () => {
  test = await startTestApplication();
});

afterAll(() => test.close());

describe('the audit trail', () => {
  it('is read by the data protection officer, newest first and page by page, and reading it is recorded too', async () => {
    const coordinator = await test.signInAs('coordinator');
    const id = await test.rows.aReferral();
    for (let view = 0; view < 60; view += 1) await coordinator.get(`/referrals/${id}`).expect(200);
    const officer = await test.signInAs('data_protection_officer');
    const first = (await officer.get('/audit-events').expect(200)).body;
    expect(first.items).toHaveLength(50);
    expect(first.items[0]).toMatchObject({ event: 'referral.viewed', subjectId: id, actorRoles: ['coordinator'] });
    const second = (await officer.get(`/audit-events?before=${first.nextBefore}`).expect(200)).body;
    expect(second.items).toHaveLength(10);
    expect(second.nextBefore).toBeNull();
    expect((await officer.get('/audit-events')).body.items[0].event).toBe('audit.viewed');
  });

  it('cannot be changed, deleted or emptied, not even by the owner of the table', async () => {
    await expect(test.rows.query("update audit_events set event = 'x'")).rejects.toThrow('cannot be changed');
    await expect(test.rows.query('delete from audit_events')).rejects.toThrow('cannot be changed');
    await expect(test.rows.query('truncate audit_events')).rejects.toThrow('cannot be changed');
  });
});
