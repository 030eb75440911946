import { openPage } from '../../home/page/page.fixture.js';
import { submit } from '../referral.fixture.js';
import { CopyDownloads } from './copy-downloads.js';

const copy = { id: 'k1', referralId: 'r1', number: 1, status: 'queued' };

describe('a copy to keep', () => {
  it('is a page that is downloaded at once', async () => {
    const page = await openPage(CopyDownloads, { referralId: 'r1' });
    expect(page.find('a[download]').getAttribute('href')).toBe('/api/referrals/r1/copy');
  });

  it('is a PDF when it has been made, and says so meanwhile', async () => {
    const page = await openPage(CopyDownloads, { referralId: 'r1' });
    await submit(page);
    const request = page.request('/api/referrals/r1/copies');
    expect(request.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    request.flush(copy);
    await page.settle();
    expect(page.text()).toContain('The PDF is being made');
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    await page.answer('/api/referral-copies/k1', { ...copy, status: 'ready' });
    const links = [...page.element.querySelectorAll('a[download]')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/api/referrals/r1/copy', '/api/referral-copies/k1/content']);
  });

  it('is of the version that was asked for, and says so', async () => {
    const page = await openPage(CopyDownloads, { referralId: 'r1', number: 2 });
    expect(page.find('a[download]').getAttribute('href')).toBe('/api/referrals/r1/copy?number=2');
    expect(page.text()).toContain('Download a copy of version 2 as a web page');
    await submit(page);
    expect(page.request('/api/referrals/r1/copies').request.body).toEqual({ number: 2 });
  });

  it('is printed where there is no browser to make a PDF with', async () => {
    const page = await openPage(CopyDownloads, { referralId: 'r1' });
    await submit(page);
    await page.refuse('/api/referrals/r1/copies', { status: 409, code: 'no_pdf_here', title: 'No', detail: 'x' });
    expect(page.text()).toContain('every browser can print to a PDF');
    expect(page.element.querySelector('.govuk-error-summary')).toBeNull();
  });
});
