import { SIGN_OFF_STATEMENT } from '@panel/case-rules';

import { type Casework, type Person, startCasework } from '../../testing/panel-casework.js';
import { type SignedIn } from '../../testing/test-application.js';
import { writeReferral, writeSections } from '../../testing/referral-writing.js';

let casework: Casework;
let senco: Person;
let nobody: SignedIn;

beforeAll(async () => {
  // So that the mail, with its link and its code, is "sent" and forgotten as it is in production.
  casework = await startCasework({ isDemo: true });
  senco = await casework.signIn('senco');
  nobody = casework.anonymous;
});

afterAll(() => casework.stop());

// Each test has all its attempts.
beforeEach(() => casework.rows('delete from rate_limits'));

const head = { headName: 'Amal Head', headEmail: 'head@larkfield.test.example' };
const signature = { name: 'Amal Head', role: 'Head teacher', hasConfirmed: true };

async function aDraft(): Promise<string> {
  return writeReferral(senco, casework.schoolId, casework.completeAnswers());
}

const read = async (id: string) => (await senco.get(`/referrals/${id}`)).body;
const ask = (id: string, body: object = head) => senco.create(`/referrals/${id}/sign-offs`, body);
const submit = async (id: string) => senco.change(`/referrals/${id}/submit`, (await read(id)).version);

interface Mail {
  readonly kind: string;
  readonly address: string;
  readonly text: string;
  readonly link: string | null;
}

const mailsOf = (reference: string): Promise<Mail[]> =>
  casework.rows<Mail & Record<string, unknown>>(
    `select kind, to_address as address, subject || ' ' || coalesce(body, '') as text, link_path as link
       from outbox_mails where subject like '%' || $1 || '%' order by created_at, id`,
    [reference],
  );

/** The token of the newest link that was mailed for this referral. */
async function tokenOf(id: string): Promise<string> {
  const { reference } = await read(id);
  const mail = (await mailsOf(reference)).filter(({ kind }) => kind === 'sign_off_asked').at(-1);
  return mail?.link?.split('#')[1] ?? '';
}

async function codeOf(id: string): Promise<string> {
  const { reference } = await read(id);
  const mail = (await mailsOf(reference)).filter(({ kind }) => kind === 'sign_off_code').at(-1);
  return /code is (\d{6})/.exec(mail?.text ?? '')?.[1] ?? '';
}

async function keyOf(id: string, token: string): Promise<string> {
  await nobody.post('/sign-off-links/send-code', { token }).expect(202);
  const { body } = await nobody.post('/sign-off-links/confirm-code', { token, code: await codeOf(id) }).expect(200);
  return body.key;
}

async function asked(): Promise<{ id: string; token: string }> {
  const id = await aDraft();
  expect((await ask(id)).status).toBe(201);
  return { id, token: await tokenOf(id) };
}

describe('a referral without the head teacher’s sign-off', () => {
  it('cannot be submitted, and says so among what is missing', async () => {
    const id = await aDraft();
    const draft = await read(id);
    expect(draft.gaps).toEqual([expect.objectContaining({ section: 'signOff', pointer: '/signOff' })]);
    expect(draft.signOff.state).toBe('none');
    const refused = await submit(id);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/signOff']);
    expect((await read(id)).status).toBe('draft');
  });
});

describe('a head teacher without an account', () => {
  it('opens the link, shows by a code that the mailbox is theirs, reads exactly what was asked for, and signs', async () => {
    const { id, token } = await asked();
    const { reference, pupilName, sections } = await read(id);
    const opened = await nobody.post('/sign-off-links/open', { token }).expect(200);
    expect(opened.body).toMatchObject({ reference, headName: 'Amal Head', maskedEmail: 'h•••@larkfield.test.example' });
    expect(JSON.stringify(opened.body)).not.toContain(pupilName);
    expect(opened.headers['cache-control']).toContain('no-store');

    const key = await keyOf(id, token);
    const copy = await nobody.post('/sign-off-links/read', { token, key }).expect(200);
    expect(copy.body).toMatchObject({ statement: SIGN_OFF_STATEMENT, isOutdated: false });
    expect(copy.body.sections.needs.answers).toEqual(sections.needs.answers);

    const signed = await nobody.post('/sign-off-links/sign', { token, key, ...signature }).expect(200);
    expect(signed.body).toMatchObject({ reference, status: 'signed' });
    expect((await read(id)).signOff).toMatchObject({ state: 'signed', name: 'Amal Head', role: 'Head teacher' });
    expect((await submit(id)).status).toBe(200);
    const [version] = await casework.rows(
      `select s.status, s.signed_name as "signedName", s.statement from referral_versions v
         join sign_offs s on s.id = v.sign_off_id where v.referral_id = $1`,
      [id],
    );
    expect(version).toEqual({ status: 'signed', signedName: 'Amal Head', statement: SIGN_OFF_STATEMENT });
  });

  it('can send it back with a comment that the school reads', async () => {
    const { id, token } = await asked();
    const key = await keyOf(id, token);
    await nobody.post('/sign-off-links/send-back', { token, key, comment: 'Add the spring term.' }).expect(200);
    expect((await read(id)).signOff).toMatchObject({ state: 'sent_back', comment: 'Add the spring term.' });
    expect((await submit(id)).status).toBe(422);
    await nobody.post('/sign-off-links/open', { token }).expect(410);
  });

  it('hears of a signature in their name, and the school of every answer, by mails that name no child', async () => {
    const { id, token } = await asked();
    const { reference, pupilName } = await read(id);
    const key = await keyOf(id, token);
    await nobody.post('/sign-off-links/sign', { token, key, ...signature }).expect(200);
    const mails = await mailsOf(reference);
    expect(mails.map(({ kind }) => kind)).toEqual([
      'sign_off_asked',
      'sign_off_code',
      'sign_off_done',
      'sign_off_answered',
    ]);
    expect(mails.slice(0, 3).map(({ address }) => address)).toEqual(Array(3).fill(head.headEmail));
    for (const part of pupilName.split(' ')) expect(JSON.stringify(mails)).not.toContain(part);
  });

  it('signs once: the link is dead afterwards, for everything', async () => {
    const { id, token } = await asked();
    const key = await keyOf(id, token);
    await nobody.post('/sign-off-links/sign', { token, key, ...signature }).expect(200);
    await nobody.post('/sign-off-links/sign', { token, key, ...signature }).expect(410);
    await nobody.post('/sign-off-links/read', { token, key }).expect(410);
    expect(
      await casework.rows(
        'select 1 from sign_off_links l join sign_offs s on s.id = l.sign_off_id where s.referral_id = $1',
        [id],
      ),
    ).toEqual([]);
  });

  it('signs once also when the button is pressed twice in one instant', async () => {
    const { id, token } = await asked();
    const key = await keyOf(id, token);
    const both = await Promise.all([1, 2].map(() => nobody.post('/sign-off-links/sign', { token, key, ...signature })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it('must make the statement, and give a name and a role', async () => {
    const { id, token } = await asked();
    const key = await keyOf(id, token);
    for (const [change, pointer] of [
      [{ hasConfirmed: false }, '/hasConfirmed'],
      [{ name: ' ' }, '/name'],
      [{ role: '' }, '/role'],
    ] as const) {
      const refused = await nobody.post('/sign-off-links/sign', { token, key, ...signature, ...change }).expect(422);
      expect(refused.body.errors[0].pointer).toBe(pointer);
    }
    await nobody.post('/sign-off-links/send-back', { token, key, comment: ' ' }).expect(422);
  });
});

describe('a link', () => {
  it('opens nothing without the code: not with another key, an old one, or one of another link', async () => {
    const { id, token } = await asked();
    const other = await asked();
    const keyOfOther = await keyOf(other.id, other.token);
    for (const key of ['', 'x', keyOfOther]) {
      const answer = await nobody.post('/sign-off-links/read', { token, key: key || ' ' });
      expect([409, 422]).toContain(answer.status);
      expect(answer.text).not.toContain('legalForename');
    }
    const key = await keyOf(id, token);
    const sent = casework.clock.now();
    casework.clock.set(new Date(sent.getTime() + 61 * 60_000).toISOString());
    const late = await nobody.post('/sign-off-links/read', { token, key }).expect(409);
    expect(late.body.code).toBe('sign_off_code_needed');
    casework.clock.set(sent.toISOString());
  });

  it('takes a code five times at most, for a quarter of an hour, and once', async () => {
    const { id, token } = await asked();
    await nobody.post('/sign-off-links/send-code', { token }).expect(202);
    const code = await codeOf(id);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    for (let count = 0; count < 5; count += 1) {
      await nobody.post('/sign-off-links/confirm-code', { token, code: wrong }).expect(422);
    }
    await nobody.post('/sign-off-links/confirm-code', { token, code }).expect(422);

    const sent = casework.clock.now();
    await nobody.post('/sign-off-links/send-code', { token }).expect(202);
    casework.clock.set(new Date(sent.getTime() + 15 * 60_000).toISOString());
    await nobody.post('/sign-off-links/confirm-code', { token, code: await codeOf(id) }).expect(422);
    casework.clock.set(sent.toISOString());
    const spaced = (await codeOf(id)).replace(/(\d{3})/, '$1 ');
    await nobody.post('/sign-off-links/confirm-code', { token, code: spaced }).expect(200);
    await nobody.post('/sign-off-links/confirm-code', { token, code: spaced }).expect(422);
  });

  it('sends five codes an hour at most, whoever asks', async () => {
    const { token } = await asked();
    for (let count = 0; count < 5; count += 1) await nobody.post('/sign-off-links/send-code', { token }).expect(202);
    const refused = await nobody.post('/sign-off-links/send-code', { token }).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('that is wrong, revoked, replaced, expired or overtaken gets one and the same answer', async () => {
    const revoked = await asked();
    const [{ version } = { version: 0 }] = (await senco.get(`/referrals/${revoked.id}/sign-offs`)).body.items;
    expect((await senco.change(`/referrals/${revoked.id}/sign-offs/revoke`, version)).body.state).toBe('revoked');
    const replaced = await asked();
    await ask(replaced.id, { ...head, headEmail: 'other@larkfield.test.example' });
    const withdrawn = await asked();
    await senco.change(`/referrals/${withdrawn.id}/withdraw`, (await read(withdrawn.id)).version, { reason: 'No.' });
    const expired = await asked();
    await casework.rows(
      "update sign_off_links set expires_at = '2026-11-24T09:59:59Z' where sign_off_id = (select id from sign_offs where referral_id = $1)",
      [expired.id],
    );

    const bodies = new Set<string>();
    for (const token of ['wrong', revoked.token, replaced.token, withdrawn.token, expired.token]) {
      for (const [path, more] of [
        ['open', {}],
        ['send-code', {}],
        ['confirm-code', { code: '123456' }],
        ['read', { key: 'k' }],
        ['sign', { key: 'k', ...signature }],
        ['send-back', { key: 'k', comment: 'x' }],
      ] as const) {
        const answer = await nobody.post(`/sign-off-links/${path}`, { token, ...more });
        expect(answer.status).toBe(410);
        bodies.add(answer.text);
      }
    }
    expect(bodies.size).toBe(1);
    const next = await tokenOf(replaced.id);
    await nobody.post('/sign-off-links/open', { token: next }).expect(200);
  });

  it('is kept as a hash alone, and the mail forgets link and code once they are sent', async () => {
    const { id, token } = await asked();
    await nobody.post('/sign-off-links/send-code', { token }).expect(202);
    const code = await codeOf(id);
    const kept = await casework.rows('select * from sign_off_links');
    expect(JSON.stringify(kept)).not.toContain(token);
    const events = await casework.rows('select detail, actor_name from audit_events where subject_id = $1', [id]);
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`${token}|${code}|larkfield`));
    const [mail] = await casework.rows(
      "select holds_secret as secret from outbox_mails where kind = 'sign_off_code' order by created_at desc limit 1",
    );
    expect(mail).toEqual({ secret: true });
  });
});

describe('a sign-off', () => {
  it('holds no longer once an answer has changed, and holds again when the answer is changed back', async () => {
    const { id, token } = await asked();
    const key = await keyOf(id, token);
    await nobody.post('/sign-off-links/sign', { token, key, ...signature }).expect(200);
    const { answers } = (await read(id)).sections.needs;
    await writeSections(senco, id, { needs: { ...answers, diagnosis: 'None yet' } });
    expect((await read(id)).signOff.state).toBe('signed_outdated');
    expect((await submit(id)).body.errors).toEqual([
      expect.objectContaining({ pointer: '/signOff', detail: expect.stringContaining('Get a new sign-off') }),
    ]);
    await writeSections(senco, id, { needs: answers });
    expect((await read(id)).signOff.state).toBe('signed');
    expect((await submit(id)).status).toBe(200);
  });

  it('is refused on a copy that the school has changed meanwhile, which can still be sent back', async () => {
    const { id, token } = await asked();
    const key = await keyOf(id, token);
    const { answers } = (await read(id)).sections.needs;
    await writeSections(senco, id, { needs: { ...answers, diagnosis: 'None yet' } });
    expect((await read(id)).signOff.state).toBe('asked_outdated');
    const copy = await nobody.post('/sign-off-links/read', { token, key }).expect(200);
    expect(copy.body.isOutdated).toBe(true);
    expect(copy.body.sections.needs.answers).toEqual(answers);
    const refused = await nobody.post('/sign-off-links/sign', { token, key, ...signature }).expect(409);
    expect(refused.body.code).toBe('sign_off_outdated');
    await nobody.post('/sign-off-links/send-back', { token, key, comment: 'I read the old one.' }).expect(200);
  });

  it('is given by a SENCo who is the head teacher, signed in, for the version that was seen', async () => {
    const id = await aDraft();
    const path = `/referrals/${id}/sign-offs/sign`;
    const mine = { role: 'Head teacher and SENCo', hasConfirmed: true };
    expect((await senco.change(path, 1, { ...mine, hasConfirmed: false })).status).toBe(422);
    expect((await senco.change(path, 9, mine)).status).toBe(412);
    expect((await senco.post(path, mine)).status).toBe(428);
    const signed = await senco.change(path, 1, mine);
    expect(signed.body).toMatchObject({ state: 'signed', canAsk: false });
    expect(signed.body.items[0]).toMatchObject({ way: 'account', signedRole: 'Head teacher and SENCo' });
    expect((await ask(id)).body.code).toBe('signed_off_already');
    expect((await submit(id)).status).toBe(200);
  });

  it('is asked of nobody while answers are missing, and not of one’s own address', async () => {
    const id = await aDraft();
    const [me] = await casework.rows<{ email: string }>('select email from users where id = $1', [senco.userId]);
    const own = await ask(id, { ...head, headEmail: me?.email });
    expect([own.status, own.body.errors[0].pointer]).toEqual([422, '/headEmail']);
    const { answers } = (await read(id)).sections.needs;
    await writeSections(senco, id, { needs: { ...answers, concerns: '' } });
    const refused = await ask(id);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/needs/concerns']);
    expect((await ask(id, { ...head, headEmail: 'no address' })).status).toBe(422);
  });

  it('is asked for twenty times an hour at most, and a machine opens sixty links in five minutes', async () => {
    const id = await aDraft();
    for (let count = 0; count < 20; count += 1) expect((await ask(id)).status).toBe(201);
    expect((await ask(id)).status).toBe(429);
    for (let count = 0; count < 60; count += 1)
      await nobody.post('/sign-off-links/open', { token: 'wrong' }).expect(410);
    await nobody.post('/sign-off-links/open', { token: 'wrong' }).expect(429);
  });

  it('is asked once when the request is repeated', async () => {
    const id = await aDraft();
    const key = '3b241101-e2bb-4255-8caf-4136c566a962';
    const first = await senco.create(`/referrals/${id}/sign-offs`, head, key);
    const again = await senco.create(`/referrals/${id}/sign-offs`, head, key);
    expect(again.body).toEqual(first.body);
    expect(await casework.rows('select 1 from sign_offs where referral_id = $1', [id])).toHaveLength(1);
  });

  it('is refused by permission, out of scope, and once the referral is sent', async () => {
    const id = await aDraft();
    const coordinator = await casework.signIn('coordinator');
    const member = await casework.signIn('panel_member');
    expect((await member.create(`/referrals/${id}/sign-offs`, head)).status).toBe(403);
    expect((await coordinator.create(`/referrals/${id}/sign-offs`, head)).status).toBe(404);
    expect((await coordinator.get(`/referrals/${id}/sign-offs`)).status).toBe(404);
    const elsewhere = await casework.signIn('senco', { schoolId: await casework.aSchool() });
    expect((await elsewhere.create(`/referrals/${id}/sign-offs`, head)).status).toBe(404);
    expect(
      (await elsewhere.change(`/referrals/${id}/sign-offs/sign`, 1, { role: 'x', hasConfirmed: true })).status,
    ).toBe(404);
    const { id: sent } = await casework.aCase({ status: 'submitted' });
    const refused = await ask(sent);
    expect([refused.status, refused.body.code]).toEqual([409, 'referral_not_editable']);
    const none = await senco.change(`/referrals/${id}/sign-offs/revoke`, 1);
    expect([none.status, none.body.code]).toEqual([409, 'sign_off_not_asked']);
  });

  it('is audited: who asked, and each thing that was done by which link', async () => {
    const { id, token } = await asked();
    await nobody.post('/sign-off-links/open', { token }).expect(200);
    const key = await keyOf(id, token);
    await nobody.post('/sign-off-links/read', { token, key }).expect(200);
    await nobody.post('/sign-off-links/sign', { token, key, ...signature }).expect(200);
    const events = await casework.rows<{
      event: string;
      name: string;
      by: string | null;
      link: string;
      address: string;
    }>(
      `select event, actor_name as name, actor_user_id as by, detail ->> 'signOffId' as link, address::text from audit_events
        where subject_id = $1 and event like 'sign_off.%' order by id`,
      [id],
    );
    expect(events.map(({ event }) => event)).toEqual([
      'sign_off.asked',
      'sign_off.opened',
      'sign_off.code_sent',
      'sign_off.code_confirmed',
      'sign_off.read',
      'sign_off.signed',
    ]);
    expect(events[0]?.by).toBe(senco.userId);
    for (const event of events.slice(1)) {
      expect(event).toMatchObject({ name: 'Amal Head (by link)', by: null, link: events[0]?.link });
      expect(event.address).toBeTruthy();
    }
  });
});
