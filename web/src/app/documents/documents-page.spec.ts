import { HttpEventType } from '@angular/common/http';
import { ActivatedRoute, convertToParamMap } from '@angular/router';
import type { Document, DocumentList, ScanStatus } from '@panel/api-client';
import { of } from 'rxjs';
import { type OpenedPage, openPage } from '../home/page/page.fixture.js';
import { CaseFile } from '../referrals/case/case-file.js';
import { aReferral, sessionWith } from '../referrals/referral.fixture.js';
import { CurrentSession } from '../session/current-session.js';
import { DocumentsPage } from './documents-page.js';

const address = '/api/referrals/r1/documents';

function aDocument(fileName: string, scanStatus: ScanStatus): Document {
  const current = {
    id: `v-${fileName}`,
    number: 1,
    fileName,
    mediaType: 'application/pdf',
    sizeBytes: 2048,
    sha256: '',
    scanStatus,
    uploadedAt: '2026-11-24T10:00:00Z',
    uploadedByName: 'Sarah Okafor',
  };
  return { id: `d-${fileName}`, referralId: 'r1', version: 1, current, earlier: [] };
}

async function documentsPage(list: Partial<DocumentList>, ...permissions: readonly string[]): Promise<OpenedPage> {
  const page = await openPage(DocumentsPage, {}, [
    CaseFile,
    { provide: ActivatedRoute, useValue: { paramMap: of(convertToParamMap({ referralId: 'r1' })) } },
    { provide: CurrentSession, useValue: { ...sessionWith(...permissions), session: () => null } },
  ]);
  await page.answer(address, { items: [], removed: [], canChange: true, ...list });
  return page;
}

function choose(page: OpenedPage, ...files: readonly File[]): void {
  const box = page.find<HTMLInputElement>('input[type=file]');
  Object.defineProperty(box, 'files', { value: files, configurable: true });
  box.dispatchEvent(new Event('change'));
}

describe('the documents of a case', () => {
  it('can be opened only where the scan has said clean', async () => {
    const page = await documentsPage({
      items: [aDocument('a.pdf', 'clean'), aDocument('b.pdf', 'quarantined'), aDocument('c.pdf', 'infected')],
    });
    const links = [...page.element.querySelectorAll('a[download]')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/api/document-versions/v-a.pdf/content']);
    expect(page.text()).toContain('Being checked for viruses');
    expect(page.text()).toContain('Virus found');
  });

  it.each([
    [true, '/referrals/r1/tasks'],
    [false, undefined],
  ])('lead back to a referral that can be written (%s)', async (isEditable, link) => {
    const page = await documentsPage({});
    await page.answer('/api/referrals/r1', aReferral({ isEditable }));
    const found = [...page.element.querySelectorAll('a')].find(
      (each) => each.textContent === 'Go on with the referral',
    );
    expect(found?.getAttribute('href')).toBe(link);
  });

  it('are not changed by those who may only read', async () => {
    const items = [aDocument('a.pdf', 'clean')];
    const reader = await documentsPage({ items });
    expect(reader.text()).not.toContain('Upload a new version');
  });

  it('are changed while the case is open', async () => {
    const page = await documentsPage({ items: [aDocument('a.pdf', 'clean')] }, 'document:upload');
    expect(page.text()).toContain('Upload a new version');
  });

  it('stay as they are when the case has ended', async () => {
    const page = await documentsPage({ items: [aDocument('a.pdf', 'clean')], canChange: false }, 'document:upload');
    expect(page.text()).not.toContain('Upload a new version');
    expect(page.text()).toContain('This case has ended');
  });

  it('are sent one after the other, and say how far each is', async () => {
    const page = await documentsPage({}, 'document:upload');
    choose(page, new File(['one'], 'one.pdf'), new File(['two'], 'two.pdf'));
    await page.press('Upload files');
    const first = page.request(address);
    expect(first.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    first.event({ type: HttpEventType.UploadProgress, loaded: 45, total: 90 });
    await page.settle();
    expect(page.text()).toContain('one.pdfUploading, 50%');
    expect(page.text()).toContain('two.pdfWaiting');
    first.event({ type: HttpEventType.UploadProgress, loaded: 90, total: 90 });
    await page.settle();
    expect(page.text()).toContain('one.pdfUploaded, checking the file');
    first.flush(aDocument('one.pdf', 'quarantined'));
    await page.settle();
    await page.refuse(address, { status: 422, code: 'x', title: 'Not accepted', detail: 'The file has a password.' });
    expect(page.text()).toContain('one.pdfUploaded');
    expect(page.text()).toContain('two.pdfNot uploaded');
    expect(page.find('.govuk-error-summary').textContent).toContain('two.pdf: The file has a password.');
    await page.answer(address, { items: [aDocument('one.pdf', 'clean')], removed: [], canChange: true });
    expect(page.find('.govuk-summary-card').textContent).toContain('one.pdf');
  });

  it('are not sent when it can be seen that they are not accepted', async () => {
    const page = await documentsPage({}, 'document:upload');
    choose(page, new File(['MZ'], 'program.exe'));
    await page.press('Upload files');
    expect(page.find('.govuk-error-summary').textContent).toContain('program.exe must be a PDF, DOCX, ODT, JPG or PNG');
  });
});
