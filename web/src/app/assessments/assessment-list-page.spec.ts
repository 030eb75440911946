import { signal } from '@angular/core';
import { openPage } from '../home/page/page.fixture.js';
import { CaseFile } from '../referrals/case/case-file.js';
import { aReferral, sessionWith } from '../referrals/referral.fixture.js';
import { CurrentSession } from '../session/current-session.js';
import { anAssessment } from './assessment.fixture.js';
import { AssessmentListPage } from './assessment-list-page.js';

const first = anAssessment();

const file = {
  referralId: signal('r1'),
  referral: { hasValue: () => true, value: signal(aReferral({ status: 'assessed', availableVerbs: ['assess'] })) },
};

const openList = (...permissions: readonly string[]) =>
  openPage(AssessmentListPage, {}, [
    { provide: CaseFile, useValue: file },
    { provide: CurrentSession, useValue: sessionWith(...permissions) },
  ]);

describe('the assessments of a case', () => {
  it('show how the annual value comes about: gross, the school’s part, net and the rate card', async () => {
    const page = await openList();
    await page.answer('/api/referrals/r1/assessments', { items: [first] });
    expect(page.text()).toContain('£13,906.10');
    expect(page.text()).toContain('£6,000.00');
    expect(page.text()).toContain('Annual value £7,906.10');
    expect(page.text()).toContain('Rates 2021');
  });

  it('stand newest first', async () => {
    const page = await openList();
    const second = { ...first, id: 'a2', number: 2, assessedOn: '2026-11-24' };
    await page.answer('/api/referrals/r1/assessments', { items: [second, first] });
    const headings = [...page.element.querySelectorAll('h2')]
      .map((heading) => heading.textContent.trim())
      .filter((heading) => heading.startsWith('Assessment'));
    expect(headings).toEqual(['Assessment 2, 24 November 2026', 'Assessment 1, 20 November 2026']);
  });

  it('are added to only by who may', async () => {
    const reader = await openList('assessment:read');
    await reader.answer('/api/referrals/r1/assessments', { items: [] });
    expect(reader.text()).toContain('The risk has not been assessed yet');
    expect(reader.element.querySelector('a[href$="/assessments/new"]')).toBeNull();
  });

  it('can be added to by a coordinator at this stage of the case', async () => {
    const page = await openList('assessment:read', 'assessment:create');
    await page.answer('/api/referrals/r1/assessments', { items: [first] });
    expect(page.element.querySelector('a[href="/referrals/r1/assessments/new"]')).not.toBeNull();
  });
});
