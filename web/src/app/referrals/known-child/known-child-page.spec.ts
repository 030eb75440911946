import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { aReferral, submit } from '../referral.fixture.js';
import { KnownChildPage } from './known-child-page.js';

const larkfield = { id: 's1', urn: '100001', name: 'Larkfield Primary School', phase: 'primary', isClosed: false };
const earlier = { id: 'r0', reference: 'EIP-2025-0007', sentOn: '2026-03-03', pupilName: 'Robin Brown' };
const address = '/api/referrals/known-child';

async function knownChildPage(): Promise<OpenedPage> {
  const page = await openPage(KnownChildPage);
  await page.answer('/api/schools', { items: [larkfield] });
  return page;
}

async function lookedUp(answer: object): Promise<OpenedPage> {
  const page = await knownChildPage();
  await page.press('Yes');
  await page.type('#upn', 'r857 000024001');
  await submit(page);
  const request = page.request(address);
  expect(request.request.body).toEqual({ schoolId: 's1', upn: 'r857 000024001' });
  request.flush(answer);
  await page.settle();
  return page;
}

describe('the question whether the child was referred before', () => {
  it('goes on to a new referral when not', async () => {
    const page = await knownChildPage();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await page.press('No');
    await submit(page);
    expect(navigate).toHaveBeenCalledWith('/referrals/new', { replaceUrl: true });
  });

  it('must be answered, with a UPN that can be one', async () => {
    const page = await knownChildPage();
    await submit(page);
    expect(page.find('.govuk-error-summary').textContent).toContain('Select yes if your school has referred');
    await page.press('Yes');
    await page.type('#upn', 'R857000024002');
    await submit(page);
    expect(page.find('#upn-error').textContent).toContain('Check the UPN');
  });

  it('copies the last referral into a new one when asked to', async () => {
    const page = await lookedUp({ earlier, open: null });
    expect(page.text()).toContain('Robin Brown: referral EIP-2025-0007 of 3 March 2026');
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await page.press('Copy and start the referral');
    const request = page.request('/api/referrals');
    expect(request.request.body).toEqual({ schoolId: 's1', copyFromId: 'r0' });
    request.flush(aReferral());
    await page.settle();
    expect(navigate).toHaveBeenCalledWith('/referrals/r1/tasks', { replaceUrl: true });
  });

  it('leads to an open referral instead of beginning a second one', async () => {
    const own = { isOwn: true, id: 'r9', reference: 'EIP-2026-0009', coordinatorName: null };
    const page = await lookedUp({ earlier, open: own });
    expect(page.text()).not.toContain('Copy and start');
    expect(page.find('.govuk-warning-text a').getAttribute('href')).toBe('/referrals/r9');
  });

  it('says whom to ask about an open referral of another school', async () => {
    const other = { isOwn: false, id: null, reference: null, coordinatorName: 'Kim Coordinator' };
    const page = await lookedUp({ earlier: null, open: other });
    expect(page.text()).toContain('It is from another school. Ask Kim Coordinator');
  });

  it('offers to start without a copy when nothing was found', async () => {
    const page = await lookedUp({ earlier: null, open: null });
    expect(page.text()).toContain('No earlier referral of your school was found');
    expect(page.text()).toContain('Start without copying');
  });
});
