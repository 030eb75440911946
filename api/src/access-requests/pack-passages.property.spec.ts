import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import fc from 'fast-check';
import { unzipSync } from 'fflate';

import { packArchive, wholeArchive } from './pack-archive.js';
import { type PackContent, textsOf } from './pack-content.js';
import { packHtml } from './pack-html.js';
import { findPassages, redact } from './pack-passages.js';

const filler = fc.constantFrom(
  'he',
  'was',
  'upset',
  'after',
  'lunch',
  'and',
  'left',
  'the',
  'room',
  'then',
  'calmed',
  '.',
  ',',
  '\n',
);
const secret = fc.constantFrom('Zara Quill', 'Mr Hobbs', 'Dr. Anwar Malik', 'zed@example.org', '01632 960123');
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: filler }, { weight: 1, arbitrary: secret }), { maxLength: 25 })
  .map((words) => words.join(' '));
const value = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 3 }),
  fc.record({ note: text, whatChanged: text }),
);
const content: fc.Arbitrary<PackContent> = fc
  .array(
    fc.record({
      note: value,
      answers: value,
      agreedByName: fc.constantFrom('Pat Quill', 'Ada Asker'),
      safeContactNotes: text,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((rows) => ({
    schemaVersion: 1,
    authority: 'Testshire',
    request: 'SAR-2026-0001',
    collectedOn: '2026-11-24',
    sections: [{ table: 'reviews', heading: 'Review', rows }],
  }));
const people = {
  requesterName: 'Ada Asker',
  staffNames: new Set<string>(),
  isOtherChild: (words: string) => words === 'zara quill',
};
const secrets = ['Zara Quill', 'Mr Hobbs', 'Dr. Anwar Malik', 'zed@example.org', '01632 960123', 'Pat Quill'];

describe('a pack', () => {
  it('holds nothing of another person once every passage is redacted', () => {
    fc.assert(
      fc.property(content, (pack) => {
        const clean = JSON.stringify(redact(pack, findPassages(pack, people)));
        for (const word of secrets) expect(clean).not.toContain(word);
      }),
    );
  });

  it('marks passages by where they really stand', () => {
    fc.assert(
      fc.property(content, (pack) => {
        const texts = new Map(textsOf(pack).map((found) => [found.pointer, found.text]));
        for (const { pointer, startsAt, endsAt, passage } of findPassages(pack, people)) {
          const found = texts.get(pointer) ?? '';
          expect(startsAt === null ? found : found.slice(startsAt, endsAt ?? 0)).toBe(passage);
        }
      }),
    );
  });

  it('takes a telephone number in a text for one, and digits of a hash for none', () => {
    const marked = (note: string): string[] => {
      const sections = [{ table: 'reviews', heading: 'Review', rows: [{ note }] }];
      const head = { schemaVersion: 1, authority: 'A', request: 'SAR-2026-0001', collectedOn: '2026-11-24' } as const;
      return findPassages({ ...head, sections }, people).map(({ passage }) => passage);
    };
    expect(marked('Ring 06769239568 at six')).toEqual(['06769239568']);
    expect(marked('\\xecb1d84afe42bcea06769239568e699921')).toEqual([]);
  });

  it('is the same as before where nothing is redacted, and everything else stays where something is', () => {
    fc.assert(
      fc.property(content, (pack) => {
        expect(redact(pack, [])).toEqual(pack);
        const passages = findPassages(pack, people);
        const touched = new Set(passages.map(({ pointer }) => pointer));
        const after = new Map(textsOf(redact(pack, passages)).map((found) => [found.pointer, found.text]));
        for (const found of textsOf(pack)) {
          if (!touched.has(found.pointer)) expect(after.get(found.pointer)).toBe(found.text);
        }
      }),
    );
  });

  it('is redacted the same whatever the order, also where marks overlap', () => {
    const mark = fc.tuple(fc.nat({ max: 30 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(
        fc.string({ minLength: 45, maxLength: 60 }).filter((words) => !words.includes('[')),
        fc.array(mark, { minLength: 1, maxLength: 5 }),
        (words, marks) => {
          const pack: PackContent = {
            schemaVersion: 1,
            authority: '',
            request: '',
            collectedOn: '2026-11-24',
            sections: [{ table: 't', heading: 'T', rows: [{ note: words }] }],
          };
          const parts = marks.map(([start, length]) => ({
            pointer: '/sections/0/rows/0/note',
            startsAt: start,
            endsAt: start + length,
            kind: 'marked' as const,
          }));
          const result = redact(pack, parts);
          expect(redact(pack, parts.toReversed())).toEqual(result);
          const kept =
            [...words].length === words.length
              ? words
                  .split('')
                  .filter((_, index) => !marks.some(([start, length]) => index >= start && index < start + length))
              : null;
          const left = String(result.sections[0]?.rows[0]?.['note']).replaceAll(
            '[redacted: another person or an exemption]',
            '',
          );
          if (kept) expect(left).toBe(kept.join(''));
        },
      ),
    );
  });
});

const aFile = { documentVersionId: 'an id', fileName: 'report.pdf', version: 1, bytes: 3, sha256: 'a hash' };

/** What a store gives of a file: some pieces, none of them empty. */
const pieces = fc.array(
  fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  {
    minLength: 1,
    maxLength: 4,
  },
);

describe('the page of a pack', () => {
  it('is in the words of people: no ids, no codes, amounts in pounds', () => {
    const html = packHtml(
      {
        schemaVersion: 1,
        authority: 'A',
        request: 'SAR-2026-0001',
        collectedOn: '2026-11-24',
        sections: [
          {
            table: 'referral_sections',
            heading: 'Answers of a referral',
            rows: [{ section: 'needs', answers: { senProvision: 'K', primaryNeed: 'SPLD', isUrgent: 'no' } }],
          },
          {
            table: 'assessments',
            heading: 'Assessment of risk',
            rows: [
              {
                id: '7ffff692-6acf-5a2d-9088-cf7121928151',
                referral_id: '7ffff692-6acf-5a2d-9088-cf7121928152',
                annual_value_pence: 790610,
                weekly_hours_hundredths: 3250,
                assessed_on: '2021-01-30',
                recorded_at: '2021-04-17T11:00:00+00:00',
                outcome_category: 'continuing_to_improve',
                identity_check: 'documents_seen',
              },
            ],
          },
        ],
      },
      [],
    );
    for (const words of ['SEN support', 'Specific learning difficulty', '£7,906.10', '32.5', '30 January 2021'])
      expect(html).toContain(words);
    expect(html).toContain('17 April 2021 at 11:00 (UTC)');
    expect(html).toContain('Documents seen');
    expect(html).not.toMatch(/7ffff692|SPLD|pence|hundredths|continuing_to_improve|documents_seen/i);
  });

  it('shows every text as text, whatever stands in it', () => {
    const rows = [{ note: '<script>alert(1)</script>"&', list: ['a', 'b'], none: null, is_urgent: true }];
    const html = packHtml(
      {
        schemaVersion: 1,
        authority: 'A & B',
        request: 'SAR-2026-0001',
        collectedOn: '2026-11-24',
        sections: [{ table: 'reviews', heading: 'Review', rows }],
      },
      [
        { ...aFile, fileName: '<b>.pdf', file: 'documents/document-1-version-1.pdf', notIncluded: null },
        { ...aFile, fileName: 'other.pdf', file: null, notIncluded: 'It names <i>somebody</i>.' },
      ],
    );
    expect(html).toContain('<a href="documents/document-1-version-1.pdf">&lt;b&gt;.pdf, version 1 (3 bytes)</a>');
    expect(html).toContain('Not included. It names &lt;i&gt;somebody&lt;/i&gt;.');
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;');
    expect(html).toContain('<html lang="en-GB">');
    expect(html.match(/<h1>/g)).toHaveLength(1);
  });

  it('is the same archive, to the byte, for the same content, files and instant; also when put together again', async () => {
    await fc.assert(
      fc.asyncProperty(content, fc.array(pieces, { maxLength: 3 }), async (pack, kept) => {
        const released = { at: new Date('2026-11-24T10:00:00Z'), redacted: {} };
        const files = kept.map((bytes, index) => ({
          ...aFile,
          file: `documents/document-${index + 1}-version-1.pdf`,
          notIncluded: null,
          bytes: Buffer.concat(bytes).length,
          sha256: createHash('sha256').update(Buffer.concat(bytes)).digest('hex'),
        }));
        const read = (name: string): Readable =>
          Readable.from(kept[files.findIndex(({ file }) => file === name)] ?? []);
        const once = await packArchive(pack, files, released, read);
        expect((await packArchive(pack, files, released, read)).sha256).toBe(once.sha256);
        const placed = files.map(({ file }) => ({ startsAt: once.places.get(file) ?? -1, bytes: read(file) }));
        const whole = Buffer.concat(await Readable.from(wholeArchive(Buffer.from(once.frame), placed)).toArray());
        expect(createHash('sha256').update(whole).digest('hex')).toBe(once.sha256);
        const entries = unzipSync(new Uint8Array(whole));
        for (const { file, sha256 } of files) {
          expect(
            createHash('sha256')
              .update(entries[file] ?? '')
              .digest('hex'),
          ).toBe(sha256);
        }
        expect(once.manifest.files.map(({ name }) => name)).toEqual([
          'personal-data.html',
          'personal-data.json',
          'personal-data.schema.json',
          ...files.map(({ file }) => file),
        ]);
      }),
      { numRuns: 20 },
    );
  });
});
