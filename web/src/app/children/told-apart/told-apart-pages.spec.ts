import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { submit } from '../../referrals/referral.fixture.js';
import { TellApartPage } from './tell-apart-page.js';
import { ToldApartPart } from './told-apart-part.js';
import { UndoTellingApartPage } from './undo-telling-apart-page.js';

const one = { id: 'a', upn: 'A857000000001', name: 'Robin Ashdown', bornOn: '2016-03-05', schoolName: 'Alder School' };
const other = { ...one, id: 'b', upn: 'B857000000002', name: 'Robyn Ashdown', schoolName: null };
const told = {
  ...{ id: 't', other, grounds: ['similar_name'], reason: 'Both schools say so.' },
  ...{ toldByName: 'Judith Marsh', toldAt: '2026-11-24T10:00:00Z' },
};

async function tellApartPage(items: readonly object[]): Promise<OpenedPage> {
  const page = await openPage(TellApartPage, { childId: 'a', otherId: 'b' });
  await page.answer('/api/children/a/duplicates', { items });
  return page;
}

describe('saying that two records are two children', () => {
  it('shows both and why they look alike, and wants a reason', async () => {
    const page = await tellApartPage([{ first: one, second: other, grounds: ['similar_name'] }]);
    for (const text of ['UPN A857000000001', 'UPN B857000000002', 'Similar name, same date of birth']) {
      expect(page.text()).toContain(text);
    }
    await submit(page);
    expect(page.find('.govuk-error-summary').textContent).toContain('Enter how you know that they are two children');
    await page.type('#reason', 'Both schools say so.');
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await submit(page);
    const request = page.request('/api/children/a/told-apart');
    expect(request.request.body).toEqual({ otherId: 'b', reason: 'Both schools say so.' });
    expect(request.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    request.flush({ items: [told] });
    await page.settle();
    expect(navigate).toHaveBeenCalledWith('/children/a', { info: 'Recorded as two children' });
  });

  it('says so when they are not suggested any longer', async () => {
    const page = await tellApartPage([]);
    expect(page.find('h1').textContent).toContain('not suggested as one child');
    expect(page.element.querySelector('form')).toBeNull();
  });
});

describe('what was said', () => {
  it('stands in the record with who said it and why, and can be undone', async () => {
    const page = await openPage(ToldApartPart, { childId: 'a' });
    await page.answer('/api/children/a/told-apart', { items: [told] });
    expect(page.text()).toContain('Both schools say so.');
    expect(page.text()).toContain('Judith Marsh, 24 November 2026 at 10:00');
    const links = [...page.element.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/children/b', '/children/a/told-apart/t/undo']);
  });

  it('takes no room where nothing was said', async () => {
    const page = await openPage(ToldApartPart, { childId: 'a' });
    await page.answer('/api/children/a/told-apart', { items: [] });
    expect(page.text()).toBe('');
  });

  it('is undone after a question', async () => {
    const page = await openPage(UndoTellingApartPage, { childId: 'a', toldApartId: 't' });
    await page.answer('/api/children/a/told-apart', { items: [told] });
    expect(page.text()).toContain('Robyn Ashdown, born 5 March 2016: Both schools say so.');
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await page.press('Suggest them again');
    page.request('/api/told-apart/t/undo').flush(null);
    await page.settle();
    expect(navigate).toHaveBeenCalledWith('/children/a', { info: 'The two records are suggested again' });
  });
});
