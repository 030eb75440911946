import { type Casework, type Person, startCasework } from '../../testing/panel-casework.js';
import { signReferral, writeReferral, writeSections } from '../../testing/referral-writing.js';

let casework: Casework;
let senco: Person;
let colleague: Person;
let coordinator: Person;

beforeAll(async () => {
  casework = await startCasework();
  senco = await casework.signIn('senco');
  colleague = await casework.signIn('senco');
  coordinator = await casework.signIn('coordinator');
});

afterAll(() => casework.stop());

const reason = 'The date of the last meeting was wrong.';
const read = async (person: Person, id: string) => (await person.get(`/referrals/${id}`)).body;
const versionOf = async (id: string): Promise<number> => (await read(senco, id)).version;
const start = async (person: Person, id: string, why = reason) =>
  person.change(`/referrals/${id}/amendment`, await versionOf(id), { reason: why });
const send = async (person: Person, id: string) => person.change(`/referrals/${id}/amend`, await versionOf(id));

async function submitted(): Promise<string> {
  const id = await writeReferral(senco, casework.schoolId, casework.completeAnswers());
  await signReferral(senco, id);
  await senco.change(`/referrals/${id}/submit`, await versionOf(id));
  return id;
}

async function changeConcerns(person: Person, id: string, concerns: string): Promise<void> {
  const { needs } = (await read(person, id)).sections;
  await writeSections(person, id, { needs: { ...needs.answers, concerns } });
}

describe('an amendment', () => {
  it('is seen by its writers alone until it is sent, and then by everybody as the next version', async () => {
    const id = await submitted();
    const begun = await start(senco, id);
    expect(begun.body).toMatchObject({ status: 'submitted', isEditable: true, amendment: { reason, isOwn: true } });
    await changeConcerns(senco, id, 'Amended concerns.');

    expect((await read(colleague, id)).sections.needs.answers.concerns).toBe('Amended concerns.');
    const seen = await read(coordinator, id);
    expect(seen.sections.needs.answers.concerns).not.toBe('Amended concerns.');
    expect(seen).toMatchObject({ isEditable: false, amendment: { isOwn: false } });

    const sent = await send(colleague, id);
    expect(sent.body).toMatchObject({ status: 'submitted', isEditable: false, amendment: null });
    expect((await read(coordinator, id)).sections.needs.answers.concerns).toBe('Amended concerns.');
    const { body } = await coordinator.get(`/referrals/${id}/versions/differences`);
    expect(body.after).toMatchObject({ number: 2, kind: 'amendment', reason, changes: 1 });
    expect(body.differences).toEqual([
      expect.objectContaining({ pointer: '/needs/concerns', after: 'Amended concerns.' }),
    ]);
  });

  it('says of each answer who has changed it, and nothing of an amendment that was given up', async () => {
    const id = await submitted();
    const name = (person: Person, text: string) =>
      casework.rows('update users set name = $2 where id = $1', [person.userId, text]);
    await name(senco, 'Ann Senco');
    await name(colleague, 'Ben Senco');
    await start(colleague, id);
    await changeConcerns(colleague, id, 'Never sent.');
    await colleague.change(`/referrals/${id}/amendment/give-up`, await versionOf(id));

    casework.clock.set('2026-11-24T10:05:00Z');
    await start(senco, id);
    await changeConcerns(senco, id, 'Amended by one.');
    const { needs } = (await read(colleague, id)).sections;
    await writeSections(colleague, id, { needs: { ...needs.answers, strengths: 'Amended by the other.' } });
    const written = (await read(senco, id)).sections.needs.changes;
    expect(written).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'concerns', byName: 'Ann Senco' }),
        expect.objectContaining({ path: 'strengths', byName: 'Ben Senco' }),
      ]),
    );
    await send(senco, id);
    const { body } = await coordinator.get(`/referrals/${id}/versions/differences`);
    const authors = body.differences.map((one: Record<string, string>) => [one['pointer'], one['changedByName']]);
    expect(authors).toEqual([
      ['/needs/strengths', 'Ben Senco'],
      ['/needs/concerns', 'Ann Senco'],
    ]);

    // The next version knows its own changes; what others changed before is no part of it.
    casework.clock.set('2026-11-24T10:10:00Z');
    await start(colleague, id);
    await changeConcerns(colleague, id, 'Amended again.');
    await send(colleague, id);
    const next = (await coordinator.get(`/referrals/${id}/versions/differences`)).body.differences;
    expect(next).toEqual([expect.objectContaining({ pointer: '/needs/concerns', changedByName: 'Ben Senco' })]);
    const whole = (await coordinator.get(`/referrals/${id}/versions/differences?before=1&after=3`)).body.differences;
    expect(whole.map(({ changedByName }: { changedByName: string }) => changedByName)).toEqual([
      'Ben Senco',
      'Ben Senco',
    ]);
  });

  it('is told to the coordinators and the school by mail, without a name, but not to who sent it', async () => {
    const id = await submitted();
    const { reference, pupilName } = await read(senco, id);
    await start(senco, id);
    await changeConcerns(senco, id, 'Told.');
    await send(senco, id);
    const mails = await casework.rows<{ userId: string; text: string }>(
      `select user_id as "userId", subject || body as text from outbox_mails where kind = 'case_news' and subject = $1`,
      [`${reference}: Amended`],
    );
    const told = mails.map(({ userId }) => userId);
    expect(told).toEqual(expect.arrayContaining([coordinator.userId, colleague.userId]));
    expect(told).not.toContain(senco.userId);
    expect(mails.some(({ text }) => text.includes(pupilName))).toBe(false);
  });

  it('keeps what was sent before versions were kept as the first one', async () => {
    const { id } = await casework.aCase({ status: 'accepted' });
    expect((await coordinator.get(`/referrals/${id}/versions`)).body.items).toEqual([]);
    await start(coordinator, id);
    await changeConcerns(coordinator, id, 'As the school told me by phone.');
    expect((await send(coordinator, id)).status).toBe(200);
    const { items } = (await coordinator.get(`/referrals/${id}/versions`)).body;
    expect(items.map(({ number, kind }: { number: number; kind: string }) => [number, kind])).toEqual([
      [2, 'amendment'],
      [1, 'submission'],
    ]);
  });

  it('takes over what lists know of the child and the need', async () => {
    const id = await submitted();
    await start(senco, id);
    const { pupil, needs } = (await read(senco, id)).sections;
    await writeSections(senco, id, {
      pupil: { ...pupil.answers, preferredName: 'Bobby' },
      needs: { ...needs.answers, primaryNeed: 'ASD' },
    });
    expect((await read(coordinator, id)).pupilName).not.toContain('Bobby');
    await send(senco, id);
    expect(await read(coordinator, id)).toMatchObject({
      pupilName: expect.stringContaining('Bobby'),
      primaryNeed: 'ASD',
    });
  });

  it('never overwrites what a colleague saved meanwhile', async () => {
    const id = await submitted();
    await start(senco, id);
    const { needs } = (await read(senco, id)).sections;
    const path = `/referrals/${id}/sections/needs`;
    const body = { ...needs.answers, concerns: 'First' };
    expect((await senco.put(path, body, needs.version)).status).toBe(200);
    expect((await colleague.put(path, { ...body, concerns: 'Second' }, needs.version)).status).toBe(412);
    expect((await colleague.put(path, { ...body, concerns: 'Third' }, needs.version + 1)).status).toBe(200);
    expect((await read(senco, id)).sections.needs.answers.concerns).toBe('Third');
  });

  it('is refused without a change, with a gap, and for the family’s agreement', async () => {
    const id = await submitted();
    await start(senco, id);
    const unchanged = await send(senco, id);
    expect([unchanged.status, unchanged.body.detail]).toEqual([409, expect.stringContaining('Change an answer')]);
    await changeConcerns(senco, id, '');
    const incomplete = await send(senco, id);
    expect(incomplete.status).toBe(422);
    expect(incomplete.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/needs/concerns']);
    const { consent } = (await read(senco, id)).sections;
    const refused = await senco.put(`/referrals/${id}/sections/consent`, consent.answers, consent.version);
    expect([refused.status, refused.body.code]).toEqual([409, 'consent_not_amended']);
    expect((await coordinator.get(`/referrals/${id}/versions`)).body.items).toHaveLength(1);
  });

  it('is one at a time, of one side, and can be given up', async () => {
    const id = await submitted();
    await start(coordinator, id);
    const second = await start(senco, id);
    expect([second.status, second.body.code]).toEqual([409, 'amendment_under_way']);
    const { needs } = (await read(senco, id)).sections;
    expect((await senco.put(`/referrals/${id}/sections/needs`, needs.answers, needs.version)).status).toBe(409);
    expect((await send(senco, id)).body.code).toBe('no_amendment');
    await changeConcerns(coordinator, id, 'Given up.');
    await coordinator.change(`/referrals/${id}/amendment/give-up`, await versionOf(id));
    expect((await read(coordinator, id)).sections.needs.answers.concerns).not.toBe('Given up.');
    expect((await start(senco, id)).status).toBe(200);
  });

  it('of the school goes into the referral when that comes back to it, and of the coordinator ends', async () => {
    const id = await submitted();
    await start(senco, id);
    await changeConcerns(senco, id, 'Half written.');
    await coordinator.change(`/referrals/${id}/return`, await versionOf(id), {
      reason: 'Add the reports.',
      items: [{ section: 'needs', field: '', question: 'What works?' }],
    });
    expect(await read(senco, id)).toMatchObject({ status: 'returned', isEditable: true, amendment: null });
    expect((await read(senco, id)).sections.needs.answers.concerns).toBe('Half written.');

    const other = await submitted();
    await start(coordinator, other);
    await changeConcerns(coordinator, other, 'Dropped.');
    await coordinator.change(`/referrals/${other}/return`, await versionOf(other), {
      reason: 'Add the reports.',
      items: [{ section: 'needs', field: '', question: 'What works?' }],
    });
    expect((await read(senco, other)).sections.needs.answers.concerns).not.toBe('Dropped.');
  });

  it.each(['returned', 'decided', 'closed'] as const)('is refused for a referral that is %s', async (status) => {
    const { id } = await casework.aCase({ status });
    const refused = await start(senco, id);
    expect([refused.status, refused.body.code]).toEqual([409, 'referral_move_refused']);
  });

  it('is refused by permission, out of scope, and for a stale version', async () => {
    const id = await submitted();
    const member = await casework.signIn('panel_member');
    const elsewhere = await casework.signIn('senco', { schoolId: await casework.aSchool() });
    const stranger = await casework.signIn('coordinator', { authorityId: await casework.anAuthority() });
    for (const path of ['amendment', 'amend', 'amendment/give-up']) {
      expect((await member.change(`/referrals/${id}/${path}`, 1, { reason })).status).toBe(403);
      expect((await elsewhere.change(`/referrals/${id}/${path}`, 1, { reason })).status).toBe(404);
      expect((await stranger.change(`/referrals/${id}/${path}`, 1, { reason })).status).toBe(404);
      expect((await senco.change(`/referrals/${id}/${path}`, 99, { reason })).status).toBe(412);
      expect((await senco.post(`/referrals/${id}/${path}`, { reason })).status).toBe(428);
    }
    expect((await senco.change(`/referrals/${id}/amendment`, await versionOf(id), { reason: ' ' })).status).toBe(422);
  });

  it('is audited from its beginning, without a word of what was typed', async () => {
    const id = await submitted();
    await start(senco, id);
    await changeConcerns(senco, id, 'Secretword');
    await send(senco, id);
    const events = (await casework.changes(id)).slice(-3);
    expect(events.map(({ event }) => event)).toEqual([
      'referral.amendment_started',
      'referral.section_saved',
      'referral.amended',
    ]);
    expect(events[2]).toMatchObject({ actorUserId: senco.userId, detail: { number: 2, changes: 1 } });
    expect(JSON.stringify(events)).not.toMatch(/Secretword|date of the last/);
  });
});
