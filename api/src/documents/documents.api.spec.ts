import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Test } from 'supertest';

import { aDocx, aPdf, aPng, eicar } from '../testing/sample-files.js';
import { type FakeClamd, startFakeClamd } from '../testing/fake-clamd.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';
import { DocumentScansService } from './document-scans.service.js';
import type { Document } from './document.dto.js';
import { ScannerUnavailable } from './virus-scanner.js';

let test: TestApplication;
let clamd: FakeClamd;
let folder: string;
let schoolId: string;
let senco: SignedIn;
let coordinator: SignedIn;
let referralId: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'inclusion-panel-documents-'));
  clamd = await startFakeClamd();
  test = await startTestApplication('2026-11-24', { documentsFolder: folder, virusScanner: clamd.address });
  schoolId = await test.rows.aSchool();
  senco = await test.signInAs('senco', { schoolId });
  coordinator = await test.signInAs('coordinator');
});

beforeEach(async () => {
  referralId = await test.rows.aReferral({ schoolId });
});

afterAll(async () => {
  await test.close();
  await clamd.close();
  rmSync(folder, { recursive: true });
});

interface UploadOptions {
  readonly to?: string;
  readonly key?: string;
  readonly version?: number;
}

function upload(person: SignedIn, bytes: Buffer, name: string, options: UploadOptions = {}): Test {
  const { to = `/referrals/${referralId}/documents`, key, version } = options;
  return person
    .send('post', to, { ...(key !== undefined && { key }), ...(version !== undefined && { version }) })
    .attach('file', bytes, name);
}

async function uploaded(bytes = aPdf(), name = 'report.pdf'): Promise<Document> {
  return (await upload(senco, bytes, name).expect(201)).body;
}

const scan = (document: Document): Promise<void> => test.app.get(DocumentScansService).scan(1, document.current.id);

async function released(bytes = aPdf(), name = 'report.pdf'): Promise<Document> {
  const document = await uploaded(bytes, name);
  await scan(document);
  return document;
}

const contentOf = ({ current }: Document): string => `/document-versions/${current.id}/content`;
const scanStatusOf = async ({ current }: Document): Promise<string> =>
  (await senco.get(`/document-versions/${current.id}/scan`).expect(200)).body.scanStatus;
const audited = async (event: string): Promise<number> =>
  (await test.rows.query('select 1 from audit_events where event = $1 and subject_id = $2', [event, referralId]))
    .length;
const files = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(folder, name)).isFile(),
  );

describe('uploading a document', () => {
  it('keeps it in quarantine with its hash, under a name of its own, and records it', async () => {
    const before = files().length;
    const document = await uploaded(aPdf('one'), 'Educational psychologist’s report.pdf');
    expect(document).toMatchObject({
      referralId,
      version: 1,
      earlier: [],
      current: {
        number: 1,
        fileName: 'Educational psychologist’s report.pdf',
        mediaType: 'application/pdf',
        scanStatus: 'quarantined',
        sizeBytes: aPdf('one').length,
      },
    });
    expect(document.current.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(files()).toHaveLength(before + 1);
    expect(files().join()).not.toContain('report');
    expect(await audited('document.uploaded')).toBe(1);
    const { body } = await coordinator.get(`/referrals/${referralId}/documents`).expect(200);
    expect(body).toMatchObject({ items: [{ id: document.id }], removed: [], canChange: true });
    expect(await audited('document.listed')).toBe(1);
  });

  it('is done once when it is repeated, and gives the same answer', async () => {
    const key = randomUUID();
    const first = await upload(senco, aPdf(), 'report.pdf', { key }).expect(201);
    const before = files().length;
    const again = await upload(senco, aPdf(), 'report.pdf', { key }).expect(201);
    expect(again.body).toEqual(first.body);
    expect(files()).toHaveLength(before);
    await upload(senco, aPdf('another'), 'report.pdf', { key }).expect(422);
    expect(files()).toHaveLength(before);
  });

  it.each<[string, Buffer, string, string]>([
    ['a kind that is not kept', Buffer.from('MZ'), 'program.exe', 'document_type_unknown'],
    ['a name that promises another kind', aPng(), 'report.pdf', 'document_type_mismatch'],
    ['nothing', Buffer.alloc(0), 'report.pdf', 'document_empty'],
    ['macros', aDocx({ 'word/vbaProject.bin': 'x' }), 'report.docx', 'document_active'],
    ['a password', aPdf('/Encrypt 5 0 R'), 'report.pdf', 'document_encrypted'],
  ])('is refused in words for %s, and leaves nothing behind', async (_, bytes, name, code) => {
    const before = files().length;
    const { body } = await upload(senco, bytes, name).expect(422);
    expect(body).toMatchObject({ code: 'document_not_accepted', errors: [{ pointer: '/file', code }] });
    expect(files()).toHaveLength(before);
    expect(await audited('document.uploaded')).toBe(0);
  });

  it('is refused beyond 20 MB, whether it says so or not', async () => {
    const before = files().length;
    const large = Buffer.concat([aPdf(), Buffer.alloc(20 * 1024 * 1024)]);
    expect((await upload(senco, large, 'report.pdf').expect(413)).body.code).toBe('document_too_large');
    const exact = Buffer.concat([aPdf(), Buffer.alloc(20 * 1024 * 1024 - aPdf().length)]);
    await upload(senco, exact, 'report.pdf').expect(201);
    expect(files()).toHaveLength(before + 1);
  });

  it('takes one part named file, and nothing else', async () => {
    const address = `/referrals/${referralId}/documents`;
    expect((await senco.post(address, { file: 'x' }).expect(415)).body.code).toBe('document_form_unknown');
    await senco.send('post', address).attach('other', aPdf(), 'report.pdf').expect(415);
    await senco.send('post', address).attach('file', aPdf(), 'a.pdf').attach('file', aPdf(), 'b.pdf').expect(415);
    await senco.send('post', address).field('__proto__[isAdmin]', 'true').attach('file', aPdf(), 'a.pdf').expect(415);
    expect(Object.prototype).not.toHaveProperty('isAdmin');
  });

  it('leaves nothing when the connection breaks in the middle', async () => {
    const before = files().length;
    await test.app.listen(0, '127.0.0.1');
    const { port } = test.app.getHttpServer().address() as AddressInfo;
    const token = await test.rows.aSession('senco', { schoolId });
    await new Promise<void>((resolve) => {
      const sending = httpRequest({
        port,
        method: 'POST',
        path: `/api/referrals/${referralId}/documents`,
        headers: {
          Cookie: `panel-session=${token}`,
          'X-Panel-Request': '1',
          'Idempotency-Key': randomUUID(),
          'Content-Type': 'multipart/form-data; boundary=b',
          'Content-Length': 1_000_000,
        },
      });
      sending.on('error', () => resolve());
      sending.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4 and no end');
      setTimeout(() => sending.destroy(new Error('gone')), 300);
    });
    for (let tries = 0; files().length > before && tries < 50; tries += 1) await new Promise((r) => setTimeout(r, 50));
    expect(files()).toHaveLength(before);
    expect(await audited('document.uploaded')).toBe(0);
  });

  it('is refused when the case has ended', async () => {
    referralId = await test.rows.aReferral({ schoolId, status: 'closed' });
    expect((await upload(senco, aPdf(), 'report.pdf').expect(409)).body.code).toBe('documents_closed');
    expect((await senco.get(`/referrals/${referralId}/documents`)).body.canChange).toBe(false);
  });

  it('needs the key by which it can be repeated', async () => {
    await senco
      .send('post', `/referrals/${referralId}/documents`)
      .unset('Idempotency-Key')
      .attach('file', aPdf(), 'a.pdf')
      .expect(400);
  });
});

describe('who sees a document', () => {
  it('is who sees the referral, and nobody else', async () => {
    const document = await released();
    const others = [
      await test.signInAs('senco', { schoolId: await test.rows.aSchool() }),
      await test.signInAs('coordinator', { authorityId: await test.rows.anAuthority('Elsewhere') }),
    ];
    for (const other of others) {
      await other.get(`/referrals/${referralId}/documents`).expect(404);
      await other.get(`/document-versions/${document.current.id}/scan`).expect(404);
      await other.get(contentOf(document)).expect(404);
      await upload(other, aPdf(), 'report.pdf').expect(404);
      await upload(other, aPdf(), 'report.pdf', { to: `/documents/${document.id}/versions`, version: 1 }).expect(404);
      await other.post(`/documents/${document.id}/remove`, { reason: 'Mine' }, { version: 1 }).expect(404);
    }
    await coordinator.get(contentOf(document)).expect(200);
  });

  it.each(['panel_member', 'board_member', 'administrator', 'data_protection_officer', 'contract_manager'] as const)(
    'is not a %s',
    async (role) => {
      const document = await released();
      const person = await test.signInAs(role);
      await person.get(`/referrals/${referralId}/documents`).expect(403);
      await person.get(contentOf(document)).expect(403);
      await upload(person, aPdf(), 'report.pdf').expect(403);
    },
  );

  it('is not the coordinator while the school writes its draft', async () => {
    referralId = await test.rows.aReferral({ schoolId, status: 'draft' });
    const document = await released();
    await senco.get(contentOf(document)).expect(200);
    await coordinator.get(contentOf(document)).expect(404);
  });
});

describe('opening a document', () => {
  it('gives the bytes to be saved, in a sandbox, never stored, and records it', async () => {
    const document = await released(aPdf('the bytes'), 'Bericht „ä“ 1.pdf');
    const answer = await coordinator.get(contentOf(document)).buffer().expect(200);
    expect(Buffer.from(answer.body as Buffer).equals(aPdf('the bytes'))).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Bericht ___ 1.pdf"; filename*=UTF-8''Bericht%20%E2%80%9E%C3%A4%E2%80%9C%201.pdf`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(await audited('document.downloaded')).toBe(1);
  });

  it('is refused until the scan says clean', async () => {
    const document = await uploaded();
    expect((await senco.get(contentOf(document)).expect(409)).body.code).toBe('document_not_released');
    await scan(document);
    await senco.get(contentOf(document)).expect(200);
  });

  it('is refused for ever when a virus was found', async () => {
    const document = await released(Buffer.concat([aPdf(), Buffer.from(eicar)]));
    await senco.get(contentOf(document)).expect(409);
    expect(await scanStatusOf(document)).toBe('infected');
    expect(await audited('document.scan_infected')).toBe(1);
    expect(await audited('document.downloaded')).toBe(0);
  });
});

describe('the scan', () => {
  it('sees exactly the bytes that were uploaded', async () => {
    const bytes = Buffer.concat([aPdf(), Buffer.alloc(300_000, 'x')]);
    await released(bytes);
    expect(clamd.seen.at(-1)?.equals(bytes)).toBe(true);
    expect(await audited('document.scan_clean')).toBe(1);
  });

  it('ends the quarantine once, however often it runs', async () => {
    const document = await uploaded();
    await Promise.all([scan(document), scan(document), scan(document)]);
    expect(await audited('document.scan_clean')).toBe(1);
  });

  it('does not release a file that has changed since, or is gone', async () => {
    const key = async ({ current }: Document): Promise<string> => {
      const [row] = await test.rows.query<{ key: string }>(
        'select storage_key as key from document_versions where id = $1',
        [current.id],
      );
      return path.join(folder, '1', row?.key.slice(0, 2) ?? '', row?.key ?? '');
    };
    const changed = await uploaded();
    await test.rows.query('update document_versions set sha256 = $2 where id = $1', [
      changed.current.id,
      Buffer.alloc(32),
    ]);
    const gone = await uploaded();
    rmSync(await key(gone));
    await scan(changed);
    await scan(gone);
    expect([await scanStatusOf(changed), await scanStatusOf(gone)]).toEqual(['failed', 'failed']);
    await senco.get(contentOf(changed)).expect(409);
  });
});

describe('while the scanner is away', () => {
  it('a file stays in quarantine, is not opened, and is asked about again until somebody has looked', async () => {
    const documentsFolder = path.join(folder, 'away');
    const away = await startTestApplication('2026-11-24', { documentsFolder, virusScanner: 'tcp://127.0.0.1:1' });
    try {
      const person = await away.signInAs('coordinator');
      referralId = await away.rows.aReferral();
      const document: Document = (await upload(person, aPdf(), 'report.pdf').expect(201)).body;
      const scans = away.app.get(DocumentScansService);
      await expect(scans.scan(1, document.current.id)).rejects.toBeInstanceOf(ScannerUnavailable);
      const state = async () =>
        (
          await away.rows.query<{ scan_status: string; enqueued_at: Date }>(
            'select scan_status, enqueued_at from document_versions',
          )
        )[0];
      expect((await state())?.scan_status).toBe('quarantined');
      await person.get(contentOf(document)).expect(409);
      away.clock.set('2026-11-24T11:00:00Z');
      await scans.handOverWaiting(1, 60_000);
      expect((await state())?.enqueued_at).toEqual(new Date('2026-11-24T11:00:00Z'));
    } finally {
      await away.close();
      rmSync(documentsFolder, { recursive: true });
    }
  });
});

describe('a new version of a document', () => {
  it('becomes the current one; the one before is kept and can be opened', async () => {
    const first = await released(aPdf('first'), 'report.pdf');
    const { body: second } = await upload(senco, aDocx(), 'report.docx', {
      to: `/documents/${first.id}/versions`,
      version: first.version,
    }).expect(201);
    expect(second).toMatchObject({
      id: first.id,
      version: 2,
      current: { number: 2, fileName: 'report.docx', scanStatus: 'quarantined' },
      earlier: [{ id: first.current.id, number: 1, scanStatus: 'clean' }],
    });
    await coordinator.get(contentOf(first)).expect(200);
    await coordinator.get(contentOf(second)).expect(409);
    expect(await audited('document.replaced')).toBe(1);
  });

  it('is refused when somebody else was faster, and without saying what it replaces', async () => {
    const document = await uploaded();
    const to = `/documents/${document.id}/versions`;
    await upload(senco, aPdf('2'), 'report.pdf', { to, version: 1 }).expect(201);
    await upload(coordinator, aPdf('3'), 'report.pdf', { to, version: 1 }).expect(412);
    await upload(coordinator, aPdf('3'), 'report.pdf', { to }).expect(428);
  });

  it('cannot change what was uploaded before: the application may not even try', async () => {
    const [grants] = await test.rows.query<{ columns: string }>(
      `select string_agg(column_name, ',' order by column_name) as columns from information_schema.column_privileges
        where grantee = 'panel_app' and table_name = 'document_versions' and privilege_type = 'UPDATE'`,
    );
    expect(grants?.columns).toBe('enqueued_at,scan_finding,scan_status,scanned_at');
  });
});

describe('removing a document', () => {
  it('takes it out of the case with its reason, and nobody can open or replace it any longer', async () => {
    const document = await released();
    await senco
      .post(`/documents/${document.id}/remove`, { reason: 'Another child’s report' }, { version: 1 })
      .expect(200);
    const { body } = await senco.get(`/referrals/${referralId}/documents`);
    expect(body).toMatchObject({ items: [], removed: [{ id: document.id, reason: 'Another child’s report' }] });
    expect(JSON.stringify(body)).not.toContain('report.pdf');
    expect((await senco.get(contentOf(document)).expect(409)).body.code).toBe('document_removed');
    await upload(senco, aPdf(), 'a.pdf', { to: `/documents/${document.id}/versions`, version: 2 }).expect(409);
    expect(await audited('document.removed')).toBe(1);
  });

  it('needs a reason and the version one has seen', async () => {
    const document = await uploaded();
    await senco.post(`/documents/${document.id}/remove`, { reason: ' ' }, { version: 1 }).expect(422);
    await senco.post(`/documents/${document.id}/remove`, { reason: 'Wrong' }, { version: 7 }).expect(412);
    await senco.post(`/documents/${document.id}/remove`, { reason: 'Wrong' }).expect(428);
  });
});

describe('files without a row', () => {
  it('are swept away after an hour, half or whole; those of a document stay', async () => {
    const document = await uploaded();
    const orphan = path.join(folder, '1', 'aa', 'aa'.padEnd(64, '0'));
    const half = `${path.join(folder, '1', 'aa', 'aa'.padEnd(64, '1'))}.part`;
    const { mkdirSync, writeFileSync } = await import('node:fs');
    mkdirSync(path.dirname(orphan), { recursive: true });
    for (const file of [orphan, half]) writeFileSync(file, 'x');
    const scans = test.app.get(DocumentScansService);
    const old = new Date(test.clock.now().getTime() - 2 * 60 * 60 * 1_000);
    for (const name of files()) utimesSync(path.join(folder, name), old, old);
    const before = files().length;
    expect(await scans.sweepOrphans(1)).toBe(2);
    expect(files()).toHaveLength(before - 2);
    expect(existsSync(orphan) || existsSync(half)).toBe(false);
    await scan(document);
    await senco.get(contentOf(document)).expect(200);
  });
});
