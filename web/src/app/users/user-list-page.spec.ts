import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import { type OpenedPage, openPage } from '../home/page/page.fixture.js';
import { CurrentSession } from '../session/current-session.js';
import { sessionWith } from '../referrals/referral.fixture.js';
import { UserListPage } from './user-list-page.js';

const aPerson = (name: string) => ({
  id: name,
  name,
  email: `${name.toLowerCase()}@council.example`,
  state: 'active',
  roles: [],
  lastSignedInAt: null,
});
const people = (...names: readonly string[]) => ({ items: names.map(aPerson), nextAfter: null });

async function listPage(inputs: Readonly<Record<string, string>> = {}): Promise<OpenedPage> {
  const page = await openPage(UserListPage, inputs, [
    { provide: CurrentSession, useValue: sessionWith('user:list', 'user:invite') },
  ]);
  await page.answer('/api/invitations', { items: [] });
  return page;
}

describe('the list of people', () => {
  it('searches for a person without putting the name into an address', async () => {
    const page = await listPage();
    await page.answer('/api/users', people('Ada', 'Bess'));
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await page.type('#search', ' ada@council ');
    await page.press('Apply filters');
    expect(navigate).toHaveBeenCalledWith('/users');
    const asked = page.request('/api/users/search');
    expect(asked.request.body).toEqual({ search: 'ada@council' });
    asked.flush({ ...people('Ada'), nextAfter: 'Ada' });
    await page.settle();
    expect(page.text()).not.toContain('Bess');
    expect(page.find('[rel=next]').getAttribute('href')).toBe('/users?after=Ada');
  });

  it('shows everybody again when the search is removed', async () => {
    const page = await listPage();
    await page.answer('/api/users', people('Ada', 'Bess'));
    await page.type('#search', 'nobody');
    await page.press('Apply filters');
    await page.answer('/api/users/search', people());
    expect(page.text()).toContain('Nobody fits what you searched for');
    await page.press('Remove this filter: Search: nobody');
    await page.answer('/api/users', people('Ada', 'Bess'));
    expect(page.text()).toContain('Bess');
  });

  it('keeps the search on the next page', async () => {
    const page = await listPage({ after: 'Ada' });
    await page.answer('/api/users?after=Ada', people('Bess'));
    await page.type('#search', 'b');
    await page.press('Apply filters');
    expect(page.request('/api/users/search').request.body).toEqual({ after: 'Ada', search: 'b' });
  });
});
