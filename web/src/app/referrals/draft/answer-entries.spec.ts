import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { aGap, aReferral, submit } from '../referral.fixture.js';
import { QuestionPage } from './question-page.js';

// jsdom has no layout and nothing to scroll.
beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

async function cyclesPage(): Promise<OpenedPage> {
  const page = await openPage(QuestionPage, { referralId: 'r1', path: 'graduated-response' });
  await page.answer('/api/referrals/r1', aReferral());
  return page;
}

const strategies = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll<HTMLTextAreaElement>('textarea[id$="-strategy"]')].map(({ value }) => value);

describe('a list on a page of questions', () => {
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
    expect(page.request('/api/referrals/r1/sections/graduatedResponse').request.body).toMatchObject({
      cycles: [{ startedOn: '' }, { startedOn: '--5' }],
    });
  });

  it('sends a key with each cycle, so that two people can add one at the same time', async () => {
    const page = await cyclesPage();
    await page.press('Add another cycle');
    await submit(page);
    const { cycles } = page.request('/api/referrals/r1/sections/graduatedResponse').request.body as {
      cycles: { key: string }[];
    };
    expect(cycles.map(({ key }) => key)).toEqual(['1', '2', expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });

  it('may be empty, and is then begun with a button', async () => {
    const page = await openPage(QuestionPage, { referralId: 'r1', path: 'advice' });
    await page.answer('/api/referrals/r1', aReferral());
    await page.press('Add an agency');
    expect(page.find<HTMLInputElement>('#agencies-0-agency').value).toBe('');
    await page.press('Remove agency 1');
    expect(page.element.querySelector('#agencies-0-agency')).toBeNull();
  });

  it('asks everything that belongs to one answer, and nothing of it with another', async () => {
    const page = await openPage(QuestionPage, { referralId: 'r1', path: 'advice' });
    await page.answer('/api/referrals/r1', aReferral());
    expect(page.element.querySelector('#teacherAdvice')).toBeNull();
    await page.press('Yes');
    expect(page.element.querySelector('#teacherConsultedOn-day')).not.toBeNull();
    await page.type('#teacherAdvice', 'Begin with what goes well');
    await page.press('No');
    expect(page.element.querySelector('#teacherAdvice')).toBeNull();
    await page.press('Yes');
    expect(page.find<HTMLTextAreaElement>('#teacherAdvice').value).toBe('Begin with what goes well');
  });

  it('leads from a message about the cycles to a cycle without answers, and from one about an answer to that answer', async () => {
    const page = await cyclesPage();
    await page.type('#cycles-0-strategy', 'Check-in');
    await submit(page);
    await page.answer('/api/referrals/r1/sections/graduatedResponse', {
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
