import { jest } from '@jest/globals';
import { type Role, ROLES } from '@panel/case-rules';

import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';
import type { GettingStarted } from './getting-started.dto.js';

jest.setTimeout(30_000);

let test: TestApplication;

beforeAll(async () => {
  test = await startTestApplication();
});

afterAll(() => test.close());

async function read(person: SignedIn): Promise<GettingStarted> {
  return (await person.get('/getting-started').expect(200)).body;
}

/** The codes of the steps that are done. */
async function doneOf(person: SignedIn): Promise<string[]> {
  return (await read(person)).roles.flatMap(({ steps }) =>
    steps.filter(({ isDone }) => isDone).map(({ code }) => code),
  );
}

async function somebody(role: Role): Promise<SignedIn> {
  const schoolId = role === 'senco' ? await test.rows.aSchool() : undefined;
  const providerId = role === 'provider' ? await test.rows.aProvider() : undefined;
  return test.signInAs(role, { ...(schoolId && { schoolId }), ...(providerId && { providerId }) });
}

describe('the first steps', () => {
  it.each(ROLES)('of a %s are answered by the database, and lead somewhere', async (role) => {
    const { roles, isDismissed } = await read(await somebody(role));
    expect(isDismissed).toBe(false);
    expect(roles.map((each) => each.role)).toEqual([role]);
    const steps = roles[0]?.steps ?? [];
    expect(steps.length).toBeGreaterThanOrEqual(3);
    expect(new Set(steps.map(({ code }) => code)).size).toBe(steps.length);
    for (const { link } of steps) expect(link).toMatch(/^\/[a-z]/);
    expect(steps.find(({ code }) => code === 'second_factor')?.isDone).toBe(false);
  });

  it('of a SENCo follow what the school has done, and no other school', async () => {
    const schoolId = await test.rows.aSchool();
    const senco = await test.signInAs('senco', { schoolId });
    const elsewhere = await somebody('senco');
    expect(await doneOf(senco)).toEqual([]);
    await test.rows.aReferral({ schoolId, status: 'draft' });
    expect(await doneOf(senco)).toEqual(['draft']);
    await test.rows.aReferral({ schoolId, status: 'submitted' });
    expect(await doneOf(senco)).toEqual(['draft', 'submitted']);
    expect(await doneOf(elsewhere)).toEqual([]);
  });

  it('of a coordinator follow the authority, and no other one', async () => {
    const other = await test.rows.anAuthority('Othershire');
    const there = await test.signInAs('coordinator', { authorityId: other });
    const coordinator = await test.signInAs('coordinator');
    const schoolId = await test.rows.aSchool();
    await test.rows.aReferral({ schoolId, status: 'accepted' });
    expect(await doneOf(coordinator)).toContain('triaged');
    expect(await doneOf(there)).toEqual([]);
  });

  it('of an administrator say for which roles there is somebody', async () => {
    const administrator = await test.signInAs('administrator');
    await test.rows.query("delete from role_grants where role in ('board_member', 'contract_manager')");
    expect(await doneOf(administrator)).not.toContain('invited_board_member');
    await test.signInAs('board_member');
    const done = await doneOf(administrator);
    expect(done).toContain('invited_board_member');
    expect(done).not.toContain('invited_contract_manager');
    expect(done).not.toContain('contact_details');
  });

  it('of a second factor are read from what the person has set up, not from what waits to be confirmed', async () => {
    const userId = await test.rows.aUser();
    const person = test.as(await test.rows.aSession('contract_manager', {}, userId));
    await test.rows.query(
      "insert into authenticator_apps (user_id, sealed_secret, created_at) values ($1, 'sealed', now())",
      [userId],
    );
    expect(await doneOf(person)).not.toContain('second_factor');
    await test.rows.query('update authenticator_apps set confirmed_at = now() where user_id = $1', [userId]);
    expect(await doneOf(person)).toContain('second_factor');
  });
});

describe('marks of first steps', () => {
  it('are done once its page was opened, for this person alone, however often', async () => {
    const coordinator = await test.signInAs('coordinator');
    const colleague = await test.signInAs('coordinator');
    await coordinator.post('/getting-started/mark', { mark: 'help_read' }).expect(200);
    await coordinator.post('/getting-started/mark', { mark: 'help_read' }).expect(200);
    expect(await doneOf(coordinator)).toContain('help');
    expect(await doneOf(colleague)).not.toContain('help');
    const events = await test.rows.query("select 1 from audit_events where event = 'getting_started.marked'");
    expect(events.length).toBeGreaterThan(0);
  });

  it('take the list from the start page and bring it back', async () => {
    const member = await test.signInAs('board_member');
    const { body } = await member.post('/getting-started/mark', { mark: 'dismissed' }).expect(200);
    expect(body.isDismissed).toBe(true);
    expect((await read(member)).isDismissed).toBe(true);
    await member.post('/getting-started/unmark', { mark: 'dismissed' }).expect(200);
    expect((await read(member)).isDismissed).toBe(false);
  });

  it('are of the list', async () => {
    const member = await test.signInAs('board_member');
    await member.post('/getting-started/mark', { mark: 'second_factor' }).expect(422);
  });

  it('of one authority say nothing in another', async () => {
    const userId = await test.rows.aUser();
    const here = test.as(await test.rows.aSession('coordinator', {}, userId));
    const other = await test.rows.anAuthority('Elsewhereshire');
    const there = test.as(await test.rows.aSession('coordinator', { authorityId: other }, userId));
    await here.post('/getting-started/mark', { mark: 'dismissed' }).expect(200);
    await here.post('/getting-started/mark', { mark: 'help_read' }).expect(200);
    expect((await read(there)).isDismissed).toBe(false);
    expect(await doneOf(there)).not.toContain('help');
  });
});
