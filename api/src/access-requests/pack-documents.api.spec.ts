import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';

import { strFromU8, unzipSync } from 'fflate';

import { DocumentScansService } from '../documents/document-scans.service.js';
import { LocalDocumentStore } from '../documents/local-document-store.js';
import { RetentionTask } from '../retention/retention.task.js';
import { type Case, type Casework, type Person, startCasework } from '../testing/panel-casework.js';
import { declined, isThere, periodOver } from '../testing/retention-cases.js';
import { aPdf } from '../testing/sample-files.js';
import { AccessPackProcessor } from './access-pack.processor.js';

const folder = mkdtempSync(path.join(tmpdir(), 'inclusion-panel-pack-documents-'));
const store = new LocalDocumentStore(folder);

let casework: Casework;
let officer: Person;
let coordinator: Person;

beforeAll(async () => {
  casework = await startCasework({ documentsFolder: folder, erasuresFile: path.join(folder, 'erasures.jsonl') });
  officer = await casework.signIn('data_protection_officer');
  coordinator = await casework.signIn('coordinator');
});

afterAll(async () => {
  await casework.stop();
  rmSync(folder, { recursive: true });
});

const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const fileOf = (key: string): string => path.join(folder, '1', key.slice(0, 2), key);

interface Kept {
  readonly bytes: Buffer;
  readonly key: string;
  readonly documentId: string;
}

interface Wanted {
  readonly fileName?: string;
  readonly scanStatus?: string;
  readonly number?: number;
  readonly documentId?: string;
  readonly isRemoved?: boolean;
}

/** A version of a document of a case, with its bytes in the store. */
async function kept({ id }: Case, text: string, wanted: Wanted = {}): Promise<Kept> {
  const { fileName = `${text}.pdf`, scanStatus = 'clean', number = 1, isRemoved = false } = wanted;
  const bytes = aPdf(text);
  const key = keyOf(`${id} ${text}`);
  const { sizeBytes, sha256 } = await store.put(1, key, Readable.from([bytes]), 1_000_000);
  const removal = isRemoved ? [officer.userId, '2026-11-20', 'Of another child'] : [null, null, null];
  const documentId = wanted.documentId ?? randomUUID();
  if (!wanted.documentId) {
    await casework.rows(
      `insert into documents (id, authority_id, referral_id, created_by, created_at, removed_by, removed_at, removal_reason)
       values ($1, 1, $2, $3, clock_timestamp(), $4, $5, $6)`,
      [documentId, id, officer.userId, ...removal],
    );
  }
  await casework.rows(
    `insert into document_versions (authority_id, document_id, number, file_name, kind, size_bytes, sha256, storage_key,
       uploaded_by, uploaded_at, scan_status, scanned_at)
     values (1, $1, $2, $3, 'pdf', $4, $5, $6, $7, now(), $8, case when $8 <> 'quarantined' then now() end)`,
    [documentId, number, fileName, sizeBytes, sha256, key, officer.userId, scanStatus],
  );
  return { bytes, key, documentId };
}

interface Review {
  readonly id: string;
  version: number;
}

async function reviewed(item: Case): Promise<Review> {
  const [row] = await casework.rows<{ childId: string }>('select child_id as "childId" from referrals where id = $1', [
    item.id,
  ]);
  const { id, version } = (
    await officer.create('/access-requests', {
      childId: row?.childId,
      requesterName: 'Ada Asker',
      requesterRelation: 'parent_or_carer',
      identityCheck: 'documents_seen',
      identityNote: '',
      receivedOn: '2026-11-02',
      wanted: '',
    })
  ).body;
  const prepared = await officer.change(`/access-requests/${id}/prepare-pack`, version);
  await casework.service(AccessPackProcessor).process(1, prepared.body.pack.id);
  const pack = await packOf(id);
  const choices = pack.passages.map(({ id: passageId, suggestion }) => ({ passageId, decision: suggestion }));
  const answer = await officer.change(`/access-requests/${id}/pack/decide-passages`, prepared.body.version, {
    choices,
  });
  return { id, version: answer.body.version };
}

interface Pack {
  readonly passages: { id: string; suggestion: string; place: string; passage: string }[];
  readonly documents: {
    id: string;
    name: string;
    fileName: string;
    unavailable: string | null;
    decision: string | null;
  }[];
  readonly records: { entries: { pointer: string; text: string }[] }[];
}

const packOf = async (id: string): Promise<Pack> => (await officer.get(`/access-requests/${id}/pack`)).body;

const send = (review: Review, choices: object[], person = officer) =>
  person.change(`/access-requests/${review.id}/pack/decide-documents`, review.version, { choices });

/** Decides by file name: a reason withholds, null includes. */
async function decide(review: Review, byName: Readonly<Record<string, string | null>>): Promise<void> {
  const { documents } = await packOf(review.id);
  const choices = Object.entries(byName).map(([fileName, reason]) => ({
    packDocumentId: documents.find((document) => document.fileName === fileName)?.id,
    decision: reason === null ? 'include' : 'withhold',
    reason: reason ?? '',
  }));
  const answer = await send(review, choices);
  expect(answer.status).toBe(200);
  review.version = answer.body.version;
}

const release = (review: Review) =>
  officer.change(`/access-requests/${review.id}/release`, review.version, { hasReadAll: true });

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the documents of a pack', () => {
  it('are in the released archive to the byte, every version, or are named in it with the reason why not', async () => {
    const item = await casework.aCase();
    const first = await kept(item, 'report');
    const second = await kept(item, 'newer', { documentId: first.documentId, number: 2 });
    await kept(item, 'sibling');
    await kept(item, 'removed', { isRemoved: true });
    await kept(item, 'waiting', { scanStatus: 'quarantined' });
    await kept(item, 'harmful', { scanStatus: 'infected' });
    const other = await casework.aCase();
    await kept(other, 'of somebody else');

    const review = await reviewed(item);
    const { documents } = await packOf(review.id);
    expect(documents.map(({ fileName, unavailable, decision }) => [fileName, unavailable, decision])).toEqual([
      ['report.pdf', null, null],
      ['newer.pdf', null, null],
      ['sibling.pdf', null, null],
      ['removed.pdf', 'removed', null],
      ['waiting.pdf', 'quarantined', null],
      ['harmful.pdf', 'infected', null],
    ]);
    const early = await release(review);
    expect([early.status, early.body.code]).toEqual([409, 'documents_undecided']);
    await decide(review, { 'report.pdf': null, 'newer.pdf': null, 'sibling.pdf': ' It is about a <sibling>. ' });
    const released = await release(review);
    expect(released.status).toBe(200);

    const answer = await officer.download(`/access-requests/${review.id}/pack/archive`);
    const archive = answer.body as Buffer;
    expect(hashOf(archive)).toBe(released.body.pack.archiveSha256);
    expect(answer.headers['content-length']).toBe(String(archive.length));
    const entries = unzipSync(new Uint8Array(archive));
    expect(Object.keys(entries).filter((name) => name.startsWith('documents/'))).toEqual([
      'documents/document-1-version-1.pdf',
      'documents/document-1-version-2.pdf',
    ]);
    expect(Buffer.from(entries['documents/document-1-version-1.pdf'] ?? [])).toEqual(first.bytes);
    expect(Buffer.from(entries['documents/document-1-version-2.pdf'] ?? [])).toEqual(second.bytes);
    const manifest = JSON.parse(strFromU8(entries['manifest.json'] ?? new Uint8Array()));
    for (const { name, bytes, sha256 } of manifest.files) {
      expect([entries[name]?.length, hashOf(entries[name] ?? new Uint8Array())]).toEqual([bytes, sha256]);
    }
    expect(manifest.documents).toHaveLength(6);
    const html = strFromU8(entries['personal-data.html'] ?? new Uint8Array());
    expect(manifest.documents[2]).toMatchObject({
      fileName: 'sibling.pdf',
      file: null,
      notIncluded: 'It is about a <sibling>.',
    });
    expect(manifest.documents[3].notIncluded).toContain('removed from the case');
    expect(manifest.documents[4].notIncluded).toContain('not been checked for viruses');
    expect(html).toContain('sibling.pdf, version 1');
    expect(html).toContain('Not included. It is about a &lt;sibling&gt;.');
    expect(html).toContain('href="documents/document-1-version-1.pdf"');
    expect(html).not.toContain('of somebody else');
    // The database keeps what was decided, and none of the bytes.
    const [row] = await casework.rows<{ archive: Buffer }>(
      'select archive from access_packs where access_request_id = $1',
      [review.id],
    );
    expect(row?.archive.includes(first.bytes)).toBe(false);
    await expect(casework.rows("update access_pack_documents set decision = 'include'")).rejects.toThrow(
      'cannot be changed',
    );
    await expect(casework.rows('delete from access_pack_documents')).rejects.toThrow('cannot be changed');
    const events = (await casework.events(review.id)).map(({ event }) => event);
    expect(events).toContain('access_request.documents_decided');
  });

  it('are named as the redacted records name them: a name that was taken out is nowhere', async () => {
    const item = await casework.aCase();
    await kept(item, 'meeting', { fileName: 'Letter about Zelda Zebra.pdf' });
    const review = await reviewed(item);
    const { records } = await packOf(review.id);
    const entry = records.flatMap(({ entries }) => entries).find(({ text }) => text.includes('Zelda Zebra'));
    const marked = await officer.change(`/access-requests/${review.id}/pack/mark-passage`, review.version, {
      pointer: entry?.pointer,
      words: 'Zelda Zebra',
    });
    review.version = marked.body.version;
    const passage = (await packOf(review.id)).passages.at(-1);
    const decidedPassage = await officer.change(`/access-requests/${review.id}/pack/decide-passages`, review.version, {
      choices: [{ passageId: passage?.id, decision: 'redact' }],
    });
    review.version = decidedPassage.body.version;
    await decide(review, { 'Letter about Zelda Zebra.pdf': null });
    await release(review);
    const answer = await officer.download(`/access-requests/${review.id}/pack/archive`);
    const entries = unzipSync(new Uint8Array(answer.body as Buffer));
    for (const name of ['manifest.json', 'personal-data.html', 'personal-data.json']) {
      const text = strFromU8(entries[name] ?? new Uint8Array());
      expect(text).not.toContain('Zelda');
      expect(text).toContain('Letter about [redacted: another person or an exemption].pdf');
    }
  });

  it('are opened by the reviewer before they decide, which is recorded, and by nobody else', async () => {
    const item = await casework.aCase();
    const file = await kept(item, 'to read');
    await kept(item, 'harm', { scanStatus: 'infected' });
    const review = await reviewed(item);
    const { documents } = await packOf(review.id);
    const address = `/access-requests/${review.id}/pack/documents/${documents[0]?.id}`;
    const answer = await officer.download(address);
    expect(answer.body).toEqual(file.bytes);
    expect(answer.headers).toMatchObject({
      'content-disposition': expect.stringContaining('attachment'),
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    const events = (await casework.events(review.id)).map(({ event }) => event);
    expect(events).toContain('access_request.document_opened');
    const harmful = await officer.get(`/access-requests/${review.id}/pack/documents/${documents[1]?.id}`);
    expect([harmful.status, harmful.body.code]).toEqual([409, 'pack_document_closed']);
    const elsewhere = await casework.signIn('data_protection_officer', { authorityId: await casework.anAuthority() });
    const refused = [await coordinator.get(address), await elsewhere.get(address)];
    expect(refused.map(({ status }) => status)).toEqual([403, 404]);
  });

  it('are decided by whoever may review, with a reason to withhold, on the version that was seen', async () => {
    const item = await casework.aCase();
    await kept(item, 'one');
    await kept(item, 'harm', { scanStatus: 'failed' });
    const review = await reviewed(item);
    const [one, harm] = (await packOf(review.id)).documents.map(({ id }) => id);
    const include = { packDocumentId: one, decision: 'include', reason: '' };
    const unexplained = await send(review, [{ ...include, decision: 'withhold', reason: ' ' }]);
    expect([unexplained.status, unexplained.body.errors[0].pointer]).toEqual([422, '/choices/0/reason']);
    const harmful = await send(review, [include, { ...include, packDocumentId: harm }]);
    expect([harmful.status, harmful.body.errors[0].code]).toEqual([422, 'document_unknown']);
    expect((await send(review, [include], coordinator)).status).toBe(403);
    expect((await send({ ...review, version: 99 }, [include])).status).toBe(412);
    expect((await packOf(review.id)).documents[0]?.decision).toBeNull();
    expect((await send(review, [include])).body.documents[0].decision).toBe('include');
  });

  it('are not released when they were removed or changed since, and an archive with a changed file breaks off', async () => {
    const item = await casework.aCase();
    const file = await kept(item, 'changing');
    const review = await reviewed(item);
    await decide(review, { 'changing.pdf': null });
    const changed = Buffer.from(file.bytes);
    changed.writeUInt8(changed.readUInt8(9) ^ 1, 9);
    writeFileSync(fileOf(file.key), changed);
    const refused = await release(review);
    expect([refused.status, refused.body.code]).toEqual([409, 'pack_document_changed']);
    writeFileSync(fileOf(file.key), file.bytes);
    await casework.rows(
      "update documents set removed_by = $2, removed_at = now(), removal_reason = 'Wrong' where id = $1",
      [file.documentId, officer.userId],
    );
    expect((await release(review)).body.code).toBe('pack_document_changed');
    await casework.rows(
      'update documents set removed_by = null, removed_at = null, removal_reason = null where id = $1',
      [file.documentId],
    );
    expect((await release(review)).status).toBe(200);
    writeFileSync(fileOf(file.key), changed);
    await expect(officer.download(`/access-requests/${review.id}/pack/archive`)).rejects.toThrow();
  });

  it('can be 500 MB together, and no more', async () => {
    const item = await casework.aCase();
    const large = await kept(item, 'large');
    for (let number = 2; number <= 26; number++) {
      await kept(item, `large ${number}`, { documentId: large.documentId, number });
    }
    await casework.rows('update document_versions set size_bytes = 20971520 where document_id = $1', [
      large.documentId,
    ]);
    const review = await reviewed(item);
    const { documents } = await packOf(review.id);
    await decide(review, Object.fromEntries(documents.map(({ fileName }) => [fileName, null])));
    const refused = await release(review);
    expect([refused.status, refused.body.code]).toEqual([409, 'pack_documents_too_large']);
  });
});

describe('an archive of which a file is gone for good', () => {
  it('is not given in part', async () => {
    const item = await casework.aCase();
    const file = await kept(item, 'gone');
    const review = await reviewed(item);
    await decide(review, { 'gone.pdf': null });
    await release(review);
    await casework.rows('delete from document_versions where document_id = $1', [file.documentId]);
    const answer = await officer.get(`/access-requests/${review.id}/pack/archive`);
    expect([answer.status, answer.body.code]).toEqual([410, 'access_pack_destroyed']);
  });
});

describe('the bytes of a destroyed case', () => {
  const filesOnDisk = (): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(path.join(folder, name)).isFile(),
    );

  /** The night, and the sweep of files without a row once they are old enough. */
  async function nightAndSweep(): Promise<void> {
    for (const name of filesOnDisk())
      utimesSync(path.join(folder, name), new Date('2026-01-01'), new Date('2026-01-01'));
    await casework.service(RetentionTask).run(1);
    await casework.service(DocumentScansService).sweepOrphans(1);
  }

  it('are gone after the night and the sweep, of every version, removed and quarantined ones too; a hold keeps them', async () => {
    const doomed = await declined(casework, periodOver);
    const onHold = await declined(casework, periodOver);
    const open = await casework.aCase();
    const gone = [
      await kept(doomed, 'doomed one'),
      await kept(doomed, 'doomed removed', { isRemoved: true }),
      await kept(doomed, 'doomed waiting', { scanStatus: 'quarantined' }),
    ];
    gone.push(await kept(doomed, 'doomed two', { documentId: gone[0]?.documentId ?? '', number: 2 }));
    const held = await kept(onHold, 'held');
    const stays = await kept(open, 'stays');
    const hold = await officer.create('/legal-holds', {
      upnOrReference: onHold.reference,
      covers: 'case',
      reason: 'A complaint to the ombudsman',
    });
    await nightAndSweep();
    expect([await isThere(casework, doomed), await isThere(casework, onHold)]).toEqual([false, true]);
    expect(gone.filter(({ key }) => existsSync(fileOf(key)))).toEqual([]);
    for (const { key } of gone) expect(filesOnDisk().join()).not.toContain(key);
    expect([existsSync(fileOf(held.key)), existsSync(fileOf(stays.key))]).toEqual([true, true]);

    await officer.change(`/legal-holds/${hold.body.id}/lift`, 1, { reason: 'Settled' });
    await nightAndSweep();
    expect([existsSync(fileOf(held.key)), existsSync(fileOf(stays.key))]).toEqual([false, true]);
  });

  it('take with them what a pack said of its files, and the pack', async () => {
    const item = await declined(casework, periodOver);
    const file = await kept(item, 'answered');
    const review = await reviewed(item);
    await decide(review, { 'answered.pdf': null });
    await release(review);
    await nightAndSweep();
    expect(existsSync(fileOf(file.key))).toBe(true); // what was answered not long ago is kept
    await casework.rows("update access_requests set closed_on = '2023-11-20' where id = $1", [review.id]);
    await nightAndSweep();
    expect(existsSync(fileOf(file.key))).toBe(false);
    const left = await casework.rows(
      'select 1 from access_pack_documents d where not exists (select 1 from access_packs k where k.id = d.access_pack_id)',
    );
    expect(left).toEqual([]);
    expect((await officer.get(`/access-requests/${review.id}/pack/archive`)).status).toBe(404);
  });
});
