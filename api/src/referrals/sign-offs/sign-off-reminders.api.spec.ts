import { JobRegistry } from '../../jobs/job-registry.js';
import { type Casework, type Person, startCasework } from '../../testing/panel-casework.js';
import { writeReferral, writeSections } from '../../testing/referral-writing.js';

let casework: Casework;
let senco: Person;

// Each asks on Tuesday, 24 November 2026.
beforeEach(async () => {
  // So that the mail, with its link, is "sent" and forgotten as it is in production.
  casework = await startCasework({ isDemo: true });
  senco = await casework.signIn('senco');
});

afterEach(() => casework.stop());

const head = { headName: 'Amal Head', headEmail: 'head@larkfield.test.example' };

async function aRequest(): Promise<{ readonly id: string; readonly reference: string; readonly pupil: string }> {
  const answers = casework.completeAnswers();
  const id = await writeReferral(senco, casework.schoolId, answers);
  expect((await senco.create(`/referrals/${id}/sign-offs`, head)).status).toBe(201);
  const { reference } = (await senco.get(`/referrals/${id}`)).body;
  return { id, reference, pupil: answers.pupil.legalSurname };
}

async function morningOf(day: string): Promise<void> {
  casework.clock.set(`${day}T08:00:00Z`);
  await casework.service(JobRegistry).recurringTask('sign_off_reminders')?.run(1);
}

interface Mail extends Record<string, unknown> {
  readonly kind: string;
  readonly address: string;
  readonly text: string;
  readonly link: string;
}

const mails = (): Promise<Mail[]> =>
  casework.rows<Mail>(
    `select kind, to_address as address, subject || ' ' || coalesce(body, '') as text, link_path as link
       from outbox_mails where kind like 'sign_off%' order by created_at, id`,
  );
const kinds = async (): Promise<string[]> => (await mails()).map(({ kind }) => kind);
const opens = async (link: string): Promise<number> =>
  (await casework.anonymous.post('/sign-off-links/open', { token: link.split('#')[1] })).status;

describe('a head teacher who does not answer', () => {
  it('is reminded on the third and the sixth working day, each time with a link, and then left alone', async () => {
    const { id, reference, pupil } = await aRequest();
    for (const day of ['2026-11-25', '2026-11-26']) await morningOf(day);
    expect(await kinds()).toEqual(['sign_off_asked']);
    await morningOf('2026-11-27');
    await morningOf('2026-11-27');
    await morningOf('2026-11-28'); // a Saturday
    expect(await kinds()).toEqual(['sign_off_asked', 'sign_off_reminded']);
    await morningOf('2026-12-02');
    await morningOf('2026-12-04');
    const all = await mails();
    expect(all.map(({ kind }) => kind)).toEqual(['sign_off_asked', 'sign_off_reminded', 'sign_off_reminded']);
    for (const { address, text } of all) {
      expect(address).toBe(head.headEmail);
      expect(text).toContain(reference);
      expect(text).toContain('waiting for the head teacher’s sign-off');
      expect(text).toContain('by 8 December 2026');
      expect(text).not.toContain(pupil);
    }
    expect(new Set(all.map(({ link }) => link)).size).toBe(3);
    // Sessions do not outlive the night.
    const later = await casework.signIn('senco');
    const [shown] = (await later.get(`/referrals/${id}/sign-offs`)).body.items;
    expect(shown.remindedAt).toBe('2026-12-02T08:00:00.000Z');
  });

  it('can use any of the links, and none any longer once somebody else was asked', async () => {
    const { id } = await aRequest();
    await morningOf('2026-11-27');
    const links = (await mails()).map(({ link }) => link);
    for (const link of links) expect(await opens(link)).toBe(200);
    casework.clock.set('2026-11-27T09:00:00Z');
    const other = { headName: 'Deputy', headEmail: 'deputy@larkfield.test.example' };
    const later = await casework.signIn('senco');
    expect((await later.create(`/referrals/${id}/sign-offs`, other)).status).toBe(201);
    for (const link of links) expect(await opens(link)).toBe(410);
    expect(await opens((await mails()).at(-1)?.link ?? '')).toBe(200);
    await morningOf('2026-11-30');
    expect((await mails()).filter(({ kind }) => kind === 'sign_off_reminded')).toHaveLength(1);
  });

  it('is not reminded once the request is revoked, nor of answers that have changed since', async () => {
    const { id } = await aRequest();
    const { items } = (await senco.get(`/referrals/${id}/sign-offs`)).body;
    const other = await aRequest();
    await writeSections(senco, other.id, {
      voice: { ...casework.completeAnswers().voice, childsView: 'Something new' },
    });
    await senco.change(`/referrals/${id}/sign-offs/revoke`, items[0].version);
    await morningOf('2026-11-27');
    expect((await mails()).filter(({ kind }) => kind === 'sign_off_reminded')).toEqual([]);
  });

  it('who has let the link expire: whoever asked is told once, and what to do', async () => {
    const { id, reference } = await aRequest();
    await morningOf('2026-12-09');
    await morningOf('2026-12-10');
    const told = (await mails()).filter(({ kind }) => kind !== 'sign_off_asked');
    expect(told).toMatchObject([{ kind: 'sign_off_expired', link: `/referrals/${id}/sign-off` }]);
    expect(told[0]?.text).toContain(reference);
    const events = await casework.events(id);
    expect(events.map(({ event }) => event)).toContain('sign_off.expired');
  });
});
