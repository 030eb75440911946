import { Transactions } from '../database/transactions.js';
import { TestMailServer } from '../testing/mail-server.js';
import { startTestApplication, type TestApplication } from '../testing/test-application.js';
import { until } from '../testing/until.js';
import { startWorkerProcess } from '../testing/worker-process.js';
import { attemptsAllowed } from './mail-attempts.js';
import { MailSender } from './mail-sender.service.js';
import { MailService, type NewMail } from './mail.service.js';

let server: TestMailServer;
let test: TestApplication;

beforeAll(async () => {
  server = await TestMailServer.start();
  test = await startTestApplication('2026-11-24', {
    smtpUrl: server.url,
    mailFrom: 'Inclusion Panel <panel@test.example>',
    publicAddress: 'https://panel.test.example',
  });
});

afterAll(async () => {
  await test.close();
  await server.stop();
});

beforeEach(async () => {
  test.clock.set('2026-11-24T10:00:00Z');
  await test.rows.query('delete from outbox_mails');
  server.received.length = 0;
  server.refusesRecipients = false;
  server.onMail = () => Promise.resolve();
});

const invitation: NewMail = {
  to: { userId: null, name: 'Zoë Bloggs', email: 'zoe@test.example' },
  kind: 'invitation',
  subject: 'You are invited',
  lines: ['Judith Marsh has invited you.', 'Set a password by 1 December 2026.'],
  link: { path: '/invitations#a-secret-token', isSecret: true },
};

const queue = (mail: NewMail = invitation): Promise<void> =>
  test.app
    .get(Transactions)
    .run({ authorityId: 1 }, (tx) => test.app.get(MailService).queue(tx, { authorityId: 1 }, mail));

const send = (): Promise<number> => test.app.get(MailSender).sendDue(1);

async function theMail() {
  const [row] = await test.rows.query<Record<string, unknown>>('select * from outbox_mails');
  return row;
}

describe('mail', () => {
  it('goes to one person as plain text, with a whole link and an id that stays the same', async () => {
    await queue();
    const id = String((await theMail())?.['id']);
    expect(await send()).toBe(1);
    const [mail] = server.received;
    expect(mail).toMatchObject({ from: 'panel@test.example', to: ['zoe@test.example'] });
    expect(mail?.text).toContain(`Message-ID: <${id}@panel.test.example>`);
    expect(mail?.text).toContain('Auto-Submitted: auto-generated');
    expect(mail?.text.split('\n\n').slice(1).join('\n\n').trim()).toBe(
      [
        'Dear Zoë Bloggs',
        'Judith Marsh has invited you.',
        'Set a password by 1 December 2026.',
        'https://panel.test.example/invitations#a-secret-token',
        'Inclusion Panel\nThis message was sent automatically. Replies are not read.',
      ].join('\n\n'),
    );
  });

  it('is not queued when the transaction of what it tells about is rolled back', async () => {
    const attempt = test.app.get(Transactions).run({ authorityId: 1 }, async (tx) => {
      await test.app.get(MailService).queue(tx, { authorityId: 1 }, invitation);
      throw new Error('the rest failed');
    });
    await expect(attempt).rejects.toThrow('the rest failed');
    expect(await theMail()).toBeUndefined();
  });

  it('forgets a link that lets somebody in as soon as it is sent, and other words after 30 days', async () => {
    await queue();
    await send();
    expect(await theMail()).toMatchObject({ body: null, link_path: null, subject: 'You are invited' });
    await test.rows.query('delete from outbox_mails');

    await queue({ ...invitation, kind: 'roles_changed', link: { path: '/', isSecret: false } });
    await send();
    test.clock.set('2026-12-24T09:00:00Z');
    await test.app.get(MailSender).forgetOldBodies(1);
    expect((await theMail())?.['body']).toContain('Judith Marsh');
    test.clock.set('2026-12-24T11:00:00Z');
    await test.app.get(MailSender).forgetOldBodies(1);
    expect(await theMail()).toMatchObject({ body: null, link_path: null });
  });

  it('is sent once by several senders at the same time', async () => {
    for (let count = 0; count < 25; count += 1) {
      await queue({ ...invitation, to: { ...invitation.to, email: `person-${count}@test.example` } });
    }
    const sent = await Promise.all([send(), send(), send()]);
    expect(sent.reduce((sum, one) => sum + one)).toBe(25);
    expect(new Set(server.received.flatMap(({ to }) => to)).size).toBe(25);
    expect(server.received).toHaveLength(25);
  });

  it('is tried again later and later while the server refuses it for now, and given up after the last attempt', async () => {
    server.onMail = () => Promise.reject(Object.assign(new Error('try again later'), { responseCode: 451 }));
    await queue();
    expect(await send()).toBe(0);
    expect(await theMail()).toMatchObject({ attempts: 1, last_error_code: 'EMESSAGE 451', sent_at: null });
    expect(await send()).toBe(0);
    expect(await theMail()).toMatchObject({ attempts: 1 });
    test.clock.set('2026-11-24T10:01:00Z');
    await send();
    expect(await theMail()).toMatchObject({ attempts: 2, next_attempt_at: new Date('2026-11-24T10:03:00Z') });

    for (let hours = 6; hours < 24 * 6; hours += 6) {
      test.clock.set(new Date(Date.parse('2026-11-24T10:03:00Z') + hours * 3_600_000).toISOString());
      await send();
    }
    expect(await theMail()).toMatchObject({ attempts: attemptsAllowed, body: null, sent_at: null });
    expect((await theMail())?.['given_up_at']).not.toBeNull();
  });

  it('is given up at once when the server does not know the mailbox', async () => {
    server.refusesRecipients = true;
    await queue();
    await send();
    expect(await theMail()).toMatchObject({ attempts: 1, last_error_code: 'EENVELOPE 550', body: null });
    expect((await theMail())?.['given_up_at']).not.toBeNull();
  });

  it('keeps a line break in a name out of its headers, and an address that looks like two is one', async () => {
    await queue({
      ...invitation,
      to: { userId: null, name: 'Jo\r\nBcc: others@test.example', email: 'jo@test.example' },
      subject: 'Hello\r\nBcc: others@test.example',
    });
    await send();
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.to).toEqual(['jo@test.example']);
    expect(server.received[0]?.text).not.toMatch(/^bcc:/im);
  });

  it('is sent by the next worker when one is killed with kill -9 in the middle', async () => {
    let isReached = false;
    server.onMail = () => {
      isReached = true;
      return new Promise(() => undefined);
    };
    test.clock.set(new Date().toISOString());
    await queue();
    const killed = await startWorkerProcess(test.environment);
    try {
      await until(async () => isReached);
    } finally {
      await killed.kill();
    }
    expect(await theMail()).toMatchObject({ sent_at: null, attempts: 1 });

    server.onMail = () => Promise.resolve();
    // Its time with the mail is over.
    await test.rows.query("update outbox_mails set next_attempt_at = now() - interval '1 second'");
    const successor = await startWorkerProcess(test.environment);
    try {
      await until(async () => (await theMail())?.['sent_at'] !== null);
    } finally {
      await successor.kill();
    }
    expect(server.received).toHaveLength(1);
    expect(await theMail()).toMatchObject({ attempts: 2, body: null });
  }, 90_000);

  it('is not shown to anybody outside a demo', async () => {
    await queue();
    const answer = await test.anonymous.get('/demo/outbox').expect(404);
    expect(answer.text).not.toContain('Bloggs');
  });
});

describe('without a mail server', () => {
  it('mail waits, and none is lost', async () => {
    const without = await startTestApplication();
    try {
      await without.app
        .get(Transactions)
        .run({ authorityId: 1 }, (tx) => without.app.get(MailService).queue(tx, { authorityId: 1 }, invitation));
      expect(await without.app.get(MailSender).sendDue(1)).toBe(0);
      const [row] = await without.rows.query(
        'select attempts, sent_at, body is not null as "hasBody" from outbox_mails',
      );
      expect(row).toEqual({ attempts: 0, sent_at: null, hasBody: true });
    } finally {
      await without.close();
    }
  });

  it('a demo shows what it would have sent, with the link, and keeps it', async () => {
    const demo = await startTestApplication('2026-11-24', { isDemo: true });
    try {
      await demo.app
        .get(Transactions)
        .run({ authorityId: 1 }, (tx) => demo.app.get(MailService).queue(tx, { authorityId: 1 }, invitation));
      expect(await demo.app.get(MailSender).sendDue(1)).toBe(1);
      const { body } = await demo.anonymous.get('/demo/outbox').expect(200);
      expect(body.items).toEqual([
        {
          id: expect.any(String),
          createdAt: '2026-11-24T10:00:00.000Z',
          toName: 'Zoë Bloggs',
          toAddress: 'zoe@test.example',
          subject: 'You are invited',
          lines: invitation.lines,
          linkPath: '/invitations#a-secret-token',
          isSent: true,
        },
      ]);
    } finally {
      await demo.close();
    }
  });
});
