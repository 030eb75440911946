import { jest } from '@jest/globals';

import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

jest.setTimeout(30_000);

let test: TestApplication;
let administrator: SignedIn;

beforeAll(async () => {
  test = await startTestApplication();
  administrator = await test.signInAs('administrator');
});

afterAll(() => test.close());

beforeEach(() => test.rows.query('delete from contact_details'));

const details = {
  serviceName: 'Inclusion team',
  serviceEmail: 'Inclusion@Test.example',
  servicePhone: '01632 960 001',
  officerName: ' Dana Law ',
  officerEmail: 'dpo@test.example',
  officerPhone: '',
  replyWorkingDays: 5,
};

const audited = () =>
  test.rows.query<{ detail: unknown }>("select detail from audit_events where event = 'contact_details.changed'");

describe('contact details', () => {
  it('are version 1 and empty until somebody has said whom to ask', async () => {
    const { body, headers } = await administrator.get('/contact-details').expect(200);
    expect(body).toEqual({
      version: 1,
      service: null,
      dataProtectionOfficer: null,
      replyWorkingDays: 10,
      changedByName: null,
      changedAt: null,
    });
    expect(headers['etag']).toBe('"1"');
  });

  it('are kept as they are to be shown, with who changed them, and that is recorded without what they say', async () => {
    const before = (await audited()).length;
    const { body } = await administrator.put('/contact-details', details, 1).expect(200);
    expect(body).toMatchObject({
      version: 2,
      service: { name: 'Inclusion team', email: 'inclusion@test.example', phone: '01632 960 001' },
      dataProtectionOfficer: { name: 'Dana Law', email: 'dpo@test.example', phone: '' },
      replyWorkingDays: 5,
      changedAt: '2026-11-24T10:00:00.000Z',
    });
    const events = await audited();
    expect(events).toHaveLength(before + 1);
    expect(events.at(-1)?.detail).toEqual({ version: 2 });
    const again = await administrator.put('/contact-details', { ...details, replyWorkingDays: 3 }, 2).expect(200);
    expect(again.body).toMatchObject({ version: 3, replyWorkingDays: 3 });
  });

  it('are not changed on a version that is gone, whether the first or a later one', async () => {
    await administrator.put('/contact-details', details, 1).expect(200);
    expect((await administrator.put('/contact-details', details, 1).expect(412)).body.code).toBe('version_stale');
    await administrator.put('/contact-details', details, 2).expect(200);
    await administrator.put('/contact-details', details, 2).expect(412);
    await administrator.send('put', '/contact-details', { body: details }).expect(428);
  });

  it.each([
    ['serviceName', ' '],
    ['serviceEmail', 'nobody'],
    ['servicePhone', 'ask reception'],
    ['officerName', ''],
    ['officerEmail', ''],
    ['officerPhone', '12'],
    ['replyWorkingDays', 0],
    ['replyWorkingDays', 31],
  ])('are refused with %s %j, at its field', async (field, value) => {
    const { body } = await administrator.put('/contact-details', { ...details, [field]: value }, 1).expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: `/${field}` })]);
    expect(await test.rows.query('select 1 from contact_details')).toEqual([]);
  });

  it('are an administrator’s to change', async () => {
    const coordinator = await test.signInAs('coordinator');
    await coordinator.get('/contact-details').expect(403);
    await coordinator.put('/contact-details', details, 1).expect(403);
  });
});

describe('the notice for the public', () => {
  it('says whose service it is, whom to ask and the periods in force, to somebody who has not signed in', async () => {
    await administrator.put('/contact-details', details, 1).expect(200);
    const { body } = await test.anonymous.get('/public-notice').expect(200);
    expect(body).toMatchObject({
      councilName: expect.stringMatching(/\w/),
      service: { email: 'inclusion@test.example' },
      dataProtectionOfficer: { name: 'Dana Law' },
      replyWorkingDays: 5,
    });
    expect(body.kept).toEqual(
      expect.arrayContaining([
        {
          recordClass: 'sen_case',
          label: 'Case of a child who had support',
          startsAt: 'birth',
          months: 372,
          days: 0,
        },
      ]),
    );
  });

  it('follows the rules that the authority has set', async () => {
    const officer = await test.signInAs('data_protection_officer');
    await officer.put('/retention-rules/sen_case', { months: 384, days: 0, source: 'Our schedule' }, 1).expect(200);
    const { body } = await test.anonymous.get('/public-notice').expect(200);
    expect(body.kept.find((rule: { recordClass: string }) => rule.recordClass === 'sen_case').months).toBe(384);
  });

  describe('where several councils share the installation', () => {
    let other: number;

    beforeAll(async () => {
      other = await test.rows.anAuthority('Othershire');
    });

    it('names none that was not asked for', async () => {
      const { body } = await test.anonymous.get('/public-notice').expect(200);
      expect(body).toMatchObject({ councilName: null, service: null, kept: [] });
    });

    it('is that of the council in the address, or of nobody', async () => {
      const [row] = await test.rows.query<{ code: string }>('select code from authorities where id = $1', [other]);
      const { body } = await test.anonymous.get(`/public-notice?council=${row?.code ?? ''}`).expect(200);
      expect(body.councilName).toBe('Othershire');
      await test.anonymous.get('/public-notice?council=nowhere').expect(404);
    });

    it('is their own for those who have signed in', async () => {
      await administrator.put('/contact-details', details, 1).expect(200);
      const there = await test.signInAs('provider', {
        authorityId: other,
        providerId: await test.rows.aProvider({ authorityId: other }),
      });
      const { body } = await there.get('/notice').expect(200);
      expect(body).toMatchObject({ councilName: 'Othershire', service: null });
    });
  });
});
