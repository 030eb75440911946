import fc from 'fast-check';

import {
  canChangeDocuments,
  cleanFileName,
  DOCUMENT_MAX_BYTES,
  DOCUMENT_NAME_MAX,
  documentKindOfName,
  fileSizeText,
  findDocumentProblem,
  SCAN_STATUSES,
  scanStatusDisplay,
} from './index.js';

describe('the name of a document', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['C:\\Users\\me\\report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a\u202Efdp.exe', 'afdp.exe'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie_ x.pdf'],
    ['  spaced   out .pdf ', 'spaced out .pdf'],
    ['', ''],
  ])('%j is kept as %j', (name, kept) => {
    expect(cleanFileName(name)).toBe(kept);
  });

  it('keeps its ending when it is cut short', () => {
    expect(cleanFileName(`${'long '.repeat(100)}.docx`)).toMatch(/^long .*\.docx$/);
  });

  it('never holds a path, a control character or more than it may', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const kept = cleanFileName(name);
        expect(kept).not.toMatch(/[\\/\p{Cc}\p{Cf}]/u);
        expect(kept.length).toBeLessThanOrEqual(DOCUMENT_NAME_MAX);
        expect(cleanFileName(kept)).toBe(kept.trim());
      }),
    );
  });

  it.each([
    ['report.pdf', 'pdf'],
    ['REPORT.PDF', 'pdf'],
    ['photo.jpg', 'jpeg'],
    ['photo.jpeg', 'jpeg'],
    ['report.pdf.exe', null],
    ['.pdf', null],
    ['report', null],
    ['macro.docm', null],
    ['page.html', null],
    ['picture.svg', null],
  ])('%s promises %s', (name, kind) => {
    expect(documentKindOfName(name)).toBe(kind);
  });
});

describe('what is wrong with a chosen file', () => {
  it.each([
    [{ name: 'report.pdf', sizeBytes: DOCUMENT_MAX_BYTES }, null],
    [{ name: 'report.pdf', sizeBytes: DOCUMENT_MAX_BYTES + 1 }, 'must be smaller than 20 MB'],
    [{ name: 'report.pdf', sizeBytes: 0 }, 'is empty'],
    [{ name: 'report.exe', sizeBytes: 5 }, 'must be a PDF, DOCX, ODT, JPG or PNG'],
  ])('%j: %j', (file, problem) => {
    expect(findDocumentProblem(file)).toBe(problem);
  });
});

describe('documents of a referral', () => {
  it('can be changed until the referral has ended', () => {
    expect(canChangeDocuments('draft')).toBe(true);
    expect(canChangeDocuments('in_delivery')).toBe(true);
    expect(canChangeDocuments('closed')).toBe(false);
    expect(canChangeDocuments('withdrawn')).toBe(false);
    expect(canChangeDocuments('declined')).toBe(false);
  });

  it.each([
    [1, '1 byte'],
    [900, '900 bytes'],
    [2048, '2 KB'],
    [1_500_000, '1.4 MB'],
  ])('of %i bytes are said to have %s', (bytes, text) => {
    expect(fileSizeText(bytes)).toBe(text);
  });

  it('say where their virus scan stands in words', () => {
    expect(SCAN_STATUSES.map((status) => scanStatusDisplay(status).label)).toEqual([
      'Being checked for viruses',
      'Ready',
      'Virus found',
      'Could not be checked',
    ]);
  });
});
