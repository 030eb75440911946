import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { JobRegistry } from '../../jobs/job-registry.js';
import { type Casework, type Person, startCasework } from '../../testing/panel-casework.js';
import { signReferral, writeReferral } from '../../testing/referral-writing.js';
import { referralCopyJob } from './referral-copies.service.js';

/** Stands in for Chromium: its PDF is the page that it was given, so that a test can read it. The walks use the real one. */
function aBrowser(): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'panel-browser-')), 'browser.mjs');
  writeFileSync(
    file,
    `#!${process.execPath}
import { createReadStream, writeSync } from 'node:fs';
let page = '';
let rest = '';
createReadStream('', { fd: 3, encoding: 'utf8' }).on('data', (piece) => {
  const messages = (rest + piece).split('\\0');
  rest = messages.pop();
  for (const { id, method, params } of messages.map((message) => JSON.parse(message))) {
    if (method === 'Page.setDocumentContent') page = params.html;
    const result = { targetId: 't', sessionId: 's', data: Buffer.from(page).toString('base64') };
    writeSync(4, JSON.stringify({ id, result }) + '\\0');
  }
});
`,
  );
  chmodSync(file, 0o755);
  return file;
}

const browser = aBrowser();
let casework: Casework;
let senco: Person;

beforeAll(async () => {
  casework = await startCasework({ chromiumPath: browser });
  senco = await casework.signIn('senco');
});

afterAll(async () => {
  await casework.stop();
  rmSync(path.dirname(browser), { recursive: true });
});

async function submitted(): Promise<string> {
  const answers = casework.completeAnswers();
  const id = await writeReferral(senco, casework.schoolId, {
    ...answers,
    needs: { ...answers.needs, concerns: '<script>alert(1)</script> & more' },
  });
  await signReferral(senco, id);
  const { version } = (await senco.get(`/referrals/${id}`)).body;
  expect((await senco.change(`/referrals/${id}/submit`, version)).status).toBe(200);
  return id;
}

const make = (id: string): Promise<void> | undefined =>
  casework.service(JobRegistry).rowJob(referralCopyJob)?.run(1, id);

describe('a copy of what was sent', () => {
  it('is a page with every answer in words, without a script, and each download is audited', async () => {
    const id = await submitted();
    const { reference, pupilName } = (await senco.get(`/referrals/${id}`)).body;
    const answer = await senco.download(`/referrals/${id}/copy`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${reference}-version-1.html"`);
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    expect(answer.headers['cache-control']).toContain('no-store');
    const html = String(answer.body);
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toContain(`<h1>Referral ${reference}: version 1 of 24 November 2026</h1>`);
    expect(html).not.toContain('Replaced');
    expect(html).toContain(pupilName.split(' ')[0]);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; more');
    expect(html).not.toContain('<script');
    expect((await casework.events(id)).at(-1)).toMatchObject({
      event: 'referral.copy_downloaded',
      actorUserId: senco.userId,
      detail: { number: 1, format: 'html' },
    });
  });

  it('is a PDF of the same page, made by a job that may run twice', async () => {
    const id = await submitted();
    const asked = await senco.create(`/referrals/${id}/copies`, {});
    expect([asked.status, asked.body.status]).toEqual([201, 'queued']);
    const copyId: string = asked.body.id;
    expect((await senco.get(`/referral-copies/${copyId}/content`)).body.code).toBe('referral_copy_not_ready');
    await Promise.all([make(copyId), make(copyId)]);
    await make(copyId);
    expect((await senco.get(`/referral-copies/${copyId}`)).body).toMatchObject({ status: 'ready', number: 1 });
    const pdf = await senco.download(`/referral-copies/${copyId}/content`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const page = await senco.download(`/referrals/${id}/copy`);
    expect(String(pdf.body)).toBe(String(page.body));
    const formats = (await casework.events(id)).slice(-2).map(({ detail }) => detail['format']);
    expect(formats).toEqual(['pdf', 'html']);
  });

  it('is its own: nobody else opens the PDF that somebody asked for', async () => {
    const id = await submitted();
    const copyId: string = (await senco.create(`/referrals/${id}/copies`, {})).body.id;
    const colleague = await casework.signIn('senco');
    const coordinator = await casework.signIn('coordinator');
    for (const other of [colleague, coordinator]) {
      expect((await other.get(`/referral-copies/${copyId}`)).status).toBe(404);
      expect((await other.get(`/referral-copies/${copyId}/content`)).status).toBe(404);
    }
    expect((await coordinator.download(`/referrals/${id}/copy`)).status).toBe(200);
  });

  it('is refused out of scope, by permission, for a draft and for a version that is not there', async () => {
    const id = await submitted();
    const elsewhere = await casework.signIn('senco', { schoolId: await casework.aSchool() });
    expect((await elsewhere.get(`/referrals/${id}/copy`)).status).toBe(404);
    expect((await elsewhere.create(`/referrals/${id}/copies`, {})).status).toBe(404);
    const member = await casework.signIn('panel_member');
    expect((await member.get(`/referrals/${id}/copy`)).status).toBe(403);
    const unknown = await senco.get(`/referrals/${id}/copy?number=2`);
    expect([unknown.status, unknown.body.code]).toEqual([409, 'nothing_to_copy']);
    const draft = await writeReferral(senco, casework.schoolId, casework.completeAnswers());
    expect((await senco.get(`/referrals/${draft}/copy`)).body.code).toBe('nothing_to_copy');
  });

  it('is marked as failed when the job gives up, and forgotten after a day', async () => {
    const id = await submitted();
    const copyId: string = (await senco.create(`/referrals/${id}/copies`, {})).body.id;
    await casework.service(JobRegistry).rowJob(referralCopyJob)?.giveUp(1, copyId);
    expect((await senco.get(`/referral-copies/${copyId}`)).body.status).toBe('failed');
    await casework.rows("update referral_copies set requested_at = requested_at - interval '25 hours' where id = $1", [
      copyId,
    ]);
    await casework.service(JobRegistry).recurringTask('referral_copies_forget')?.run(1);
    expect((await senco.get(`/referral-copies/${copyId}`)).status).toBe(404);
  });

  it('is not made where there is no browser, which is said', async () => {
    const without = await startCasework({ chromiumPath: null });
    try {
      const person = await without.signIn('senco');
      const id = await writeReferral(person, without.schoolId, without.completeAnswers());
      await signReferral(person, id);
      await person.change(`/referrals/${id}/submit`, (await person.get(`/referrals/${id}`)).body.version);
      const refused = await person.create(`/referrals/${id}/copies`, {});
      expect([refused.status, refused.body.code]).toEqual([409, 'no_pdf_here']);
      expect((await person.download(`/referrals/${id}/copy`)).status).toBe(200);
    } finally {
      await without.stop();
    }
  });
});
