import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import type { QueueItem, SavedView } from '@panel/api-client';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { sessionWith, submit } from '../../referrals/referral.fixture.js';
import { CurrentSession } from '../../session/current-session.js';
import { ActOnCasesPage } from '../act/act-on-cases-page.js';
import { SaveViewPage } from '../views/save-view-page.js';
import { QueueMemory } from './queue-memory.js';
import { QueuePage } from './queue-page.js';

const session = { provide: CurrentSession, useValue: sessionWith('queue:list') };
const coordinators = {
  items: [
    { userId: 'u1', name: 'Judith Marsh' },
    { userId: 'u2', name: 'Priya Nair' },
  ],
};

const anItem = (changes: Partial<QueueItem> = {}): QueueItem => ({
  id: 'r1',
  reference: 'EIP-2026-0001',
  version: 3,
  pupilName: 'Robin Brown',
  ncYear: '5',
  schoolName: 'Larkfield Primary School',
  status: 'submitted',
  stage: 'new',
  primaryNeed: 'SEMH',
  isUrgent: false,
  submittedOn: '2026-11-09',
  nextStep: 'Triage',
  dueOn: '2026-11-16',
  workingDaysLate: 6,
  assignee: null,
  requiredMissing: 0,
  optionalMissing: 2,
  sinceReturn: null,
  mayBeDuplicate: true,
  ...changes,
});

const found = (items: readonly QueueItem[], count = items.length, nextAfter: string | null = null) => ({
  items,
  counts: [
    { tab: 'all', count, isAtLeast: false },
    { tab: 'overdue', count: 1, isAtLeast: false },
  ],
  nextAfter,
});

async function queuePage(
  inputs: Readonly<Record<string, string>> = {},
  views: readonly SavedView[] = [],
): Promise<OpenedPage> {
  const page = await openPage(QueuePage, inputs, [session]);
  await page.answer('/api/schools', { items: [{ id: 's1', urn: '1', name: 'Larkfield', phase: '2' }] });
  await page.answer('/api/queue/coordinators', coordinators);
  await page.answer('/api/queue/saved-views', { items: views });
  return page;
}

const aView: SavedView = {
  id: 'v1',
  name: 'Mine',
  conditions: { tab: 'overdue', assignee: 'me' },
  isDefault: true,
  version: 1,
};

describe('the queue', () => {
  it('asks for what the address says, and shows what each case waits for', async () => {
    const page = await queuePage({ tab: 'overdue', schoolId: 's1', due: 'nonsense', assignee: 'me' });
    await page.answer('/api/queue?tab=overdue&schoolId=s1&assignee=me', found([anItem()]));
    expect(page.text()).toContain('1 case');
    expect(page.text()).toContain('16 November 2026 6 working days late');
    expect(page.text()).toContain('Complete, 2 optional missing');
    expect(page.text()).toContain('Possible duplicate');
    const tags = [...page.element.querySelectorAll('.app-filter__tag')].map((tag) => tag.textContent.trim());
    expect(tags).toEqual(['Remove this filter: School: Larkfield', 'Remove this filter: Assigned to: me']);
    expect(page.find('[aria-current=page]').textContent).toContain('Overdue (1)');
    expect(page.find('tbody a').getAttribute('href')).toBe('/referrals/r1/triage');
  });

  it('keeps the filters when a tab is opened, and pages by the cursor', async () => {
    const page = await queuePage({ tab: 'all', urgent: 'yes', after: 'x' });
    await page.answer('/api/queue?tab=all&urgent=yes&after=x', found([anItem()], 40, '2026-11-16.r1'));
    expect(page.text()).toContain('Showing 1 of 40 cases');
    expect(page.find('nav [href*=overdue]').getAttribute('href')).toBe('/queue?tab=overdue&urgent=yes');
    expect(page.find('[rel=next]').getAttribute('href')).toBe('/queue?tab=all&urgent=yes&after=2026-11-16.r1');
  });

  it('searches for a name without putting it into an address', async () => {
    const page = await queuePage({ tab: 'all' });
    await page.answer('/api/queue?tab=all', found([anItem()]));
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await page.type('#search', ' Brown ');
    await page.press('Apply filters');
    expect(navigate).toHaveBeenCalledWith('/queue?tab=all');
    expect(page.request('/api/queue/search').request.body).toEqual({ tab: 'all', search: 'Brown' });
  });

  it('opens with the default view, but not over what the address says', async () => {
    const navigate = jest.spyOn(Router.prototype, 'navigateByUrl').mockResolvedValue(true);
    await queuePage({}, [aView]);
    expect(navigate).toHaveBeenCalledWith('/queue?tab=overdue&assignee=me', { replaceUrl: true });
    navigate.mockClear();
    TestBed.resetTestingModule();
    await queuePage({ tab: 'all' }, [aView]);
    expect(navigate).not.toHaveBeenCalled();
    navigate.mockRestore();
  });

  it('says how many are selected, and how many of them are on other pages', async () => {
    const page = await queuePage({ tab: 'all' });
    await page.answer('/api/queue?tab=all', found([anItem(), anItem({ id: 'r2', reference: 'EIP-2026-0002' })]));
    TestBed.inject(QueueMemory).select([{ id: 'r9', reference: 'EIP-2026-0009', version: 1 }], true);
    await page.press('Select all 2 on this page');
    expect(page.text()).toContain('3 cases selected, 1 of them not on this page');
    await page.press('Select EIP-2026-0002');
    expect(page.text()).toContain('Accept 2 cases');
  });
});

describe('what is done with selected cases', () => {
  async function actPage(action: string): Promise<OpenedPage> {
    const page = await openPage(ActOnCasesPage, { action }, [session]);
    await page.answer('/api/queue/coordinators', coordinators);
    return page;
  }
  const select = (page: OpenedPage): Promise<void> => {
    const memory = TestBed.inject(QueueMemory);
    memory.select(
      [
        { id: 'r1', reference: 'EIP-2026-0001', version: 3 },
        { id: 'r2', reference: 'EIP-2026-0002', version: 1 },
      ],
      true,
    );
    return page.settle();
  };

  it('is checked first, done once, and told case by case', async () => {
    const page = await actPage('accept');
    expect(page.text()).toContain('No case is selected');
    await select(page);
    expect(page.find('h1').textContent).toContain('Accept 2 cases?');
    await submit(page);
    const request = page.request('/api/queue/accept');
    expect(request.request.headers.get('Idempotency-Key')).toBeTruthy();
    expect(request.request.body).toEqual({
      items: [
        { referralId: 'r1', version: 3 },
        { referralId: 'r2', version: 1 },
      ],
    });
    request.flush({
      items: [
        { referralId: 'r1', reference: 'EIP-2026-0001', isDone: true, code: null, why: null },
        { referralId: 'r2', reference: 'EIP-2026-0002', isDone: false, code: 'x', why: 'Answers are missing.' },
      ],
    });
    await page.settle();
    expect(page.text()).toContain('Done for 1 of 2 cases; 1 not');
    expect(page.text()).toContain('Not done. Answers are missing.');
    expect(TestBed.inject(QueueMemory).selected()).toEqual([]);
  });

  it('asks to whom they are given', async () => {
    const page = await actPage('assign');
    await select(page);
    await submit(page);
    expect(page.text()).toContain('Select whose cases they become');
    await page.press('Priya Nair');
    await submit(page);
    expect(page.request('/api/queue/assign').request.body).toMatchObject({ assigneeId: 'u2' });
  });
});

describe('saving a view', () => {
  it('keeps the tab and the filters under a name', async () => {
    const page = await openPage(SaveViewPage, { tab: 'overdue', assignee: 'me', primaryNeed: 'X' }, [session]);
    await submit(page);
    expect(page.text()).toContain('Enter a name for the view');
    await page.type('#name', ' Mine ');
    await page.press('Show this view first');
    await submit(page);
    expect(page.request('/api/queue/saved-views').request.body).toEqual({
      name: 'Mine',
      conditions: { tab: 'overdue', assignee: 'me' },
      isDefault: true,
    });
  });
});
