import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { aGap, aReferral, submit } from '../referral.fixture.js';
import { GraduatedResponsePage } from './graduated-response-page.js';

// jsdom has no layout and nothing to scroll.
beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

async function cyclesPage(): Promise<OpenedPage> {
  const page = await openPage(GraduatedResponsePage, { referralId: 'r1' });
  await page.answer('/api/referrals/r1', aReferral());
  return page;
}

const strategies = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll<HTMLTextAreaElement>('textarea[id$="-strategy"]')].map(({ value }) => value);

describe('the section about what the school has done', () => {
  it('asks for two cycles at least, and none of these can be removed', async () => {
    const page = await cyclesPage();
    expect(strategies(page)).toHaveLength(2);
    expect(page.text()).not.toContain('Remove cycle');
  });

  it('adds a cycle and removes the one that is meant', async () => {
    const page = await cyclesPage();
    await page.type('#cycles-0-strategy', 'Check-in');
    await page.type('#cycles-1-strategy', 'Lunch club');
    await page.press('Add another cycle');
    await page.type('#cycles-2-strategy', 'Mentor');
    await page.press('Remove cycle 2');
    expect(strategies(page)).toEqual(['Check-in', 'Mentor']);
  });

  it('saves all cycles as they stand on the page', async () => {
    const page = await cyclesPage();
    await page.type('#cycles-1-startedOn-day', '5');
    await submit(page);
    expect(page.request('/api/referrals/r1/graduated-response').request.body).toMatchObject({
      cycles: [{ startedOn: '' }, { startedOn: '--5' }],
    });
  });

  it('leads from a message about the cycles to a cycle without answers, and from one about an answer to that answer', async () => {
    const page = await cyclesPage();
    await page.type('#cycles-0-strategy', 'Check-in');
    await submit(page);
    await page.answer('/api/referrals/r1/graduated-response', {
      version: 1,
      savedAt: '2026-11-24T10:42:00Z',
      gaps: [
        aGap('/graduatedResponse/cycles', 'Enter at least 2 cycles'),
        aGap('/graduatedResponse/cycles/0/endedOn', 'Enter when cycle 1 ended'),
      ],
    });
    await page.press('Enter at least 2 cycles');
    expect(document.activeElement?.id).toBe('cycles-1-strategy');
    await page.press('Enter when cycle 1 ended');
    expect(document.activeElement?.id).toBe('cycles-0-endedOn-day');
  });
});
