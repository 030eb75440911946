import { Transactions } from '../database/transactions.js';
import { TestNotifyServer } from '../testing/notify-server.js';
import { startTestApplication, type TestApplication } from '../testing/test-application.js';
import { MailSender } from './mail-sender.service.js';
import { MailService } from './mail.service.js';

let notify: TestNotifyServer;
let test: TestApplication;

beforeAll(async () => {
  notify = await TestNotifyServer.start();
  test = await startTestApplication('2026-11-24', {
    notify: { apiKey: notify.apiKey, templateId: 'a-template', url: notify.url },
    publicAddress: 'https://panel.test.example',
  });
});

afterAll(async () => {
  await test.close();
  await notify.stop();
});

beforeEach(async () => {
  test.clock.set('2026-11-24T10:00:00Z');
  await test.rows.query('delete from outbox_mails');
  notify.taken.length = 0;
  notify.answer = () => ({ status: 201, body: { id: 'an id' } });
  await test.app.get(Transactions).run({ authorityId: 1 }, (tx) =>
    test.app.get(MailService).queue(
      tx,
      { authorityId: 1 },
      {
        to: { userId: null, name: 'Zoë [x](https://bad.example)', email: 'zoe@test.example' },
        kind: 'case_news',
        subject: 'EIP-2026-0031: Returned',
        lines: ['EIP-2026-0031: Returned.', 'Answer what the coordinator asks for.'],
        link: { path: '/referrals/r1/tasks', isSecret: false },
      },
    ),
  );
});

const send = (): Promise<number> => test.app.get(MailSender).sendDue(1);

async function theMail() {
  const [row] = await test.rows.query<Record<string, unknown>>('select * from outbox_mails');
  return row;
}

const refusal = (status: number, error: string, message: string) => () => ({
  status,
  body: { status_code: status, errors: [{ error, message }] },
});

describe('mail by GOV.UK Notify', () => {
  it('fills the template, under a reference that names nobody, and leaves no markup to what people typed', async () => {
    expect(await send()).toBe(1);
    expect(notify.taken).toEqual([
      {
        email_address: 'zoe@test.example',
        template_id: 'a-template',
        reference: (await theMail())?.['id'],
        personalisation: {
          subject: 'EIP-2026-0031: Returned',
          name: 'Zoë [x](https://bad.example)',
          body: 'EIP-2026-0031: Returned.\n\nAnswer what the coordinator asks for.',
          link: 'https://panel.test.example/referrals/r1/tasks',
          service: 'Inclusion Panel',
        },
        sanitise_content_for: ['name', 'body'],
      },
    ]);
    expect(await theMail()).toMatchObject({ sent_at: new Date('2026-11-24T10:00:00Z'), attempts: 1 });
  });

  it('is sent once although the answer got lost', async () => {
    notify.answer = () => 'break off';
    expect(await send()).toBe(0);
    expect(await theMail()).toMatchObject({ sent_at: null, attempts: 1 });
    notify.answer = () => ({ status: 201, body: { id: 'another id' } });
    test.clock.set('2026-11-24T11:00:00Z');
    expect(await send()).toBe(1);
    expect(notify.taken).toHaveLength(1);
    expect(await theMail()).toMatchObject({ sent_at: new Date('2026-11-24T11:00:00Z'), attempts: 2 });
  });

  it.each([
    [
      'a limit that is used up',
      refusal(429, 'TooManyRequestsError', 'Exceeded send limits'),
      'notify 429 TooManyRequestsError',
    ],
    [
      'a template that is not there',
      refusal(400, 'BadRequestError', 'Template not found'),
      'notify 400 BadRequestError',
    ],
    ['a service that is away', refusal(503, 'Exception', 'Internal server error'), 'notify 503 Exception'],
  ])('is tried again after %s, and only a code is kept', async (_what, answer, code) => {
    notify.answer = answer;
    expect(await send()).toBe(0);
    expect(await theMail()).toMatchObject({ last_error_code: code, given_up_at: null, sent_at: null });
  });

  it('is given up when the address is none', async () => {
    notify.answer = refusal(400, 'ValidationError', 'email_address Not a valid email address');
    expect(await send()).toBe(0);
    expect(await theMail()).toMatchObject({ last_error_code: 'notify 400 ValidationError', sent_at: null });
    expect((await theMail())?.['given_up_at']).not.toBeNull();
  });
});
