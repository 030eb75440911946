import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import { currentCriteria } from '@panel/risk';
import { type OpenedPage, openPage } from '../home/page/page.fixture.js';
import { submit } from '../referrals/referral.fixture.js';
import { aDraft, anAssessment, completeAnswers } from './assessment.fixture.js';
import { emptyAssessment } from './assessment-form.js';
import { CheckAssessmentPage } from './check-assessment-page.js';
import { EvidencePage } from './evidence-page.js';
import { JudgementPage } from './judgement-page.js';

const draftAddress = '/api/referrals/r1/assessment-draft';
const { criteria } = currentCriteria();
const summary = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('.govuk-error-summary li')].map((item) => item.textContent.trim());
const choose = (page: OpenedPage, name: string, value: string): Promise<void> => {
  page.find<HTMLInputElement>(`input[name=${name}][value="${value}"]`).click();
  return page.settle();
};

describe('the evidence of an assessment', () => {
  it('is asked by every published criterion, with the words of each strength', async () => {
    const page = await openPage(EvidencePage, { referralId: 'r1' });
    await page.answer(draftAddress, aDraft(emptyAssessment(), { version: 0, savedAt: null }));
    expect(page.element.querySelectorAll('fieldset')).toHaveLength(criteria.length);
    for (const { title, anchors } of criteria) {
      expect(page.text()).toContain(title);
      expect(page.text()).toContain(anchors.strong);
    }
    await submit(page);
    expect(summary(page)).toHaveLength(criteria.length);
  });

  it('is saved as it is chosen, in the version that was read, and kept when the draft is opened again', async () => {
    const page = await openPage(EvidencePage, { referralId: 'r1' });
    const begun = { ...emptyAssessment() };
    await page.answer(draftAddress, aDraft(begun));
    await choose(page, 'evidence-0-strength', 'strong');
    await submit(page);
    const request = page.request(draftAddress);
    expect(request.request.method).toBe('PUT');
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    expect(request.request.body.evidence[0]).toMatchObject({ criterion: criteria[0]?.code, strength: 'strong' });
  });

  it('is moved to the criteria in force where a draft was begun by older ones', async () => {
    const page = await openPage(EvidencePage, { referralId: 'r1' });
    const old = {
      ...emptyAssessment(),
      criteriaVersion: '1999-1',
      evidence: [
        { criterion: 'attendance', strength: 'strong' },
        { criterion: 'charm', strength: 'some' },
      ],
    };
    await page.answer(draftAddress, aDraft(old));
    const index = criteria.findIndex(({ code }) => code === 'attendance');
    expect(page.find<HTMLInputElement>(`input[name=evidence-${index}-strength][value=strong]`).checked).toBe(true);
    expect(page.element.querySelectorAll('fieldset')).toHaveLength(criteria.length);
  });
});

describe('the judgement of an assessment', () => {
  async function judgementPage(changes: Parameters<typeof completeAnswers>[0] = {}): Promise<OpenedPage> {
    const page = await openPage(JudgementPage, { referralId: 'r1' });
    await page.answer(draftAddress, aDraft(completeAnswers(changes)));
    return page;
  }

  it('names every question that is not answered, in the order of the page', async () => {
    const page = await openPage(JudgementPage, { referralId: 'r1' });
    await page.answer(draftAddress, aDraft(emptyAssessment()));
    await submit(page);
    expect(summary(page)).toEqual([
      'Select low, medium or high risk',
      'Enter the probability in percent',
      'Select yes if a plan would be likely to follow a request',
      'Enter the hours a week, or 0 for none',
      'Select how sure you are of the judgement',
      'Enter the reasons for your judgement',
    ]);
    expect(page.text()).not.toContain('£');
  });

  it('goes on to the check when nothing is wrong', async () => {
    const page = await judgementPage();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await submit(page);
    expect(navigate).toHaveBeenCalledWith('/referrals/r1/assessments/new/check');
  });

  it('refuses more hours than a week has', async () => {
    const page = await judgementPage({ hours: 'other', weeklyHours: '41' });
    await submit(page);
    expect(summary(page)).toEqual([
      'Hours a week must be a number between 0 and 40 with no more than 2 decimal places, like 32.5',
    ]);
  });

  it('refuses a probability that does not go with the level of risk', async () => {
    const page = await judgementPage({ riskLevel: 'low' });
    await submit(page);
    expect(summary(page)).toEqual(['Probability must be between 0 and 34 for low risk, or change the level of risk']);
  });

  it('wants more reasons for a high risk that no strong evidence speaks for', async () => {
    const evidence = criteria.map(({ code }) => ({ criterion: code, strength: 'some' }));
    const page = await judgementPage({ evidence });
    await submit(page);
    expect(summary(page)).toEqual([
      'Explain in 60 characters or more why the risk is high although no evidence is strong',
    ]);
  });

  it('keeps what was typed when a colleague has changed the draft, and lets the person choose', async () => {
    const page = await judgementPage();
    await choose(page, 'confidence', 'low');
    await submit(page);
    await page.refuse(draftAddress, { status: 412, code: 'version_stale', title: 'Changed', detail: 'Load it again.' });
    const theirs = aDraft(completeAnswers({ confidence: 'high' }), { version: 4, savedByName: 'Jo Fielding' });
    await page.answer(draftAddress, theirs);
    expect(page.text()).toContain('Jo Fielding has changed this assessment');
    expect(page.find<HTMLInputElement>('input[name=confidence][value=low]').checked).toBe(true);
    await page.press('Load their answers instead of mine');
    expect(page.find<HTMLInputElement>('input[name=confidence][value=high]').checked).toBe(true);
  });
});

describe('the check of an assessment', () => {
  async function checkPage(draft = aDraft(completeAnswers()), earlier = [anAssessment()]): Promise<OpenedPage> {
    const page = await openPage(CheckAssessmentPage, { referralId: 'r1' });
    await page.answer(draftAddress, draft);
    await page.answer('/api/referrals/r1/assessments', { items: earlier });
    return page;
  }

  it('shows the working line by line, and each answer with a way to change it', async () => {
    const page = await checkPage();
    expect(page.text()).toContain('32.5 hours × £11.26 × 38 weeks');
    expect(page.text()).toContain('−£6,000.00');
    expect(page.text()).toContain('£7,906.10');
    expect(page.text()).toContain('never a saving');
    expect(page.element.querySelector('a[href="/referrals/r1/assessments/new#evidence-0-strength"]')).not.toBeNull();
    expect(page.element.querySelector('a[href="/referrals/r1/assessments/new/judgement#hours"]')).not.toBeNull();
  });

  it('stands beside the assessment before it', async () => {
    const page = await checkPage(aDraft(completeAnswers({ confidence: 'high' })));
    expect(page.text()).toContain('What changed since assessment 1 of 20 November 2026');
    expect(page.text()).toMatch(/Confidence Medium High/);
  });

  it('stands alone when it is the first', async () => {
    expect((await checkPage(undefined, [])).text()).not.toContain('What changed');
  });

  it('sends the judgement, the evidence and no money, with the version that was checked', async () => {
    const page = await checkPage();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await submit(page);
    const request = page.request('/api/referrals/r1/assessments');
    expect(request.request.body).toEqual({
      criteriaVersion: currentCriteria().version,
      evidence: criteria.map(({ code }) => ({ criterion: code, strength: 'strong' })),
      riskLevel: 'high',
      probabilityPercent: 75,
      isPlanLikely: true,
      weeklyHours: 32.5,
      confidence: 'medium',
      rationale: 'Two suspensions this term and a reduced timetable.',
      draftVersion: 3,
    });
    request.flush(anAssessment({ number: 2 }));
    await page.settle();
    expect(navigate).toHaveBeenCalledWith('/referrals/r1/assessments', {
      state: { done: 'Assessment saved. The annual value is £7,906.10' },
    });
  });

  it('says what is missing, with the way there, and sends nothing', async () => {
    const page = await checkPage(aDraft(completeAnswers({ confidence: '' })));
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    expect(page.text()).toContain('Select how sure you are of the judgement');
    await submit(page);
    expect(navigate).toHaveBeenCalledWith('/referrals/r1/assessments/new/judgement#confidence');
  });

  it('says so when no rate card is in force', async () => {
    const page = await checkPage(aDraft(completeAnswers(), { working: null, rateCardName: null }));
    expect(page.text()).toContain('No rate card is in force today');
  });
});
