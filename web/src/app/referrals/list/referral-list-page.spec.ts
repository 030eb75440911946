import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import { CurrentSession } from '../../session/current-session.js';
import { LiveRegion } from '../../shell/live-region.js';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { aListItem, sessionWith } from '../referral.fixture.js';
import { ReferralListPage } from './referral-list-page.js';

const schools = {
  items: [
    { id: 's1', urn: '100001', name: 'Larkfield Primary School', phase: '2' },
    { id: 's2', urn: '100002', name: 'Hillside School', phase: '4' },
  ],
};

async function listPage(
  inputs: Readonly<Record<string, string>> = {},
  permissions: readonly string[] = [],
): Promise<OpenedPage> {
  const session = { provide: CurrentSession, useValue: sessionWith(...permissions) };
  const page = await openPage(ReferralListPage, inputs, [session]);
  await page.answer('/api/schools', schools);
  return page;
}

const found = (...items: readonly object[]) => ({
  items,
  total: items.length,
  totalIsAtLeast: false,
  nextAfter: null,
});

describe('the list of referrals', () => {
  it('asks for what the address says, and leaves out what no list has', async () => {
    const page = await listPage({ status: 'submitted', primaryNeed: 'NONSENSE', search: ' 0042 ', sort: 'oldest' });
    await page.answer('/api/referrals?sort=oldest&status=submitted&search=0042', found(aListItem()));
    expect(page.text()).toContain('1 referral');
    const tags = [...page.element.querySelectorAll('.app-filter__tag')].map((tag) => tag.textContent.trim());
    expect(tags).toEqual(['Remove this filter: Status: Submitted', 'Remove this filter: Search: 0042']);
  });

  it('puts the chosen conditions into the address, from the first page on', async () => {
    const page = await listPage({ after: 'cursor', sort: 'oldest' });
    await page.answer('/api/referrals?sort=oldest&after=cursor', found(aListItem()));
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await page.type('#search', '2026-0042');
    await page.press('Apply filters');
    expect(navigate).toHaveBeenCalledWith('/referrals?search=2026-0042&sort=oldest');
  });

  it('searches for a name without putting it into an address', async () => {
    const page = await listPage();
    await page.answer('/api/referrals?sort=newest', found(aListItem()));
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await page.type('#search', ' Brown ');
    await page.press('Apply filters');
    expect(navigate).toHaveBeenCalledWith('/referrals');
    const asked = page.request('/api/referrals/search');
    expect(asked.request.body).toEqual({ sort: 'newest', search: 'Brown' });
    asked.flush(found(aListItem()));
    await page.settle();
    expect(page.text()).toContain('Remove this filter: Search: Brown');
    await page.press('Remove this filter: Search: Brown');
    await page.answer('/api/referrals?sort=newest', found(aListItem()));
  });

  it('removes one condition and keeps the others', async () => {
    const page = await listPage({ status: 'submitted', schoolId: 's2' });
    await page.answer('/api/referrals?sort=newest&status=submitted&schoolId=s2', found(aListItem()));
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await page.press('Remove this filter: Status: Submitted');
    expect(navigate).toHaveBeenCalledWith('/referrals?schoolId=s2');
  });

  it('leads to the next page by the cursor of this one', async () => {
    const page = await listPage({ status: 'submitted' });
    await page.answer('/api/referrals?sort=newest&status=submitted', {
      ...found(aListItem()),
      total: 90,
      nextAfter: '2026-11-20.r1',
    });
    expect(page.text()).toContain('Showing 1 of 90 referrals');
    expect(page.find('[rel=next]').getAttribute('href')).toBe('/referrals?status=submitted&after=2026-11-20.r1');
  });

  it('announces the count of a changed list, but not of the first', async () => {
    const page = await listPage();
    const announce = jest.spyOn(TestBed.inject(LiveRegion), 'announce');
    await page.answer('/api/referrals?sort=newest', found(aListItem(), aListItem({ id: 'r2' })));
    expect(announce).not.toHaveBeenCalled();
    page.fixture.componentRef.setInput('status', 'draft');
    await page.settle();
    await page.answer('/api/referrals?sort=newest&status=draft', found(aListItem()));
    expect(announce).toHaveBeenCalledWith('1 referral');
  });

  it('leads who writes a draft to its tasks, and everybody else to the case', async () => {
    const items = [aListItem({ id: 'r1', status: 'draft' }), aListItem({ id: 'r2', reference: 'EIP-2026-0002' })];
    const page = await listPage({}, ['referral:draft', 'referral:create']);
    await page.answer('/api/referrals?sort=newest', found(...items));
    const links = [...page.element.querySelectorAll('tbody a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/referrals/r1/tasks', '/referrals/r2']);
    expect(page.text()).toContain('Start a referral');
  });

  it('offers nobody else to start a referral, and says so when there is none', async () => {
    const page = await listPage();
    await page.answer('/api/referrals?sort=newest', found());
    expect(page.text()).not.toContain('Start a referral');
    expect(page.text()).toContain('There are no referrals yet');
  });

  it('tells an empty list from filters that nothing fits', async () => {
    const page = await listPage({ status: 'closed' });
    await page.answer('/api/referrals?sort=newest&status=closed', found());
    expect(page.text()).toContain('No referral fits these filters');
  });
});
