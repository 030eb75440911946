import { jest } from '@jest/globals';

import { DailySummaryTask } from './daily-summary.task.js';
import { type Case, type Casework, type Person, startCasework, today } from '../testing/panel-casework.js';
import { notificationLines } from './notification-rules.js';

jest.setTimeout(120_000);

interface Told {
  readonly reference: string;
  readonly stage: string;
  readonly whatToDo: string;
  readonly dueOn: string | null;
  readonly linkPath: string;
}

let casework: Casework;
let coordinator: Person;
let colleague: Person;
let senco: Person;

beforeAll(async () => {
  casework = await startCasework();
  coordinator = await casework.signIn('coordinator');
  colleague = await casework.signIn('coordinator');
  senco = await casework.signIn('senco');
});

afterAll(() => casework?.stop());

beforeEach(async () => {
  casework.clock.set(`${today}T10:00:00Z`);
  await casework.rows('delete from outbox_mails');
  await casework.rows('delete from notifications');
  await casework.rows('delete from notification_preferences');
});

const mailsTo = (person: Person): Promise<{ subject: string; body: string; link: string; kind: string }[]> =>
  casework.rows(
    'select subject, body, link_path as link, kind from outbox_mails where user_id = $1 order by created_at, id',
    [person.userId],
  );

const toldTo = async (person: Person): Promise<Told[]> => (await person.get('/account/notifications')).body.items;

const wish = (person: Person, topic: string, delivery: string) =>
  person.put('/account/notification-preferences', { items: [{ topic, delivery }] }, 0);

async function decline(one: Case, by = coordinator): Promise<void> {
  const response = await by.change(`/referrals/${one.id}/decline`, 1, {
    reasonCode: 'threshold_not_met',
    explanation: 'The needs can be met at school.',
    nextSteps: 'Go on with the support that is in place.',
    resourceIds: [],
  });
  expect(response.status).toBe(200);
}

describe('what people are told while a case moves on', () => {
  it('says reference, stage, what to do, by when and where, and never a child', async () => {
    const one = await casework.aCase({ status: 'submitted', pupilName: 'Robin Zephyrine' });
    await decline(one);
    const [mail, ...others] = await mailsTo(senco);
    expect(others).toEqual([]);
    expect(mail).toEqual({
      kind: 'case_news',
      subject: `${one.reference}: Declined`,
      body: `${one.reference}: Declined.\n\nRead the reason and what your school can do next.`,
      link: `/referrals/${one.id}`,
    });
    const [row] = await casework.rows<{ all: string }>('select json_agg(m)::text as all from outbox_mails m');
    expect(row?.all).not.toMatch(/Zephyrine|met at school/);
    expect(await toldTo(senco)).toEqual([
      {
        id: expect.any(String),
        topic: 'own_referrals',
        reference: one.reference,
        stage: 'Declined',
        whatToDo: 'Read the reason and what your school can do next.',
        dueOn: null,
        linkPath: `/referrals/${one.id}`,
        createdAt: `${today}T10:00:00.000Z`,
      },
    ]);
  });

  it('goes to the people it concerns: not to other schools, other roles, nor to who did it', async () => {
    const otherSchool = await casework.signIn('senco', { schoolId: await casework.aSchool() });
    const one = await casework.aCase({ status: 'submitted' });
    const withdrawn = await senco.change(`/referrals/${one.id}/withdraw`, 1, { reason: 'The family has moved' });
    expect(withdrawn.status).toBe(200);
    expect((await toldTo(coordinator)).map(({ stage }) => stage)).toEqual(['Withdrawn']);
    expect((await toldTo(colleague)).map(({ stage }) => stage)).toEqual(['Withdrawn']);
    expect(await toldTo(senco)).toEqual([]);
    expect(await toldTo(otherSchool)).toEqual([]);
    const [count] = await casework.rows<{ mails: number }>('select count(*)::int as mails from outbox_mails');
    const [coordinators] = await casework.rows<{ people: number }>(
      "select count(distinct user_id)::int as people from role_grants where role = 'coordinator'",
    );
    expect(count?.mails).toBe(coordinators?.people);
  });

  it('stays untold when the change is refused', async () => {
    const one = await casework.aCase({ status: 'accepted' });
    const refused = await coordinator.change(`/referrals/${one.id}/accept`, 1);
    expect(refused.status).toBe(409);
    expect(await casework.rows('select 1 from notifications')).toEqual([]);
    expect(await casework.rows('select 1 from outbox_mails')).toEqual([]);
  });

  it('tells members of the papers, the provider of support, and the school when the panel has closed', async () => {
    const member = await casework.signIn('panel_member');
    const provider = await casework.signIn('provider');
    const contractId = await casework.aContract();
    const one = await casework.aCase();
    const panel = await casework.aPanel(coordinator, { heldOn: '2026-11-30', cases: [one] });
    expect(await toldTo(member)).toMatchObject([
      {
        reference: 'Panel of 30 November 2026',
        stage: 'Papers published',
        dueOn: '2026-11-30',
        linkPath: `/panels/${panel.id}`,
      },
    ]);
    await coordinator.create(`/panels/${panel.id}/agenda/${panel.items[0] ?? ''}/decision`, {
      outcome: 'agree_as_requested',
      reason: 'It fits',
      contractId,
      units: 1,
    });
    const [allocated] = await toldTo(provider);
    expect(allocated).toMatchObject({ reference: one.reference, whatToDo: 'Accept or decline it.' });
    expect(allocated?.linkPath).toMatch(/^\/allocations\/[0-9a-f-]{36}$/);
    expect(await toldTo(senco)).toEqual([]);

    const { version } = (await coordinator.get(`/panels/${panel.id}`)).body;
    const closed = await coordinator.change(`/panels/${panel.id}/close`, version);
    expect(closed.status).toBe(200);
    expect(await toldTo(senco)).toMatchObject([
      {
        reference: one.reference,
        stage: 'Decided by the panel',
        dueOn: '2026-12-07',
        linkPath: `/referrals/${one.id}`,
      },
    ]);

    const allocation = await provider.get(allocated?.linkPath ?? '');
    const refused = await provider.change(`${allocated?.linkPath ?? ''}/decline`, allocation.body.version, {
      reason: 'No teacher is free',
    });
    expect(refused.status).toBe(200);
    expect((await toldTo(colleague)).map(({ stage }) => stage)).toContain('Provider has declined');
  });
});

describe('how somebody wants to be told', () => {
  it('is at once until they say otherwise, and offers only what their roles are told of', async () => {
    const { body } = await senco.get('/account/notification-preferences');
    expect(body.items).toEqual([
      { topic: 'own_referrals', delivery: 'at_once' },
      { topic: 'case_progress', delivery: 'at_once' },
      { topic: 'assigned_work', delivery: 'at_once' },
    ]);
    const refused = await wish(senco, 'allocations', 'never');
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([
      expect.objectContaining({ pointer: '/items/0/topic', code: 'topic_not_yours' }),
    ]);
  });

  it('is theirs alone: a colleague at the same school is told as before', async () => {
    const other = await casework.signIn('senco');
    expect((await wish(senco, 'own_referrals', 'never')).status).toBe(200);
    await decline(await casework.aCase({ status: 'submitted' }));
    expect(await mailsTo(senco)).toEqual([]);
    expect(await toldTo(senco)).toHaveLength(1);
    expect(await mailsTo(other)).toHaveLength(1);
    expect((await other.get('/account/notification-preferences')).body.items).toContainEqual({
      topic: 'own_referrals',
      delivery: 'at_once',
    });
  });

  it('never keeps back that a family has taken its agreement back', async () => {
    expect((await wish(coordinator, 'case_progress', 'never')).status).toBe(200);
    const one = await casework.aCase();
    const withdrawn = await senco.change(`/referrals/${one.id}/consent-history/withdraw`, 1, {
      panelSchools: true,
      providers: true,
      saidByName: 'Ada Example',
      relationship: 'Mother',
      saidOn: '2026-11-20',
      channel: 'by_phone',
      note: '',
    });
    expect(withdrawn.status).toBe(200);
    expect((await mailsTo(coordinator)).map(({ subject }) => subject)).toEqual([
      `${one.reference}: The family has withdrawn its agreement`,
    ]);
  });

  it('can be one mail on the morning of the next working day, once', async () => {
    await wish(senco, 'own_referrals', 'daily');
    const [first, second] = await casework.someCases(2);
    await casework.rows("update referrals set status = 'submitted' where id = any($1)", [[first?.id, second?.id]]);
    if (!first || !second) throw new Error('no cases');
    await decline(first);
    await decline(second);
    expect(await mailsTo(senco)).toEqual([]);

    const morning = () => casework.service(DailySummaryTask).run(1);
    // A Saturday.
    casework.clock.set('2026-11-28T07:00:00Z');
    await morning();
    expect(await mailsTo(senco)).toEqual([]);

    casework.clock.set('2026-11-30T07:00:00Z');
    await Promise.all([morning(), morning()]);
    await morning();
    expect(await mailsTo(senco)).toEqual([
      {
        kind: 'daily_summary',
        subject: 'Your summary: 2 pieces of news',
        body: [first, second]
          .map(({ reference }) => `${reference}: Declined. Read the reason and what your school can do next.`)
          .join('\n\n'),
        link: '/account/messages',
      },
    ]);
  });

  it('tells nobody who has left, and forgets after ninety days', async () => {
    const leaver = await casework.signIn('senco');
    await wish(leaver, 'own_referrals', 'daily');
    await decline(await casework.aCase({ status: 'submitted' }));
    await casework.rows('delete from role_grants where user_id = $1', [leaver.userId]);
    casework.clock.set('2026-12-01T07:00:00Z');
    await casework.service(DailySummaryTask).run(1);
    expect(await mailsTo(leaver)).toEqual([]);
    casework.clock.set('2027-03-01T07:00:00Z');
    await casework.service(DailySummaryTask).run(1);
    expect(await casework.rows('select 1 from notifications')).toEqual([]);
  });
});

describe('the words', () => {
  it('leave out a date that is not promised', () => {
    const words = { reference: 'EIP-2026-0001', stage: 'Submitted', whatToDo: 'Decide.', dueOn: '2026-12-01' };
    expect(notificationLines(words)).toEqual(['EIP-2026-0001: Submitted.', 'Decide.', 'By 1 December 2026.']);
    expect(notificationLines({ ...words, dueOn: null })).toEqual(['EIP-2026-0001: Submitted.', 'Decide.']);
  });
});
