import type { CaseTriage, Referral, ReturnItem, TriagedReturnItem } from '@panel/api-client';
import { type OpenedPage, openPage } from '../home/page/page.fixture.js';
import { questionPage } from '../referrals/draft/question-pages.js';
import { aReferral, submit } from '../referrals/referral.fixture.js';
import { TriagePage } from './case/triage-page.js';
import { DeclineNotice } from './decline/decline-notice.js';
import { DeclineReferralPage } from './decline/decline-referral-page.js';
import { ReturnQuestions } from './return/return-questions.js';
import { ReturnReferralPage } from './return/return-referral-page.js';

// jsdom has no layout.
Element.prototype.scrollIntoView = () => undefined;

const submitted = aReferral({ status: 'submitted', availableVerbs: ['accept', 'return', 'decline', 'withdraw'] });

const aTriage = (changes: Partial<CaseTriage> = {}): CaseTriage => ({
  id: 'r1',
  reference: 'EIP-2026-0001',
  version: 3,
  status: 'submitted',
  isUrgent: false,
  nextStep: 'Triage',
  dueOn: '2026-11-16',
  workingDaysLate: 6,
  assignee: null,
  requiredGaps: [
    {
      section: 'voice',
      pointer: '/voice/childsView',
      code: 'childs_view_missing',
      message: 'Enter what the child thinks',
      why: 'It matters.',
    },
  ],
  optionalGaps: [
    { section: 'request', field: 'schoolContribution', text: 'What the school contributes', why: 'It helps.' },
  ],
  returnItems: [],
  changesSinceReturns: [],
  child: null,
  duplicates: [],
  otherCases: [],
  ...changes,
});

const anItem = (changes: Partial<ReturnItem> = {}): ReturnItem => ({
  id: 'i1',
  round: 1,
  section: 'needs',
  field: 'whatWorks',
  question: 'What works at home?',
  askedAt: '2026-11-20T10:00:00Z',
  askedByName: 'Judith Marsh',
  isAnswered: false,
  answer: '',
  answeredAt: null,
  answeredByName: null,
  version: 1,
  ...changes,
});

const triaged = (changes: Partial<TriagedReturnItem> = {}): TriagedReturnItem => ({
  ...anItem(changes),
  changedAnswers: null,
  ...changes,
});

const summary = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('.govuk-error-summary li')].map((item) => item.textContent.trim());

describe('the return of a referral', () => {
  async function returnPage(referral: Referral = submitted): Promise<OpenedPage> {
    const page = await openPage(ReturnReferralPage, { referralId: 'r1' });
    await page.answer('/api/referrals/r1', referral);
    await page.answer('/api/referrals/r1/triage', aTriage());
    return page;
  }

  it('asks for at least one question', async () => {
    const page = await returnPage();
    await submit(page);
    expect(summary(page)).toEqual(['Add at least one question for the school']);
  });

  it('makes a question of what is missing by one press, and sends exactly what stands there', async () => {
    const page = await returnPage();
    await page.press('Ask for this: Views of the child and the family: The child’s view');
    expect(page.find<HTMLTextAreaElement>('#items-0-question').value).toBe('Enter what the child thinks');
    expect(page.text()).not.toContain('Ask for this: Views of the child and the family: The child’s view');
    await page.type('#items-0-question', 'How did you ask the child?');
    await page.press('Add a question');
    await submit(page);
    expect(summary(page)).toEqual([
      'Choose what the question is about',
      'Enter what the school needs to add or change',
    ]);
    await page.press('Remove question 2');
    await submit(page);
    const request = page.request('/api/referrals/r1/return');
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    expect(request.request.body).toEqual({
      reason: '',
      items: [{ section: 'voice', field: 'childsView', question: 'How did you ask the child?' }],
    });
  });
});

describe('the questions of a return, for the school', () => {
  const read = {
    latestRound: 2,
    canAnswer: true,
    items: [
      anItem({ round: 2 }),
      anItem({ id: 'i2', round: 2, section: 'consent', field: '', question: 'Which day?' }),
      anItem({ id: 'i0', round: 1, question: 'Of the time before' }),
    ],
  };

  it('are those of the last return, each with its place, and can be marked as answered with a note', async () => {
    const page = await openPage(ReturnQuestions, { referralId: 'r1' });
    await page.answer('/api/referrals/r1/return-items', read);
    expect(page.text()).toContain('2 questions of the coordinator to answer');
    expect(page.text()).not.toContain('Of the time before');
    expect(page.find('a').getAttribute('href')).toBe('/referrals/r1/strengths-and-concerns?from=check#whatWorks');
    await page.type('#answer-i1', ' At home it is music. ');
    await page.press('Mark as answered: question 1');
    const request = page.request('/api/referrals/r1/return-items/i1/answer');
    expect(request.request.headers.get('If-Match')).toBe('"1"');
    expect(request.request.body).toEqual({ isAnswered: true, answer: 'At home it is music.' });
    request.flush({ ...read, items: [anItem({ round: 2, isAnswered: true, version: 2 }), ...read.items.slice(1)] });
    await page.settle();
    expect(page.text()).toContain('1 question of the coordinator to answer');
    expect(page.text()).toContain('Mark as not answered: question 1');
  });

  it('are on a page of questions those that it asks', async () => {
    const page = await openPage(ReturnQuestions, { referralId: 'r1', page: questionPage('consent') });
    await page.answer('/api/referrals/r1/return-items', read);
    expect(page.text()).toContain('Which day?');
    expect(page.text()).not.toContain('What works at home?');
  });

  it('say so when somebody else has changed one', async () => {
    const page = await openPage(ReturnQuestions, { referralId: 'r1' });
    await page.answer('/api/referrals/r1/return-items', read);
    await page.press('Mark as answered: question 1');
    await page.refuse('/api/referrals/r1/return-items/i1/answer', {
      status: 412,
      code: 'version_stale',
      title: 'Changed',
      detail: 'It was changed after you opened it.',
    });
    await page.answer('/api/referrals/r1/return-items', read);
    expect(page.find('[role=alert]').textContent).toContain('It was changed after you opened it.');
  });
});

describe('declining a referral', () => {
  async function declinePage(): Promise<OpenedPage> {
    const page = await openPage(DeclineReferralPage, { referralId: 'r1' });
    await page.answer('/api/referrals/r1', submitted);
    const resource = { summary: 'Short', needs: [], phases: [], validFrom: '2026-01-01', validTo: null };
    await page.answer('/api/toolkit', {
      items: [
        { ...resource, id: 't1', title: 'One', declineReasons: [], isCurrent: true, isRetired: false },
        { ...resource, id: 't2', title: 'Two', declineReasons: ['outside_remit'], isCurrent: true, isRetired: false },
      ],
    });
    return page;
  }

  it('begins with next steps and resources for the reason, and sends what was made of them', async () => {
    const page = await declinePage();
    await submit(page);
    expect(summary(page)).toEqual([
      'Select why the referral is declined',
      'Explain the decision',
      'Enter what the school can do next',
    ]);
    await page.press('Outside the remit of the panel');
    expect(page.find<HTMLTextAreaElement>('#nextSteps').value).toContain('Contact them directly');
    const labels = [...page.element.querySelectorAll('.govuk-checkboxes__label')].map((label) =>
      label.textContent.trim(),
    );
    expect(labels).toEqual(['Two', 'One']);
    await page.press('Two');
    await page.type('#explanation', 'The therapy service does this.');
    await page.type('#nextSteps', 'Call the therapy service.');
    await page.press('Threshold not met');
    expect(page.find<HTMLTextAreaElement>('#nextSteps').value).toBe('Call the therapy service.');
    await submit(page);
    expect(page.request('/api/referrals/r1/decline').request.body).toEqual({
      reasonCode: 'threshold_not_met',
      explanation: 'The therapy service does this.',
      nextSteps: 'Call the therapy service.',
      resourceIds: ['t2'],
    });
  });

  it('tells the school why, what next, what helps, and that the statutory route is open', async () => {
    const page = await openPage(DeclineNotice, { referralId: 'r1' });
    await page.answer('/api/referrals/r1/decline', {
      notice: {
        reasonCode: 'threshold_not_met',
        reasonLabel: 'Threshold not met',
        explanation: 'One.\nTwo.',
        nextSteps: 'Go on.',
        declinedOn: '2026-11-24',
        declinedByName: 'Judith Marsh',
        resources: [{ id: 't1', title: 'A calm start', summary: 'Ten minutes' }],
        statutoryRoute: 'At any time.',
        reconsideration: 'Ask Judith Marsh.',
      },
    });
    expect(page.find('a').getAttribute('href')).toBe('/toolkit/t1');
    for (const text of ['Threshold not met', '24 November 2026', 'Two.', 'Go on.', 'At any time.', 'Ask Judith']) {
      expect(page.text()).toContain(text);
    }
  });
});

describe('the triage of a case', () => {
  it('shows what is missing, how late it is and what the school said to each question', async () => {
    const page = await openPage(TriagePage, { referralId: 'r1' });
    await page.answer(
      '/api/referrals/r1/triage',
      aTriage({
        returnItems: [
          triaged({ isAnswered: true, answer: 'Music.', answeredByName: 'Jo', answeredAt: '2026-11-21T10:00:00Z' }),
          triaged({ id: 'i2' }),
        ],
      }),
    );
    expect(page.text()).toContain('16 November 2026 (6 working days late)');
    expect(page.text()).toContain('Enter what the child thinks. It matters.');
    expect(page.text()).toContain('What the school contributes. It helps.');
    expect(page.text()).toContain('Return 1, 1 of 2 answered');
    expect(page.text()).toContain('The school says: Music.');
    expect(page.text()).toContain('No other record looks like this child.');
  });

  it('leads to what has changed since each return, and says of each question whether its answers have', async () => {
    const page = await openPage(TriagePage, { referralId: 'r1' });
    await page.answer(
      '/api/referrals/r1/triage',
      aTriage({
        returnItems: [
          triaged({ id: 'i3', round: 2 }),
          triaged({ changedAnswers: 2 }),
          triaged({ id: 'i2', changedAnswers: 0 }),
        ],
        changesSinceReturns: [{ round: 1, before: 1, after: 2, changes: 4 }],
      }),
    );
    const link = page.find('ol').previousElementSibling;
    expect(link?.tagName).toBe('H3');
    expect(page.find('a[href*=differences]').getAttribute('href')).toBe(
      '/referrals/r1/versions/differences?before=1&after=2',
    );
    expect(page.find('a[href*=differences]').textContent).toContain('See the 4 answers that changed since return 1');
    const items = [...page.element.querySelectorAll('app-return-rounds li')].map((item) => item.textContent);
    expect(items.map((text) => /\d+ answers? changed|Answer not changed/.exec(text)?.[0])).toEqual([
      undefined,
      '2 answers changed',
      'Answer not changed',
    ]);
  });

  it('compares with another record, and offers nothing that cannot be done now', async () => {
    const record = {
      upn: 'A1',
      legalForename: 'Robin',
      legalSurname: 'Example',
      preferredName: '',
      bornOn: '2016-03-05',
      sex: 'M',
      referrals: [],
    };
    const page = await openPage(TriagePage, { referralId: 'r1' });
    await page.answer(
      '/api/referrals/r1/triage',
      aTriage({
        status: 'accepted',
        child: { ...record, childId: 'c1' },
        duplicates: [{ ...record, childId: 'c2', upn: 'B2', legalForename: 'Robyn', reason: 'similar_name' }],
      }),
    );
    expect(page.text()).toContain('Similar name, same date of birth');
    expect(page.text()).toContain('Compared with UPN B2');
    expect(page.find('tbody').textContent).toMatch(/A1.*B2/s);
    const links = [...page.element.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).not.toContain('/referrals/r1/accept');
  });
});
