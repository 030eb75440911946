import { Transactions } from '../database/transactions.js';
import { type Case, type Casework, type Person, startCasework } from '../testing/panel-casework.js';

let casework: Casework;
let coordinator: Person;
let senco: Person;
let otherSenco: Person;
let member: Person;
let provider: Person;
let day = 1;

beforeAll(async () => {
  casework = await startCasework();
  coordinator = await casework.signIn('coordinator');
  senco = await casework.signIn('senco');
  otherSenco = await casework.signIn('senco', { schoolId: await casework.aSchool() });
  member = await casework.signIn('panel_member');
  provider = await casework.signIn('provider');
});

afterAll(() => casework.stop());

const write = (person: Person, { id }: Case, visibility: string, text = `For ${visibility}`) =>
  person.create(`/referrals/${id}/notes`, { visibility, text });
const textsOf = async (person: Person, path: string): Promise<string[]> =>
  ((await person.get(path)).body.items as { text: string }[]).map(({ text }) => text);

/** A case in published papers, with its support allocated to the provider. */
async function sharedCase(): Promise<{ item: Case; allocationId: string }> {
  const item = await casework.aCase();
  const heldOn = `2027-02-${String(day++).padStart(2, '0')}`;
  const panel = await casework.aPanel(coordinator, { heldOn, cases: [item], status: 'in_session' });
  const decided = await coordinator.create(`/panels/${panel.id}/agenda/${panel.items[0] ?? ''}/decision`, {
    outcome: 'agree_as_requested',
    reason: 'It fits',
    declineReason: null,
    contractId: await casework.aContract(),
    units: 1,
  });
  return { item, allocationId: decided.body.allocation.id };
}

describe('who reads a note', () => {
  it('is decided by the circle it is for and by the role, for the list and for the note itself', async () => {
    const { item, allocationId } = await sharedCase();
    const ids: Record<string, string> = {};
    for (const visibility of ['council', 'council_and_school', 'everybody']) {
      const written = await write(coordinator, item, visibility);
      expect(written.status).toBe(201);
      ids[visibility] = written.body.id;
    }
    const path = `/referrals/${item.id}/notes`;
    expect(await textsOf(coordinator, path)).toEqual(['For everybody', 'For council_and_school', 'For council']);
    expect(await textsOf(senco, path)).toEqual(['For everybody', 'For council_and_school']);
    expect(await textsOf(member, path)).toEqual(['For everybody']);
    expect(await textsOf(provider, `/allocations/${allocationId}/notes`)).toEqual(['For everybody']);

    const reads: Record<string, string[]> = { council: [], council_and_school: [], everybody: [] };
    for (const [name, person] of Object.entries({ coordinator, senco, otherSenco, member })) {
      for (const [visibility, id] of Object.entries(ids)) {
        const { status } = await person.get(`/notes/${id}`);
        if (status === 200) reads[visibility]?.push(name);
        else expect(status).toBe(404);
      }
    }
    expect(reads).toEqual({
      council: ['coordinator'],
      council_and_school: ['coordinator', 'senco'],
      everybody: ['coordinator', 'senco', 'member'],
    });
    expect((await otherSenco.get(path)).status).toBe(404);
    expect((await provider.get(`/notes/${ids['everybody'] ?? ''}`)).status).toBe(403);
    expect((await provider.get(path)).status).toBe(403);
  });

  it('is nobody any longer among those with whom the family does not share', async () => {
    const { item, allocationId } = await sharedCase();
    await write(coordinator, item, 'everybody');
    await casework.rows('update referrals set panel_consent = false, provider_consent = false where id = $1', [
      item.id,
    ]);
    expect((await member.get(`/referrals/${item.id}/notes`)).status).toBe(404);
    expect((await provider.get(`/allocations/${allocationId}/notes`)).status).toBe(404);
    expect(await textsOf(senco, `/referrals/${item.id}/notes`)).toHaveLength(1);
  });

  it('is not another provider, nor somebody who works for the child’s school on the panel', async () => {
    const { item, allocationId } = await sharedCase();
    await write(coordinator, item, 'everybody');
    const other = await casework.signIn('provider', { providerId: await casework.aProvider() });
    expect((await other.get(`/allocations/${allocationId}/notes`)).status).toBe(404);
    const conflicted = await casework.signIn('panel_member', { schoolId: casework.schoolId });
    expect((await conflicted.get(`/referrals/${item.id}/notes`)).status).toBe(404);
  });

  it('is told on the pages of a long list once each, the newest first', async () => {
    const item = await casework.aCase();
    for (let number = 1; number <= 23; number += 1) await write(coordinator, item, 'council', `Note ${number}`);
    const first = (await coordinator.get(`/referrals/${item.id}/notes`)).body;
    const second = (await coordinator.get(`/referrals/${item.id}/notes?before=${first.nextBefore}`)).body;
    expect(second.nextBefore).toBeNull();
    const texts = [...first.items, ...second.items].map(({ text }: { text: string }) => text);
    expect(texts).toEqual(Array.from({ length: 23 }, (_, index) => `Note ${23 - index}`));
  });
});

describe('writing a note', () => {
  it('is for coordinators and the school; nobody writes for a circle to which they do not belong', async () => {
    const item = await casework.aCase();
    expect((await write(senco, item, 'council_and_school')).status).toBe(201);
    const refused = await write(senco, item, 'council');
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/visibility']);
    expect((await write(member, item, 'everybody')).status).toBe(403);
    expect((await write(provider, item, 'everybody')).status).toBe(403);
    expect((await write(otherSenco, item, 'everybody')).status).toBe(404);
    expect((await write(coordinator, item, 'council', '  ')).status).toBe(422);
    const elsewhere = await casework.signIn('coordinator', { authorityId: await casework.anAuthority() });
    expect((await write(elsewhere, item, 'council')).status).toBe(404);
  });

  it('happens once however often it is sent, and leaves its circle but not its words in the audit', async () => {
    const item = await casework.aCase();
    const key = '01890000-0000-7000-8000-000000000001';
    const body = { visibility: 'council', text: 'Robin told Ms Grey' };
    const first = await coordinator.create(`/referrals/${item.id}/notes`, body, key);
    const again = await coordinator.create(`/referrals/${item.id}/notes`, body, key);
    expect(again.body).toEqual(first.body);
    expect(await casework.changes(item.id)).toEqual([
      {
        event: 'note.written',
        detail: { visibility: 'council' },
        actorUserId: coordinator.userId,
        subjectType: 'referral',
      },
    ]);
    expect(JSON.stringify(await casework.events(item.id))).not.toContain('Grey');
  });
});

describe('correcting a note', () => {
  const correct = (person: Person, id: string, version: number, body: object) =>
    person.change(`/notes/${id}/correct`, version, body);

  it('adds a version that its author and the council can look behind, and nobody else', async () => {
    const item = await casework.aCase();
    const { id } = (await write(senco, item, 'council_and_school', 'First words')).body;
    const corrected = await correct(senco, id, 1, { visibility: 'everybody', text: 'Better words' });
    expect(corrected.status).toBe(200);
    expect(corrected.body).toMatchObject({
      version: 2,
      text: 'Better words',
      visibility: 'everybody',
      canCorrect: true,
    });
    expect(corrected.body.correctedAt).not.toBeNull();
    expect(corrected.body.earlier).toMatchObject([{ text: 'First words', visibility: 'council_and_school' }]);

    const colleague = await casework.signIn('senco');
    const seen = (await colleague.get(`/notes/${id}`)).body;
    expect(seen).toMatchObject({ text: 'Better words', earlier: [], canCorrect: false });
    expect((await coordinator.get(`/notes/${id}`)).body.earlier).toHaveLength(1);
    expect((await casework.changes(item.id)).at(-1)).toMatchObject({
      event: 'note.corrected',
      detail: { visibility: 'everybody', before: 'council_and_school' },
    });
  });

  it('takes a note back from those for whom it is no longer', async () => {
    const item = await casework.aCase();
    const { id } = (await write(coordinator, item, 'council_and_school', 'Too much')).body;
    expect((await senco.get(`/notes/${id}`)).status).toBe(200);
    await correct(coordinator, id, 1, { visibility: 'council', text: 'Too much' });
    expect((await senco.get(`/notes/${id}`)).status).toBe(404);
    expect(await textsOf(senco, `/referrals/${item.id}/notes`)).toEqual([]);
  });

  it('is refused to others, from a stale version, without a version and after a day', async () => {
    const item = await casework.aCase();
    const { id } = (await write(senco, item, 'everybody')).body;
    const body = { visibility: 'everybody', text: 'Other words' };
    const byOther = await correct(coordinator, id, 1, body);
    expect([byOther.status, byOther.body.code]).toEqual([409, 'note_of_somebody_else']);
    expect((await correct(member, id, 1, body)).status).toBe(403);
    expect((await correct(otherSenco, id, 1, body)).status).toBe(404);
    expect((await correct(senco, id, 2, body)).status).toBe(412);
    expect((await senco.post(`/notes/${id}/correct`, body)).status).toBe(428);
    expect((await correct(senco, id, 1, { ...body, visibility: 'council' })).status).toBe(422);
    await casework.rows("update notes set written_at = written_at - interval '24 hours 1 second' where id = $1", [id]);
    const late = await correct(senco, id, 1, body);
    expect([late.status, late.body.code]).toEqual([409, 'note_too_old_to_correct']);
    expect((await senco.get(`/notes/${id}`)).body.canCorrect).toBe(false);
  });

  it('never changes or deletes what was written, not even as the owner of the tables', async () => {
    const item = await casework.aCase();
    await write(coordinator, item, 'council');
    await expect(casework.rows("update note_versions set text = 'x'")).rejects.toThrow('cannot be changed');
    await expect(casework.rows('delete from note_versions')).rejects.toThrow('cannot be changed');
    const deleted = casework
      .service(Transactions)
      .run({ authorityId: 1 }, (tx) => tx.rows('delete from notes where referral_id = $1', [item.id]));
    await expect(deleted).rejects.toThrow('permission denied');
  });
});
