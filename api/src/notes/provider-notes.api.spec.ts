import { type Case, type Casework, type Person, startCasework } from '../testing/panel-casework.js';

let casework: Casework;
let coordinator: Person;
let senco: Person;
let member: Person;
let provider: Person;
let day = 1;

beforeAll(async () => {
  casework = await startCasework();
  coordinator = await casework.signIn('coordinator');
  senco = await casework.signIn('senco');
  member = await casework.signIn('panel_member');
  provider = await casework.signIn('provider');
});

afterAll(() => casework.stop());

async function support(): Promise<{ readonly item: Case; readonly allocationId: string; readonly path: string }> {
  const item = await casework.aCase();
  const heldOn = `2027-06-${String(day++).padStart(2, '0')}`;
  const panel = await casework.aPanel(coordinator, { heldOn, cases: [item], status: 'in_session' });
  const decided = await coordinator.create(`/panels/${panel.id}/agenda/${panel.items[0] ?? ''}/decision`, {
    outcome: 'agree_as_requested',
    reason: 'It fits',
    declineReason: null,
    contractId: await casework.aContract(),
    units: 1,
  });
  const allocationId: string = decided.body.allocation.id;
  return { item, allocationId, path: `/allocations/${allocationId}/notes` };
}

const textsOf = async (person: Person, path: string): Promise<string[]> =>
  ((await person.get(path)).body.items as { text: string }[]).map(({ text }) => text);
const forCouncil = { visibility: 'council', text: 'He was not at school on Monday' };
const forSchool = { visibility: 'council_and_school', text: 'Works best in the morning' };

describe('a note of the provider', () => {
  it('is read by the coordinator, by the school if it is for the school, and by the provider itself', async () => {
    const { item, path } = await support();
    const written = await provider.create(path, forCouncil);
    expect([written.status, written.body]).toMatchObject([201, { ...forCouncil, canCorrect: false }]);
    expect((await provider.create(path, forSchool)).status).toBe(201);

    const notes = `/referrals/${item.id}/notes`;
    expect(await textsOf(coordinator, notes)).toEqual([forSchool.text, forCouncil.text]);
    const [shown] = (await coordinator.get(notes)).body.items;
    expect(shown.providerName).toMatch(/\w/);
    expect(await textsOf(senco, notes)).toEqual([forSchool.text]);
    expect(await textsOf(member, notes)).toEqual([]);
    expect(await textsOf(provider, path)).toEqual([forSchool.text, forCouncil.text]);
    expect(await textsOf(await casework.signIn('provider'), path)).toHaveLength(2);
  });

  it('is told to the coordinator without a word of it, once however often it is sent', async () => {
    const { item, allocationId, path } = await support();
    const key = '01890000-0000-7000-8000-0000000000b1';
    const first = await provider.create(path, forCouncil, key);
    expect((await provider.create(path, forCouncil, key)).body).toEqual(first.body);
    expect((await casework.changes(item.id)).filter(({ event }) => event.startsWith('note.'))).toEqual([
      {
        event: 'note.written_by_provider',
        detail: { visibility: 'council', allocationId },
        actorUserId: provider.userId,
        subjectType: 'referral',
      },
    ]);
    const { items } = (await coordinator.get('/account/notifications')).body as {
      items: { stage: string; reference: string; linkPath: string }[];
    };
    const told = items.filter(({ reference, stage }) => reference === item.reference && /provider/.test(stage));
    expect(told).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain('Monday');
  });

  it('is for no circle but these, and by nobody but the provider of the support', async () => {
    const { item, path } = await support();
    const refused = await provider.create(path, { ...forCouncil, visibility: 'everybody' });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/visibility']);
    expect((await provider.create(path, { ...forCouncil, text: ' ' })).status).toBe(422);
    expect((await coordinator.create(path, forCouncil)).status).toBe(403);
    const other = await casework.signIn('provider', { providerId: await casework.aProvider() });
    expect((await other.create(path, forCouncil)).status).toBe(404);
    expect((await provider.create(`/referrals/${item.id}/notes`, forCouncil)).status).toBe(403);
  });

  it('ends with the agreement of the family, and with support that was declined', async () => {
    const { item, path } = await support();
    await provider.create(path, forCouncil);
    await casework.rows('update referrals set provider_consent = false where id = $1', [item.id]);
    expect((await provider.create(path, forCouncil)).status).toBe(404);
    expect((await provider.get(path)).status).toBe(404);
    expect(await textsOf(coordinator, `/referrals/${item.id}/notes`)).toHaveLength(1);

    const declined = await support();
    const { version } = (await provider.get(`/allocations/${declined.allocationId}`)).body;
    await provider.change(`/allocations/${declined.allocationId}/decline`, version, { reason: 'Full' });
    const late = await provider.create(declined.path, forCouncil);
    expect([late.status, late.body.code]).toEqual([409, 'support_not_given']);
  });
});
