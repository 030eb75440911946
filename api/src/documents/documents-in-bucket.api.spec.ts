import { randomUUID } from 'node:crypto';

import { jest } from '@jest/globals';

import { type FakeClamd, startFakeClamd } from '../testing/fake-clamd.js';
import { type S3Server, startS3Server } from '../testing/s3-server.js';
import { aPdf, eicar } from '../testing/sample-files.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';
import { DocumentScansService } from './document-scans.service.js';
import { DocumentStore } from './document-store.js';
import type { Document } from './document.dto.js';

jest.setTimeout(30_000);

let test: TestApplication;
let clamd: FakeClamd;
let s3: S3Server;
let senco: SignedIn;
let referralId: string;

beforeAll(async () => {
  [clamd, s3] = await Promise.all([startFakeClamd(), startS3Server()]);
  test = await startTestApplication('2026-11-24', { documentBucket: s3.bucket, virusScanner: clamd.address });
  const schoolId = await test.rows.aSchool();
  senco = await test.signInAs('senco', { schoolId });
  referralId = await test.rows.aReferral({ schoolId });
});

afterAll(async () => {
  await test.close();
  await Promise.all([clamd.close(), s3.close()]);
});

const upload = (bytes: Buffer, name = 'report.pdf', key: string = randomUUID()) =>
  senco.send('post', `/referrals/${referralId}/documents`, { key }).attach('file', bytes, name);
const kept = (): Promise<string[]> => test.app.get(DocumentStore).findOlderThan(1, new Date(Date.now() + 60_000));
const scan = ({ current }: Document): Promise<void> => test.app.get(DocumentScansService).scan(1, current.id);

describe('documents of a case in a bucket', () => {
  it('wait in quarantine, and come back byte for byte once they are clean', async () => {
    const bytes = Buffer.concat([aPdf('one'), Buffer.alloc(500_000, 7)]);
    const { body: document } = await upload(bytes).expect(201);
    expect(await kept()).toHaveLength(1);
    await senco.get(`/document-versions/${document.current.id}/content`).expect(409);
    await scan(document);
    const { body } = await senco
      .get(`/document-versions/${document.current.id}/content`)
      .buffer(true)
      .parse((response, done) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => done(null, Buffer.concat(pieces)));
      })
      .expect(200)
      .expect('Content-Length', String(bytes.length));
    expect(bytes.equals(body)).toBe(true);
  });

  it('that are infected are never opened', async () => {
    const { body: document } = await upload(Buffer.concat([aPdf(), Buffer.from(eicar)])).expect(201);
    await scan(document);
    const { body } = await senco.get(`/document-versions/${document.current.id}/scan`).expect(200);
    expect(body.scanStatus).toBe('infected');
    await senco.get(`/document-versions/${document.current.id}/content`).expect(409);
  });

  it('that are refused, or sent twice, leave one object at most', async () => {
    const before = (await kept()).length;
    await upload(Buffer.from('MZ'), 'program.exe').expect(422);
    await upload(Buffer.concat([aPdf(), Buffer.alloc(20 * 1024 * 1024)])).expect(413);
    expect(await kept()).toHaveLength(before);
    const key = randomUUID();
    const first = await upload(aPdf('twice'), 'report.pdf', key).expect(201);
    expect((await upload(aPdf('twice'), 'report.pdf', key).expect(201)).body).toEqual(first.body);
    expect(await kept()).toHaveLength(before + 1);
  });

  it('cannot be uploaded while the store is away, and nothing claims that they were', async () => {
    const before = (await kept()).length;
    s3.faults.push('busy', 'busy', 'busy');
    const { body, headers } = await upload(aPdf('away')).expect(503);
    expect(body).toMatchObject({ code: 'documents_unreachable' });
    expect(headers['retry-after']).toBe('60');
    expect(s3.faults).toEqual([]);
    expect(await kept()).toHaveLength(before);
    const rows = await test.rows.query('select 1 from document_versions');
    expect(rows).toHaveLength(before);
  });

  it('of cases that are gone are swept away', async () => {
    const { body: document } = await upload(aPdf('orphan')).expect(201);
    const before = (await kept()).length;
    await test.rows.query('delete from document_versions where id = $1', [document.current.id]);
    test.clock.set(new Date(Date.now() + 2 * 3_600_000).toISOString());
    expect(await test.app.get(DocumentScansService).sweepOrphans(1)).toBe(1);
    expect(await kept()).toHaveLength(before - 1);
  });
});
