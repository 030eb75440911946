import { jest } from '@jest/globals';
import type { AnswerChange, Referral } from '@panel/api-client';
import { emptyAnswers, emptyEntry, readAnswers } from '@panel/case-rules';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { aReferral, submit } from '../referral.fixture.js';
import { QuestionPage } from './question-page.js';

// jsdom has no layout and nothing to scroll.
beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-24T10:00:00Z') });
});
afterEach(() => {
  jest.useRealTimers();
});

const referralAddress = '/api/referrals/r1';
const stale = { status: 412, code: 'version_stale', title: 'Somebody else has changed this', detail: 'Load it again.' };
const concerns = { path: 'concerns', byName: 'Jo Fielding', at: '2026-11-24T09:58:00Z' };

/** The needs section as it was saved by somebody. */
function withNeeds(
  answers: object,
  { version, changes = [] }: { readonly version: number; readonly changes?: AnswerChange[] },
): Referral {
  const referral = aReferral();
  const needs = {
    version,
    savedAt: '2026-11-24T09:59:00Z',
    savedByName: 'Ali Brook',
    changes,
    copiedFrom: null,
    answers: readAnswers('needs', { ...emptyAnswers('needs'), strengths: 'Draws', ...answers }),
  };
  return { ...referral, sections: { ...referral.sections, needs } };
}

const withCycles = (cycles: readonly object[], version: number): Referral => {
  const referral = aReferral();
  const graduatedResponse = {
    version,
    savedAt: '2026-11-24T09:59:00Z',
    savedByName: 'Ali Brook',
    changes: [],
    copiedFrom: null,
    answers: readAnswers('graduatedResponse', { cycles }),
  };
  return { ...referral, sections: { ...referral.sections, graduatedResponse } };
};

async function opened(path: string, referral: Referral): Promise<OpenedPage> {
  const page = await openPage(QuestionPage, { referralId: 'r1', path });
  await page.answer(referralAddress, referral);
  return page;
}

const needsPage = (): Promise<OpenedPage> =>
  opened('strengths-and-concerns', withNeeds({ concerns: 'Old' }, { version: 4 }));
const address = '/api/referrals/r1/sections/needs';
const saved = (version: number, section = 'needs') => ({
  referralId: 'r1',
  section,
  version,
  savedAt: '2026-11-24T10:42:00Z',
  savedByName: 'Sam Okoro',
  gaps: [],
});
const pause = async (page: OpenedPage): Promise<void> => {
  await jest.advanceTimersByTimeAsync(2000);
  await page.settle();
};
const textIn = (page: OpenedPage, selector: string): string => page.find<HTMLTextAreaElement>(selector).value;

/** I have typed into the concerns, and the API refuses because of `theirs`. */
async function metBy(theirs: Referral): Promise<OpenedPage> {
  const page = await needsPage();
  await page.type('#concerns', 'Mine');
  await pause(page);
  await page.refuse(address, stale);
  await page.answer(referralAddress, theirs);
  return page;
}

describe('two people writing one section', () => {
  it('puts together what each of them has changed, saves it, and says what came from the other', async () => {
    const page = await metBy(withNeeds({ concerns: 'Old', triggers: 'Noise' }, { version: 9 }));
    expect(textIn(page, '#concerns')).toBe('Mine');
    expect(textIn(page, '#triggers')).toBe('Noise');
    const request = page.request(address);
    expect(request.request.headers.get('If-Match')).toBe('"9"');
    expect(request.request.body).toMatchObject({ concerns: 'Mine', triggers: 'Noise', strengths: 'Draws' });
    request.flush(saved(10));
    await page.settle();
    expect(page.text()).toContain('Ali Brook has changed this section at 09:59. Taken over here: Triggers.');
    expect(page.find('ui-saved-state').textContent).toContain('Saved 10:42');
  });

  it('shows both texts of an answer that both have changed, with who and when, and saves neither over the other', async () => {
    const page = await metBy(withNeeds({ concerns: 'Theirs' }, { version: 9, changes: [concerns] }));
    const choice = page.find('.app-choice').textContent.replace(/\s+/g, ' ');
    expect(choice).toContain('Jo Fielding has changed the same answer as you: What is happening');
    expect(choice).toContain('Jo Fielding at 09:58Theirs');
    expect(choice).toContain('YouMine');
    expect(textIn(page, '#concerns')).toBe('Mine');
    // Nothing is left to save: their text is there, mine is on the page.
    await pause(page);
    await submit(page);
    expect(page.find('.govuk-error-summary').textContent).toContain('Choose whose text to keep: What is happening');
  });

  it('goes on saving all else while a choice is open', async () => {
    const page = await metBy(withNeeds({ concerns: 'Theirs' }, { version: 9 }));
    await page.type('#whatWorks', 'Quiet');
    await pause(page);
    const request = page.request(address);
    expect(request.request.headers.get('If-Match')).toBe('"9"');
    expect(request.request.body).toMatchObject({ concerns: 'Theirs', whatWorks: 'Quiet' });
    request.flush(saved(10));
    await page.settle();
    expect(textIn(page, '#concerns')).toBe('Mine');
  });

  it('keeps my text when I choose it, and what I have typed into it since', async () => {
    const page = await metBy(withNeeds({ concerns: 'Theirs' }, { version: 9 }));
    await page.type('#concerns', 'Mine and theirs');
    await page.press('Keep my text for What is happening');
    const request = page.request(address);
    expect(request.request.body).toMatchObject({ concerns: 'Mine and theirs' });
    expect(request.request.headers.get('If-Match')).toBe('"9"');
    request.flush(saved(10));
    await page.settle();
    expect(page.element.querySelector('.app-choice')).toBeNull();
  });

  it('takes the other text when I choose it', async () => {
    const page = await metBy(withNeeds({ concerns: 'Theirs' }, { version: 9 }));
    await page.press('Take the text of Ali Brook for What is happening');
    expect(textIn(page, '#concerns')).toBe('Theirs');
    expect(page.element.querySelector('.app-choice')).toBeNull();
    await pause(page);
    await submit(page);
    expect(page.element.querySelector('.govuk-error-summary')).toBeNull();
  });

  it('asks nothing when both have typed the same', async () => {
    const page = await metBy(withNeeds({ concerns: 'Mine', triggers: 'Noise' }, { version: 9 }));
    expect(page.element.querySelector('.app-choice')).toBeNull();
    expect(page.find('ui-saved-state').textContent).toContain('Saved 09:59');
  });

  it('keeps a choice open when the other one saves again', async () => {
    const page = await metBy(withNeeds({ concerns: 'Theirs' }, { version: 9 }));
    await page.type('#whatWorks', 'Quiet');
    await pause(page);
    await page.refuse(address, stale);
    await page.answer(referralAddress, withNeeds({ concerns: 'Theirs, again' }, { version: 11, changes: [concerns] }));
    const request = page.request(address);
    expect(request.request.body).toMatchObject({ concerns: 'Theirs, again', whatWorks: 'Quiet' });
    request.flush(saved(12));
    await page.settle();
    expect(textIn(page, '#concerns')).toBe('Mine');
    expect(page.find('.app-choice').textContent).toContain('Theirs, again');
  });

  it('stays once when the page is left with a choice open', async () => {
    const page = await metBy(withNeeds({ concerns: 'Theirs' }, { version: 9 }));
    const { draft } = page.fixture.componentInstance as QuestionPage;
    await expect(draft.leave()).resolves.toBe(false);
    await page.settle();
    expect(page.find('.govuk-error-summary').textContent).toContain('You have not chosen whose text to keep');
    await expect(draft.leave()).resolves.toBe(true);
  });

  it('keeps the cycles that both have added', async () => {
    const [first, second] = ['1', '2'].map((key) => ({ key, strategy: `Cycle ${key}` }));
    const page = await opened('graduated-response', withCycles([first ?? {}, second ?? {}], 4));
    await page.press('Add another cycle');
    await page.type('#cycles-2-strategy', 'My third');
    await pause(page);
    const cycles = '/api/referrals/r1/sections/graduatedResponse';
    await page.refuse(cycles, stale);
    await page.answer(
      referralAddress,
      withCycles([first ?? {}, second ?? {}, { key: 'theirs', strategy: 'Their third' }], 5),
    );
    const request = page.request(cycles);
    expect(request.request.body).toMatchObject({
      cycles: [{ key: '1' }, { key: '2' }, { strategy: 'Their third' }, { strategy: 'My third' }],
    });
    expect(textIn(page, '#cycles-3-strategy')).toBe('My third');
  });

  it('asks what to do with a cycle that the other one has removed', async () => {
    const cycle = emptyEntry('graduatedResponse', 'cycles', '3');
    const three = [{ key: '1' }, { key: '2' }, { ...cycle, strategy: 'Third' }];
    const page = await opened('graduated-response', withCycles(three, 4));
    await page.type('#cycles-2-strategy', 'Third, better');
    await pause(page);
    await page.refuse('/api/referrals/r1/sections/graduatedResponse', stale);
    await page.answer(referralAddress, withCycles(three.slice(0, 2), 5));
    const choice = page.find('.app-choice').textContent.replace(/\s+/g, ' ');
    expect(choice).toContain('Ali Brook has changed the same answer as you: Cycle 3');
    expect(choice).toContain('Removed');
    expect(choice).toContain('Third, better');
    await page.press('Keep my text for Cycle 3');
    expect(page.request('/api/referrals/r1/sections/graduatedResponse').request.body).toMatchObject({
      cycles: [{ key: '1' }, { key: '2' }, { strategy: 'Third, better' }],
    });
  });
});
