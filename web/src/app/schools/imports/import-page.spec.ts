import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { ConfirmImportPage } from './confirm-import-page.js';
import { ImportPage } from './import-page.js';

const counts = {
  ...{ rows: 100, skipped: 80, new: 2, changed: 1, closed: 0, unchanged: 15, kept: 0, errors: 2, links: 0, missing: 1 },
  missingSchools: [{ urn: '100009', name: 'Lost School' }],
};
const found = {
  ...{
    id: 'i',
    version: 4,
    status: 'to_review',
    fileName: 'edubasealldata.csv',
    linksFileName: null,
    laCodes: ['857'],
  },
  ...{
    encoding: 'Windows-1252',
    progressDone: 100,
    progressTotal: 100,
    counts,
    structureProblem: null,
    note: null,
    failure: null,
  },
  ...{
    skipsErrors: false,
    hasErrorsCopy: true,
    startedByName: 'Ravi',
    queuedAt: '2026-11-25T10:00:00Z',
    appliedAt: null,
  },
  ...{ undoUntil: null, undoneAt: null, availableVerbs: ['confirm', 'cancel'] },
};

async function importPage(changes: object = {}): Promise<OpenedPage> {
  const page = await openPage(ImportPage, { schoolImportId: 'i' });
  await page.answer('/api/school-imports/i', { ...found, ...changes });
  return page;
}

async function confirmPage(): Promise<OpenedPage> {
  const page = await openPage(ConfirmImportPage, { schoolImportId: 'i' });
  await page.answer('/api/school-imports/i', found);
  return page;
}

describe('an import of schools', () => {
  it('says what would change, what is wrong, and which schools the file does not have', async () => {
    const page = await importPage();
    expect(page.text()).toContain('2 rows have errors.');
    expect(page.text()).toContain('1 school of the register is not in the file');
    expect(page.text()).toContain('Lost School (URN 100009)');
    expect(page.text()).toContain('Go on to confirm');
  });

  it('does not offer to import nothing', async () => {
    const page = await importPage({ counts: { ...counts, new: 0, changed: 0, errors: 0 } });
    expect(page.text()).toContain('there is nothing to import');
    expect(page.text()).not.toContain('Go on to confirm');
  });

  it('shows how far it is while it is read', async () => {
    const page = await importPage({ status: 'reading', counts: null, progressDone: 30, availableVerbs: ['cancel'] });
    expect(page.find('[role=progressbar]').getAttribute('aria-valuenow')).toBe('30');
    page.fixture.destroy();
  });

  it('says what is wrong with a file as a whole', async () => {
    const problem = { code: 'columns_missing', message: 'The file does not have these columns.', details: ['URN'] };
    const page = await importPage({ status: 'rejected', counts: null, structureProblem: problem, availableVerbs: [] });
    expect(page.text()).toContain('The file does not have these columns.URN');
  });
});

describe('the confirmation of an import', () => {
  it('imports the good rows only when somebody says so', async () => {
    const page = await confirmPage();
    await page.press('Import the schools');
    expect(page.find('.govuk-error-summary').textContent).toContain('Select what to do with the rows that have errors');
    await page.press('Import nothing: I correct the file first');
    page.find('form').dispatchEvent(new Event('submit', { cancelable: true }));
    await page.settle();
    expect(page.find('.govuk-error-summary').textContent).toContain('correct the file and upload it again');
    await page.press('Leave these rows out, and import the good rows');
    page.find('form').dispatchEvent(new Event('submit', { cancelable: true }));
    await page.settle();
    const { request } = page.request('/api/school-imports/i/confirm');
    expect({ body: request.body, version: request.headers.get('If-Match') }).toEqual({
      body: { skipsErrors: true },
      version: '"4"',
    });
  });
});
