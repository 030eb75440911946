import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let administrator: SignedIn;

beforeAll(async () => {
  test = await startTestApplication();
  administrator = await test.signInAs('administrator');
});

afterAll(() => test.close());

const card = {
  name: 'Teaching assistants 2026/27',
  startsOn: '2026-04-01',
  endsOn: null,
  hourlyRatePence: 1489,
  weeksPerYear: 38.5,
  schoolContributionPence: 600_000,
  rounding: 'none',
  bands: [{ weeklyHours: 32.5, fixedAnnualPence: null }],
  priceYear: '2026/27',
  source: 'Council pay scale',
};

describe('a rate card', () => {
  it('is added by an administrator and read by a coordinator', async () => {
    const added = await administrator.post('/rate-cards', card).expect(201);
    const { body } = await (await test.signInAs('coordinator')).get('/rate-cards').expect(200);
    expect(body.items).toEqual([{ ...card, id: added.body.id }]);
    expect(await test.rows.query("select 1 from audit_events where event = 'rate_card.created'")).toHaveLength(1);
  });

  it('is refused under a name that is taken, with an end before its start, and with amounts that cannot be', async () => {
    const taken = await administrator.post('/rate-cards', card).expect(422);
    expect(taken.body.errors[0].code).toBe('rate_card_name_taken');
    const reversed = await administrator
      .post('/rate-cards', { ...card, name: 'Other', endsOn: '2026-03-31' })
      .expect(422);
    expect(reversed.body.errors[0].pointer).toBe('/endsOn');
    const impossible = await administrator
      .post('/rate-cards', {
        ...card,
        name: 'Other',
        hourlyRatePence: 0,
        weeksPerYear: 54,
        bands: [{ weeklyHours: 41, fixedAnnualPence: -1 }],
      })
      .expect(422);
    expect(impossible.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
      '/hourlyRatePence',
      '/weeksPerYear',
      '/bands/0/weeklyHours',
      '/bands/0/fixedAnnualPence',
    ]);
  });

  it('is another authority’s own affair', async () => {
    const authorityId = await test.rows.anAuthority('Elsewhere');
    const { body } = await (await test.signInAs('administrator', { authorityId })).get('/rate-cards').expect(200);
    expect(body.items).toEqual([]);
  });
});
