import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import type { ToolkitResource } from '@panel/api-client';
import { openPage } from '../home/page/page.fixture.js';
import { sessionWith, submit } from '../referrals/referral.fixture.js';
import { CurrentSession } from '../session/current-session.js';
import { EditResourcePage } from './edit-resource-page.js';
import { ToolkitListPage } from './toolkit-list-page.js';
import { ToolkitResourcePage } from './toolkit-resource-page.js';

const reader = { provide: CurrentSession, useValue: sessionWith('toolkit:read') };
const keeper = { provide: CurrentSession, useValue: sessionWith('toolkit:read', 'toolkit:keep') };

const aResource = (changes: Partial<ToolkitResource> = {}): ToolkitResource => ({
  id: 't1',
  title: 'A calm start',
  summary: 'Ten minutes',
  body: 'First.\n\nSecond.',
  needs: ['SEMH'],
  phases: [],
  declineReasons: [],
  links: [{ text: 'A page', url: 'https://example.org/a' }],
  validFrom: '2026-01-01',
  validTo: null,
  isRetired: false,
  isCurrent: true,
  version: 2,
  changedAt: '2026-11-20T10:00:00Z',
  changedByName: 'Judith Marsh',
  ...changes,
});

describe('the toolkit', () => {
  it('finds resources by what the address says, and leaves out what it does not know', async () => {
    const page = await openPage(ToolkitListPage, { search: ' calm ', need: 'SEMH', phase: 'x' }, [reader]);
    await page.answer('/api/toolkit?search=calm&need=SEMH', { items: [aResource()] });
    expect(page.text()).toContain('1 resource');
    expect(page.text()).toContain('Social, emotional and mental health. All phases.');
    expect(page.find('h2 a').getAttribute('href')).toBe('/toolkit/t1');
    expect(page.text()).not.toContain('Add a resource');
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate');
    await page.press('Remove this filter: Search: calm');
    expect(navigate).toHaveBeenCalledWith(['/toolkit'], { queryParams: { need: 'SEMH', phase: 'x' } });
  });

  it('shows a resource to read, and to who keeps it how to change it', async () => {
    const page = await openPage(ToolkitResourcePage, { resourceId: 't1' }, [keeper]);
    await page.answer('/api/toolkit/t1', aResource());
    expect([...page.element.querySelectorAll('p.govuk-body')].map((each) => each.textContent.trim())).toEqual([
      'First.',
      'Second.',
    ]);
    expect(page.find('a[href^=https]').getAttribute('rel')).toBe('noreferrer');
    expect(page.text()).toContain('Retire');
  });

  it('says of a retired one that it is not in use, and offers no change', async () => {
    const page = await openPage(ToolkitResourcePage, { resourceId: 't1' }, [keeper]);
    await page.answer('/api/toolkit/t1', aResource({ isRetired: true, isCurrent: false }));
    expect(page.text()).toContain('not in use today: retired');
    expect(page.element.querySelector('[href$=change]')).toBeNull();
  });
});

describe('writing a resource', () => {
  it('asks for what is missing, and takes links one a line', async () => {
    const page = await openPage(EditResourcePage, {}, [keeper]);
    await page.type('#links', 'no address');
    await submit(page);
    const summary = [...page.element.querySelectorAll('.govuk-error-summary li')].map((item) =>
      item.textContent.trim(),
    );
    expect(summary).toEqual([
      'Enter a title',
      'Enter a summary',
      'Enter what the school can do',
      'Write one link a line: its words, then an address that begins with https://',
    ]);
    await page.type('#title', 'A calm start');
    await page.type('#summary', 'Ten minutes');
    await page.type('#body', 'First.');
    await page.type('#links', 'A good page https://example.org/a\n');
    await page.press('Secondary');
    await submit(page);
    expect(page.request('/api/toolkit').request.body).toMatchObject({
      title: 'A calm start',
      links: [{ text: 'A good page', url: 'https://example.org/a' }],
      phases: ['secondary'],
      validTo: null,
    });
  });

  it('changes the version that was read', async () => {
    const page = await openPage(EditResourcePage, { resourceId: 't1' }, [keeper]);
    await page.answer('/api/toolkit/t1', aResource());
    expect(page.find<HTMLTextAreaElement>('#links').value).toBe('A page https://example.org/a');
    await page.type('#title', 'Another title');
    await submit(page);
    const request = page.request('/api/toolkit/t1');
    expect(request.request.method).toBe('PUT');
    expect(request.request.headers.get('If-Match')).toBe('"2"');
    expect(request.request.body).toMatchObject({ title: 'Another title', needs: ['SEMH'], validFrom: '2026-01-01' });
  });
});
