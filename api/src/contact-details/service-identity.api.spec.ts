import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;
let administrator: SignedIn;

beforeEach(async () => {
  test = await startTestApplication();
  administrator = await test.signInAs('administrator');
});

afterEach(() => test.close());

const wanted = { councilName: ' Othershire Council ', serviceName: 'Inclusion service', brandColour: '#003078' };
const change = (body: object, version = 1) => administrator.put('/service-identity', body, version);

describe('the names and the colour of the service', () => {
  it('are changed by an administrator, stand on every page from then on, and are audited without the words', async () => {
    const before = (await administrator.get('/service-identity').expect(200)).body;
    expect(before).toMatchObject({ version: 1, brandColour: null, changedByName: null, changedAt: null });
    const { body } = await change({ ...wanted, brandColour: '#003078'.toUpperCase() }).expect(200);
    expect(body).toMatchObject({
      version: 2,
      councilName: 'Othershire Council',
      serviceName: 'Inclusion service',
      brandColour: '#003078',
      changedByName: expect.stringMatching(/\w/),
      changedAt: '2026-11-24T10:00:00.000Z',
    });
    expect((await test.anonymous.get('/service').expect(200)).body).toMatchObject({
      councilName: 'Othershire Council',
      serviceName: 'Inclusion service',
      brandColour: '#003078',
    });
    const senco = await test.signInAs('senco', { schoolId: await test.rows.aSchool() });
    expect((await senco.get('/session').expect(200)).body.authority).toMatchObject({
      name: 'Othershire Council',
      brandColour: '#003078',
    });
    const events = await test.rows.query<{ detail: object }>(
      "select detail from audit_events where event = 'service_identity.changed'",
    );
    expect(events).toEqual([
      { detail: { version: 2, isCouncilRenamed: true, isServiceRenamed: true, brandColour: '#003078' } },
    ]);
  });

  it('go back to the colour of the product', async () => {
    await change(wanted).expect(200);
    expect((await change({ ...wanted, brandColour: null }, 2).expect(200)).body.brandColour).toBeNull();
  });

  it.each([
    ['brandColour', '#ffdd00', 'brand_colour_too_light', /contrast of 1\.3 to 1.*4\.5 to 1/],
    ['brandColour', '#777777', 'brand_colour_too_light', /contrast of 4\.4 to 1/],
    ['brandColour', 'blue', 'brand_colour_invalid', /like #12436d/],
    ['councilName', ' ', 'matches', /./],
    ['serviceName', '', 'matches', /./],
  ])('are refused with %s %j, at its field', async (field, value, code, detail) => {
    const { body } = await change({ ...wanted, [field]: value }).expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: `/${field}`, code })]);
    expect(body.errors[0].detail).toMatch(detail);
  });

  it('are not changed on a version that is gone, without one, or by anybody else', async () => {
    await change(wanted).expect(200);
    await change(wanted).expect(412);
    await administrator.send('put', '/service-identity', { body: wanted }).expect(428);
    const coordinator = await test.signInAs('coordinator');
    await coordinator.get('/service-identity').expect(403);
    await coordinator.put('/service-identity', wanted, 2).expect(403);
  });

  it('are those of one council only', async () => {
    const other = await test.rows.anAuthority('Elsewhere');
    await change(wanted).expect(200);
    const [row] = await test.rows.query('select name, brand_colour as colour, version from authorities where id = $1', [
      other,
    ]);
    expect(row).toEqual({ name: 'Elsewhere', colour: null, version: 1 });
  });
});
