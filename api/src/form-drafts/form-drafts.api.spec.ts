import { JobRegistry } from '../jobs/job-registry.js';
import { type Case, type Casework, type Person, startCasework } from '../testing/panel-casework.js';

let casework: Casework;
let coordinator: Person;
let senco: Person;
let colleague: Person;
let provider: Person;
let day = 1;

beforeAll(async () => {
  casework = await startCasework();
  coordinator = await casework.signIn('coordinator');
  senco = await casework.signIn('senco');
  colleague = await casework.signIn('senco');
  provider = await casework.signIn('provider');
});

afterAll(() => casework.stop());

const at = ({ id }: Case, form = 'write_note', subject = id): string =>
  `/referrals/${id}/form-drafts/${form}/${subject}`;
const typed = { answers: { text: 'Rang the family' } };

async function anAllocation(): Promise<{ item: Case; allocationId: string }> {
  const item = await casework.aCase();
  const heldOn = `2027-05-${String(day++).padStart(2, '0')}`;
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

describe('what was typed into a form', () => {
  it('is kept in versions and given back to whoever typed it, and to nobody else', async () => {
    const item = await casework.aCase();
    expect((await senco.get(at(item))).body).toEqual({ version: 0, savedAt: null, answers: null });
    expect((await senco.put(at(item), typed, 0)).body).toMatchObject({ version: 1 });
    const longer = { answers: { text: 'Rang the family at ten', visibility: 'everybody' } };
    expect((await senco.put(at(item), longer, 1)).body).toMatchObject({ version: 2 });
    expect((await senco.get(at(item))).body).toMatchObject({ version: 2, ...longer });
    expect((await colleague.get(at(item))).body.answers).toBeNull();
    expect((await coordinator.get(at(item))).body.answers).toBeNull();
  });

  it('is not overwritten by another window that has not seen it', async () => {
    const item = await casework.aCase();
    await senco.put(at(item), typed, 0);
    expect((await senco.put(at(item), { answers: {} }, 0)).status).toBe(412);
    expect((await senco.put(at(item), { answers: {} }, 2)).status).toBe(412);
    expect((await senco.get(at(item))).body).toMatchObject(typed);
  });

  it('is of a case that the person sees, of a form that there is, and of a thing of that case', async () => {
    const item = await casework.aCase();
    const other = await casework.aCase();
    const note = (await senco.create(`/referrals/${other.id}/notes`, { visibility: 'everybody', text: 'A note' })).body;
    const stranger = await casework.signIn('senco', { schoolId: await casework.aSchool() });
    expect((await stranger.put(at(item), typed, 0)).status).toBe(404);
    expect((await provider.put(at(item), typed, 0)).status).toBe(403);
    expect((await senco.put(at(item, 'any_form'), typed, 0)).status).toBe(404);
    expect((await senco.put(at(item, 'record_session'), typed, 0)).status).toBe(404);
    expect((await senco.put(at(item, 'write_note', other.id), typed, 0)).status).toBe(404);
    expect((await senco.put(at(item, 'correct_note', note.id), typed, 0)).status).toBe(404);
    expect((await senco.put(at(other, 'correct_note', note.id), typed, 0)).status).toBe(200);
  });

  it('is refused where it is too long or cannot be stored', async () => {
    const item = await casework.aCase();
    for (const text of ['x'.repeat(60_000), 'half \ud800', 'nul \u0000']) {
      const refused = await senco.put(at(item), { answers: { text } }, 0);
      expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/answers']);
    }
    expect((await senco.put(at(item), { answers: 'text' }, 0)).status).toBe(422);
  });

  it('leaves in the trail which form it was, and nothing of what was typed', async () => {
    const item = await casework.aCase();
    await senco.put(at(item), typed, 0);
    await senco.get(at(item));
    const events = await casework.events(item.id);
    expect(events.map(({ event }) => event)).toEqual(['form_draft.saved', 'form_draft.viewed']);
    expect(JSON.stringify(events)).toContain('write_note');
    expect(JSON.stringify(events)).not.toContain('family');
  });

  it('can be thrown away, also twice', async () => {
    const item = await casework.aCase();
    await senco.put(at(item), typed, 0);
    expect((await senco.remove(at(item), 1)).status).toBe(204);
    expect((await senco.remove(at(item), 1)).status).toBe(204);
    expect((await senco.get(at(item))).body.version).toBe(0);
    expect((await casework.events(item.id)).filter(({ event }) => event === 'form_draft.discarded')).toHaveLength(1);
  });

  it('goes with its case, and thirty days after the last key', async () => {
    const [old, young] = [await casework.aCase(), await casework.aCase()];
    for (const item of [old, young]) await senco.put(at(item), typed, 0);
    await casework.rows(
      "update form_drafts set saved_at = saved_at - interval '30 days 1 minute' where referral_id = $1",
      [old.id],
    );
    await casework.service(JobRegistry).recurringTask('form_drafts_forget')?.run(1);
    expect((await senco.get(at(old))).body.version).toBe(0);
    expect((await senco.get(at(young))).body.version).toBe(1);
  });
});

describe('when the form is sent', () => {
  it('is forgotten with the sending: of this form, this thing and this person only', async () => {
    const item = await casework.aCase();
    await senco.put(at(item), typed, 0);
    await colleague.put(at(item), typed, 0);
    await senco.put(at(item, 'create_case_task'), typed, 0);
    const notes = `/referrals/${item.id}/notes`;
    const first = (await senco.create(notes, { visibility: 'everybody', text: 'One' })).body;
    const second = (await colleague.create(notes, { visibility: 'everybody', text: 'Two' })).body;
    expect((await senco.get(at(item))).body.version).toBe(0);
    expect((await senco.get(at(item, 'create_case_task'))).body.version).toBe(1);

    const third = (await senco.create(notes, { visibility: 'everybody', text: 'Three' })).body;
    for (const { id } of [first, third]) await senco.put(at(item, 'correct_note', id), typed, 0);
    await senco.change(`/notes/${first.id}/correct`, 1, { visibility: 'everybody', text: 'Better' });
    expect((await senco.get(at(item, 'correct_note', first.id))).body.version).toBe(0);
    expect((await senco.get(at(item, 'correct_note', third.id))).body.version).toBe(1);
    expect((await colleague.get(at(item, 'correct_note', second.id))).body.version).toBe(0);
  });

  it('stays where the sending was refused', async () => {
    const item = await casework.aCase();
    await senco.put(at(item), typed, 0);
    expect((await senco.create(`/referrals/${item.id}/notes`, { visibility: 'council', text: 'One' })).status).toBe(
      422,
    );
    expect((await senco.get(at(item))).body.version).toBe(1);
  });

  it.each([
    [
      'record_consultation',
      'consultations',
      { heldOn: '2026-11-10', teacherName: 'A', asked: 'during_case', advice: 'B' },
    ],
    [
      'record_agency_report',
      'agency-reports',
      { reportedOn: '2026-10-02', agency: 'camhs', title: 'A', summary: '', documentId: null },
    ],
  ])('forgets %s', async (form, path, body) => {
    const item = await casework.aCase();
    await senco.put(at(item, form), typed, 0);
    const { id } = (await senco.create(`/referrals/${item.id}/${path}`, body)).body;
    expect((await senco.get(at(item, form))).body.version).toBe(0);
    const change = form.replace('record', 'change');
    await senco.put(at(item, change, id), typed, 0);
    expect((await senco.put(`/${path}/${id}`, body, 1)).status).toBe(200);
    expect((await senco.get(at(item, change, id))).body.version).toBe(0);
  });

  it('forgets a return, a withdrawal and a reopening', async () => {
    const item = await casework.aCase({ status: 'submitted' });
    const version = async (): Promise<number> => (await coordinator.get(`/referrals/${item.id}`)).body.version;
    for (const form of ['return_referral', 'withdraw_referral', 'reopen_referral']) {
      await coordinator.put(at(item, form), typed, 0);
    }
    const items = [{ section: 'needs', field: '', question: 'What works?' }];
    const returned = await coordinator.change(`/referrals/${item.id}/return`, await version(), { reason: '', items });
    expect([returned.status, (await coordinator.get(at(item, 'return_referral'))).body.version]).toEqual([200, 0]);
    await coordinator.change(`/referrals/${item.id}/withdraw`, await version(), { reason: 'Moved' });
    expect((await coordinator.get(at(item, 'withdraw_referral'))).body.version).toBe(0);
    await coordinator.change(`/referrals/${item.id}/reopen`, await version(), { reason: 'Back' });
    expect((await coordinator.get(at(item, 'reopen_referral'))).body.version).toBe(0);
  });
});

describe('a form of a provider', () => {
  it('is kept for the support that they give, until it is sent', async () => {
    const { item, allocationId } = await anAllocation();
    const path = `/allocations/${allocationId}/form-drafts/decline_allocation`;
    expect((await provider.put(path, typed, 0)).status).toBe(200);
    expect((await provider.get(path)).body).toMatchObject(typed);
    expect((await coordinator.get(path)).status).toBe(403);
    const other = await casework.signIn('provider', { providerId: await casework.aProvider() });
    expect((await other.get(path)).status).toBe(404);
    expect((await provider.get(`/allocations/${allocationId}/form-drafts/write_note`)).status).toBe(404);
    const { version } = (await provider.get(`/allocations/${allocationId}`)).body;
    expect((await provider.change(`/allocations/${allocationId}/decline`, version, { reason: 'Full' })).status).toBe(
      200,
    );
    expect((await provider.get(path)).body.version).toBe(0);
    expect(await casework.rows('select 1 from form_drafts where referral_id = $1', [item.id])).toEqual([]);
  });

  it('is closed to them once the family has taken back its agreement', async () => {
    const { item, allocationId } = await anAllocation();
    const path = `/allocations/${allocationId}/form-drafts/record_session`;
    await provider.put(path, typed, 0);
    await casework.rows('update referrals set provider_consent = false where id = $1', [item.id]);
    expect((await provider.get(path)).status).toBe(404);
  });
});
