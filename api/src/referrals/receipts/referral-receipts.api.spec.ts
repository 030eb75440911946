import { randomUUID } from 'node:crypto';

import { type Casework, type Person, startCasework } from '../../testing/panel-casework.js';
import { writeSections } from '../../testing/referral-writing.js';

let casework: Casework;
let coordinator: Person;
let senco: Person;

beforeAll(async () => {
  casework = await startCasework();
  coordinator = await casework.signIn('coordinator');
  senco = await casework.signIn('senco');
});

afterAll(() => casework.stop());

const received = () => ({
  schoolId: casework.schoolId,
  receivedFrom: 'Priya Nair, SENCo',
  receivedOn: '2026-11-20',
  channel: 'email',
});
const begin = (changes: object = {}, key?: string) =>
  coordinator.create('/referrals/on-behalf', { ...received(), ...changes }, key);
const read = async (person: Person, id: string) => (await person.get(`/referrals/${id}`)).body;
const form = { name: 'Amal Head', role: 'Head teacher', signedOn: '2026-11-19', hasCompared: true };

async function written(): Promise<string> {
  const { body } = await begin();
  await writeSections(coordinator, body.id, casework.completeAnswers());
  return body.id;
}

describe('a referral that a coordinator writes for a school', () => {
  it('is shown as such, to the coordinator and to the school', async () => {
    const begun = await begin();
    expect(begun.status).toBe(201);
    expect(begun.body).toMatchObject({
      status: 'draft',
      isEditable: true,
      receipt: { receivedFrom: 'Priya Nair, SENCo', receivedOn: '2026-11-20', channel: 'email' },
    });
    expect(begun.body.availableVerbs).toContain('submit');
    expect(await read(senco, begun.body.id)).toMatchObject({ isEditable: true, receipt: begun.body.receipt });
    expect((await casework.events(begun.body.id))[0]).toMatchObject({
      event: 'referral.created_on_behalf',
      actorUserId: coordinator.userId,
      detail: { channel: 'email' },
    });
  });

  it('is written like one of a school: the pages of both see each other, and know of an open referral of the child', async () => {
    const { body } = await begin();
    const writers = `/referrals/${body.id}/sections/needs/writers`;
    expect((await coordinator.post(writers)).status).toBe(200);
    expect((await senco.post(writers)).body.others).toHaveLength(1);

    const open = await casework.aCase();
    const [child] = await casework.rows<{ upn: string }>(
      'select c.upn from children c join referrals r on r.child_id = c.id where r.id = $1',
      [open.id],
    );
    const lookUp = { schoolId: casework.schoolId, upn: child?.upn ?? '' };
    const known = await coordinator.post('/referrals/known-child', lookUp);
    expect([known.status, known.body.open]).toMatchObject([200, { isOwn: true, reference: open.reference }]);
    const elsewhere = { ...lookUp, schoolId: await casework.schoolElsewhere() };
    expect((await coordinator.post('/referrals/known-child', elsewhere)).status).toBe(422);
  });

  it('is told to the school by mail, which can go on with it', async () => {
    const id = await written();
    const { reference } = await read(coordinator, id);
    const mails = await casework.rows<{ userId: string; subject: string }>(
      `select user_id as "userId", subject from outbox_mails where kind = 'case_news' and subject like $1`,
      [`%${reference}%`],
    );
    expect(mails.map(({ userId }) => userId)).toContain(senco.userId);
    const { needs } = (await read(senco, id)).sections;
    await writeSections(senco, id, { needs: { ...needs.answers, diagnosis: 'None' } });
    expect((await read(coordinator, id)).sections.needs.answers.diagnosis).toBe('None');
  });

  it('is submitted on the signature of the form that arrived, and on no other day or word', async () => {
    const id = await written();
    const path = `/referrals/${id}/sign-offs/record-form`;
    expect((await coordinator.change(`/referrals/${id}/submit`, 1)).body.errors[0].pointer).toBe('/signOff');
    for (const [change, pointer] of [
      [{ hasCompared: false }, '/hasCompared'],
      [{ signedOn: '2026-11-25' }, '/signedOn'],
      [{ name: '' }, '/name'],
    ] as const) {
      const refused = await coordinator.change(path, 1, { ...form, ...change });
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, pointer]);
    }
    expect((await coordinator.change(path, 9, form)).status).toBe(412);
    const signed = await coordinator.change(path, 1, form);
    expect(signed.body).toMatchObject({ state: 'signed' });
    expect(signed.body.items[0]).toMatchObject({
      way: 'form',
      signedName: 'Amal Head',
      statement: expect.stringContaining('Dated 19 November 2026'),
    });
    expect((await coordinator.change(`/referrals/${id}/submit`, 1)).body).toMatchObject({ status: 'submitted' });
  });

  it('can be signed off by link, asked for by the coordinator', async () => {
    const id = await written();
    const asked = await coordinator.create(`/referrals/${id}/sign-offs`, {
      headName: 'Amal Head',
      headEmail: 'head@school.test.example',
    });
    expect([asked.status, asked.body.state]).toEqual([201, 'asked']);
  });

  it('is begun once when the request is repeated', async () => {
    const key = randomUUID();
    const first = await begin({}, key);
    expect((await begin({}, key)).body.id).toBe(first.body.id);
  });

  it('is refused for a school that is not there, a day to come, and by permission', async () => {
    for (const schoolId of [randomUUID(), await casework.schoolElsewhere()]) {
      expect((await begin({ schoolId })).body.errors[0]).toMatchObject({ pointer: '/schoolId' });
    }
    expect((await begin({ receivedOn: '2026-11-25' })).body.errors[0].pointer).toBe('/receivedOn');
    expect((await begin({ channel: 'pigeon' })).status).toBe(422);
    expect((await senco.create('/referrals/on-behalf', received())).status).toBe(403);
  });
});

describe('a referral that a school writes', () => {
  it('is neither written, asked about nor submitted by a coordinator', async () => {
    const { id } = await casework.aCase({ status: 'returned' });
    const seen = await read(coordinator, id);
    expect(seen).toMatchObject({ isEditable: false, receipt: null });
    expect(seen.availableVerbs).not.toContain('submit');
    const { needs } = seen.sections;
    await expect(writeSections(coordinator, id, { needs: needs.answers })).rejects.toThrow('409');
    expect((await coordinator.change(`/referrals/${id}/submit`, seen.version)).body.code).toBe('referral_not_editable');
    expect((await coordinator.change(`/referrals/${id}/sign-offs/record-form`, seen.version, form)).body.code).toBe(
      'referral_not_received',
    );
  });
});
