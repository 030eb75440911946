import { ConsentExpiryTask } from './consent-expiry.task.js';
import { type Case, type Casework, type Person, startCasework, today } from '../testing/panel-casework.js';

let casework: Casework;
let coordinator: Person;
let senco: Person;
let member: Person;
let provider: Person;
let heldOn = 1;

beforeAll(async () => {
  casework = await startCasework();
  coordinator = await casework.signIn('coordinator');
  senco = await casework.signIn('senco');
  member = await casework.signIn('panel_member');
  provider = await casework.signIn('provider');
});

afterAll(() => casework.stop());

const word = {
  panelSchools: true,
  providers: true,
  saidByName: 'Ada Example',
  relationship: 'Mother',
  saidOn: '2026-11-20',
  channel: 'by_phone',
  note: '',
};
const versionOf = async ({ id }: Case): Promise<number> => (await coordinator.get(`/referrals/${id}`)).body.version;
const say = async (person: Person, of: Case, verb: 'withdraw' | 'give', changes: object = {}, version?: number) =>
  person.change(`/referrals/${of.id}/consent-history/${verb}`, version ?? (await versionOf(of)), {
    ...word,
    ...changes,
  });
/** Each panel is on a day of its own. */
const nextDay = (): string => `2027-02-${String(heldOn++).padStart(2, '0')}`;

async function onAgenda(): Promise<{ item: Case; panelId: string; panelVersion: number; itemId: string }> {
  const item = await casework.aCase();
  const panel = await casework.aPanel(coordinator, { heldOn: nextDay(), cases: [item], status: 'in_session' });
  return { item, panelId: panel.id, panelVersion: panel.version, itemId: panel.items[0] ?? '' };
}

async function allocated(): Promise<{ item: Case; allocationId: string }> {
  const { item, panelId, itemId } = await onAgenda();
  const contractId = await casework.aContract();
  const decided = await coordinator.create(`/panels/${panelId}/agenda/${itemId}/decision`, {
    outcome: 'agree_as_requested',
    reason: 'It fits',
    declineReason: null,
    contractId,
    units: 1,
  });
  return { item, allocationId: decided.body.allocation.id };
}

describe('a family that takes back its agreement', () => {
  it('stops the sharing with panel members from their next request on, and nothing is deleted', async () => {
    const { item, panelId } = await onAgenda();
    expect((await member.get(`/referrals/${item.id}`)).status).toBe(200);

    const answer = await say(senco, item, 'withdraw');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ isSharedWithPanel: false, isSharedWithProviders: false, isWithdrawn: true });

    for (const path of ['', '/timeline', '/assessments']) {
      expect((await member.get(`/referrals/${item.id}${path}`)).status).toBe(404);
    }
    const seen = (await member.get(`/panels/${panelId}`)).body.agenda[0];
    expect(seen).toMatchObject({
      isConsentWithdrawn: true,
      referralId: null,
      reference: null,
      schoolName: null,
      requestedSupport: null,
    });
    const flagged = (await coordinator.get(`/panels/${panelId}`)).body.agenda[0];
    expect(flagged).toMatchObject({
      isConsentWithdrawn: true,
      reference: item.reference,
      requestedSupport: 'Specialist teacher',
    });
    expect((await coordinator.get('/home')).body.tasks).toContainEqual(
      expect.objectContaining({ code: 'consent_withdrawn', count: 1 }),
    );
    await casework.rows("update panels set status = 'closed' where id = $1", [panelId]);
  });

  it('is not waited for by the panel, which can close', async () => {
    const { item, panelId, panelVersion } = await onAgenda();
    await say(coordinator, item, 'withdraw', { providers: false });
    expect((await coordinator.change(`/panels/${panelId}/close`, panelVersion)).status).toBe(200);
  });

  it('hides the allocation from the provider, for reading and for every verb', async () => {
    const { item, allocationId } = await allocated();
    expect((await provider.get(`/allocations/${allocationId}`)).body.isNameShared).toBe(true);
    await say(coordinator, item, 'withdraw', { panelSchools: false });

    expect((await provider.get(`/allocations/${allocationId}`)).status).toBe(404);
    expect((await provider.change(`/allocations/${allocationId}/accept`, 1)).status).toBe(404);
    const list = (await provider.get('/allocations')).body.items as { id: string }[];
    expect(list.map(({ id }) => id)).not.toContain(allocationId);
    expect((await coordinator.get(`/allocations/${allocationId}`)).status).toBe(200);
  });

  it('may name one group alone: the other goes on as it was', async () => {
    const { item, allocationId } = await allocated();
    await say(coordinator, item, 'withdraw', { providers: false });
    expect((await member.get(`/referrals/${item.id}`)).status).toBe(404);
    expect((await provider.get(`/allocations/${allocationId}`)).status).toBe(200);
  });

  it('can agree again later; both words stay, the newest first', async () => {
    const { item, allocationId } = await allocated();
    await say(coordinator, item, 'withdraw');
    const again = await say(senco, item, 'give', { saidOn: '2026-11-23', channel: 'in_writing' });
    expect(again.body).toMatchObject({ isSharedWithPanel: true, isSharedWithProviders: true, isWithdrawn: false });
    expect(
      again.body.events.map(({ kind, saidByName }: { kind: string; saidByName: string }) => [kind, saidByName]),
    ).toEqual([
      ['given', 'Ada Example'],
      ['withdrawn', 'Ada Example'],
    ]);
    expect(again.body.first).toMatchObject({ agreedByName: 'Sam Example', panelSchools: true });
    expect((await provider.get(`/allocations/${allocationId}`)).status).toBe(200);
    expect((await member.get(`/referrals/${item.id}`)).status).toBe(200);
  });

  it('keeps the case off every agenda until it agrees again', async () => {
    const item = await casework.aCase();
    await say(coordinator, item, 'withdraw');
    const panel = await casework.aPanel(coordinator, { heldOn: nextDay(), status: 'planned' });
    const ready = (await coordinator.get(`/panels/${panel.id}/ready-cases`)).body.items as { referralId: string }[];
    expect(ready.map(({ referralId }) => referralId)).not.toContain(item.id);
    const refused = await coordinator.change(`/panels/${panel.id}/agenda`, 1, { referralId: item.id });
    expect([refused.status, refused.body.code]).toEqual([409, 'sharing_consent_withdrawn']);
  });

  it('keeps a returned referral from being submitted again until it agrees', async () => {
    const item = await casework.aCase({ status: 'returned' });
    await say(senco, item, 'withdraw');
    const refused = await senco.change(`/referrals/${item.id}/submit`, await versionOf(item));
    expect([refused.status, refused.body.code]).toEqual([409, 'sharing_consent_withdrawn']);
  });
});

describe('an agreement until a certain day', () => {
  const night = () => casework.service(ConsentExpiryTask).run(1);
  const until = (item: Case, day: string) =>
    casework.rows(
      "update referral_sections set answers = answers || jsonb_build_object('expiresOn', $2::text) where referral_id = $1 and section = 'consent'",
      [item.id, day],
    );

  it('stops the sharing in the night after it, tells the coordinators, and can be given again', async () => {
    const { item, allocationId } = await allocated();
    await until(item, '2026-11-24');
    await night();
    expect((await member.get(`/referrals/${item.id}`)).status).toBe(200);

    await until(item, '2026-11-23');
    await night();
    expect((await member.get(`/referrals/${item.id}`)).status).toBe(404);
    expect((await provider.get(`/allocations/${allocationId}`)).status).toBe(404);
    const consent = (await coordinator.get(`/referrals/${item.id}/consent-history`)).body;
    expect(consent).toMatchObject({ isSharedWithPanel: false, first: { expiresOn: '2026-11-23' } });
    const mails = await casework.rows<{ subject: string }>('select subject from outbox_mails where subject like $1', [
      `%${item.reference}%has ended`,
    ]);
    expect(mails.length).toBeGreaterThan(0);
    expect((await casework.events(item.id)).filter(({ event }) => event === 'consent.expired')).toHaveLength(1);

    await say(coordinator, item, 'give', { providers: false });
    await night();
    expect((await member.get(`/referrals/${item.id}`)).status).toBe(200);
    expect((await provider.get(`/allocations/${allocationId}`)).status).toBe(404);
  });
});

describe('what the family says', () => {
  it('is told to the coordinators by mail, without a name, unless they recorded it themselves', async () => {
    const mails = () =>
      casework.rows<{ subject: string; body: string }>(
        "select subject, body from outbox_mails where kind = 'case_news' and subject like '%withdrawn its agreement' order by created_at, id",
      );
    const before = (await mails()).length;
    const item = await casework.aCase({ pupilName: 'Robin Unnamed' });
    await say(senco, item, 'withdraw');
    const [mail] = (await mails()).slice(before);
    expect(mail?.subject).toBe(`${item.reference}: The family has withdrawn its agreement`);
    expect(JSON.stringify(mail)).not.toMatch(/Robin|Unnamed|Ada/);
    const after = (await mails()).length;
    await say(coordinator, await casework.aCase(), 'withdraw');
    const rest = (await mails()).slice(after);
    expect(rest).toHaveLength(after - before - 1);
  });

  it('is audited without names, for reading and for changing', async () => {
    const item = await casework.aCase();
    await senco.get(`/referrals/${item.id}/consent-history`);
    await say(senco, item, 'withdraw');
    const events = await casework.events(item.id);
    expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(['consent.viewed', 'consent.withdrawn']));
    const change = events.find(({ event }) => event === 'consent.withdrawn');
    expect(change).toMatchObject({
      actorUserId: senco.userId,
      detail: { what: 'panel schools and providers of support', saidOn: '2026-11-20' },
    });
    expect(JSON.stringify(events)).not.toContain('Ada');
  });

  it('can be recorded by the SENCo of the school and the coordinator alone', async () => {
    const item = await casework.aCase();
    const elsewhere = await casework.signIn('senco', { schoolId: await casework.aSchool() });
    expect((await say(elsewhere, item, 'withdraw')).status).toBe(404);
    expect((await say(member, item, 'withdraw')).status).toBe(403);
    expect((await say(provider, item, 'give')).status).toBe(403);
    const stranger = await casework.signIn('coordinator', { authorityId: await casework.anAuthority() });
    expect((await say(stranger, item, 'withdraw')).status).toBe(404);
  });

  it('is refused for nobody, for a day to come, for a stale version and for a draft', async () => {
    const item = await casework.aCase();
    const invalid = await say(senco, item, 'withdraw', { panelSchools: false, providers: false, saidOn: '2026-11-25' });
    expect(invalid.status).toBe(422);
    expect(invalid.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/panelSchools',
      '/saidOn',
    ]);
    expect((await say(senco, item, 'withdraw', { saidOn: today }, 99)).status).toBe(412);
    expect((await senco.post(`/referrals/${item.id}/consent-history/withdraw`, word)).status).toBe(428);

    const draft = await senco.create('/referrals', { schoolId: casework.schoolId });
    const refused = await senco.change(`/referrals/${draft.body.id}/consent-history/withdraw`, 1, word);
    expect([refused.status, refused.body.code]).toEqual([409, 'consent_not_yet_given']);
  });

  it('is never changed or deleted, not even by the owner of the tables', async () => {
    const item = await casework.aCase();
    await say(senco, item, 'withdraw');
    await expect(casework.rows('update consent_events set note = $1', ['x'])).rejects.toThrow('cannot be changed');
    await expect(casework.rows('delete from consent_events')).rejects.toThrow('cannot be changed');
  });
});
