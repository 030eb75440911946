import { jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';

import type { DocumentKind } from '@panel/case-rules';
import fc from 'fast-check';
import { strToU8 } from 'fflate';

import { aDocx, aJpeg, anOdt, aPdf, aPng, aZip } from '../../testing/sample-files.js';
import type { StoredContent } from '../document-store.js';
import { checkContent } from './check-content.js';

// 160 MB are packed first.
jest.setTimeout(60_000);

function inMemory(bytes: Buffer): StoredContent {
  return {
    sizeBytes: bytes.length,
    read: async (start, length) => bytes.subarray(start, start + length),
    stream: (start = 0, end = bytes.length) => Readable.from(chunks(bytes.subarray(start, end))),
    close: async () => undefined,
  };
}

/** In odd pieces, as they come off a disk. */
function chunks(bytes: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 1_000) pieces.push(bytes.subarray(at, at + 1_000));
  return pieces;
}

const check = (bytes: Buffer, kind: DocumentKind) => checkContent(inMemory(bytes), kind);

const samples: [DocumentKind, Buffer][] = [
  ['pdf', aPdf()],
  ['docx', aDocx()],
  ['odt', anOdt()],
  ['jpeg', aJpeg(4_000, 3_000)],
  ['png', aPng(4_000, 3_000)],
];

describe('the content of a document', () => {
  it.each(samples)('is accepted where it is the %s that its name promises', async (kind, bytes) => {
    expect(await check(bytes, kind)).toBeNull();
  });

  it('is refused under the name of every other kind', async () => {
    for (const [promised] of samples) {
      for (const [kind, bytes] of samples) {
        if (kind !== promised)
          expect([promised, kind, await check(bytes, promised)]).toEqual([promised, kind, 'document_type_mismatch']);
      }
    }
  });

  it.each<[string, DocumentKind, Buffer]>([
    ['a web page', 'pdf', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a program', 'docx', Buffer.from('MZ\u0090\u0000', 'latin1')],
    ['another archive', 'docx', aZip({ 'notes.txt': strToU8('hello') })],
    [
      'a spreadsheet',
      'odt',
      aZip({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('x') }),
    ],
  ])('is refused where it is %s', async (_, kind, bytes) => {
    expect(await check(bytes, kind)).toBe('document_type_mismatch');
  });

  it.each<[string, DocumentKind, Buffer]>([
    ['a Word document with a password', 'docx', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex')],
    ['an ODT with a password', 'odt', anOdt({ 'META-INF/manifest.xml': '<manifest:encryption-data/>' })],
    ['a PDF with a password', 'pdf', aPdf('/Encrypt 5 0 R')],
    ['a PDF with a password in other letters', 'pdf', aPdf('/Encr#79pt 5 0 R')],
  ])('is refused as locked where it is %s', async (_, kind, bytes) => {
    expect(await check(bytes, kind)).toBe('document_encrypted');
  });

  it.each<[string, DocumentKind, Buffer]>([
    ['macros', 'docx', aDocx({ 'word/vbaProject.bin': 'x' })],
    [
      'a type with macros',
      'docx',
      aDocx({ '[Content_Types].xml': '<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>' }),
    ],
    [
      'a template from elsewhere',
      'docx',
      aDocx({
        'word/_rels/settings.xml.rels':
          '<Relationship Type="…/attachedTemplate" TargetMode="External" Target="http://x.example/t.dotm"/>',
      }),
    ],
    ['an embedded object', 'docx', aDocx({ 'word/embeddings/oleObject1.bin': 'x' })],
    ['macros', 'odt', anOdt({ 'Basic/Standard/Module1.xml': 'x' })],
    ['a script', 'pdf', aPdf('/S /JavaScript')],
    ['a script in other letters', 'pdf', aPdf('/S /J#61vaScript')],
    ['a program to start', 'pdf', aPdf('/S /Launch ')],
    ['a file inside', 'pdf', aPdf('/EmbeddedFiles 3 0 R')],
  ])('is refused as active where it has %s (%s)', async (_, kind, bytes) => {
    expect(await check(bytes, kind)).toBe('document_active');
  });

  it('is refused where a picture promises more pixels than it should', async () => {
    expect(await check(aPng(50_000, 50_000), 'png')).toBe('document_image_too_large');
    expect(await check(aJpeg(20_000, 20_000), 'jpeg')).toBe('document_image_too_large');
  });

  it.each<[string, DocumentKind, Buffer]>([
    ['a picture without a size', 'png', aPng(0, 0)],
    ['the beginning of a picture', 'jpeg', Buffer.from('ffd8ff', 'hex')],
    ['half an archive', 'docx', aDocx().subarray(0, 100)],
    ['an archive that leaves its folder', 'docx', aDocx({ '../../outside.txt': 'x' })],
    ['an archive with something behind it', 'docx', Buffer.concat([aDocx(), Buffer.from('x')])],
  ])('is refused as damaged where it is %s', async (_, kind, bytes) => {
    expect(await check(bytes, kind)).toBe('document_damaged');
  });

  it('is refused where an archive says that it unpacks to more than it may', async () => {
    const bomb = aDocx({ 'word/media/zeros.xml': '0'.repeat(160 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await check(bomb, 'docx')).toBe('document_archive_too_large');
  });

  it('is refused where an archive unpacks to more than it says', async () => {
    const bytes = aDocx({ 'word/media/zeros.xml': '0'.repeat(1024 * 1024) });
    // The directory's own size of the last entry, made smaller than the truth.
    const entry = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(1_000, entry + 24);
    expect(await check(bytes, 'docx')).toBe('document_damaged');
  });

  it('is refused where an archive has more entries than a document has', async () => {
    const many = Object.fromEntries(Array.from({ length: 2_100 }, (_, index) => [`word/${index}.xml`, 'x']));
    expect(await check(aDocx(many), 'docx')).toBe('document_archive_too_large');
  });

  it('never stops the process, whatever is changed in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
        fc.nat(),
        async ([kind, original], changes, cut) => {
          const bytes = Buffer.from(original);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const answer = await check(bytes.subarray(0, cut % (bytes.length + 1) || bytes.length), kind);
          expect(answer === null || answer.startsWith('document_')).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is refused where it is noise after the right beginning', async () => {
    expect(await check(Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), randomBytes(5_000)]), 'docx')).toBe(
      'document_damaged',
    );
  });
});
