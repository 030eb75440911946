import { TestBed } from '@angular/core/testing';
import { ActivatedRoute, convertToParamMap, Router } from '@angular/router';
import { jest } from '@jest/globals';
import type { Referral, ReferralVersionItem } from '@panel/api-client';
import { of } from 'rxjs';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { CaseFile } from '../case/case-file.js';
import { aReferral, submit } from '../referral.fixture.js';
import { CompareVersionsPage } from './compare-versions-page.js';
import { VersionsPage } from './versions-page.js';

const providers = [
  CaseFile,
  { provide: ActivatedRoute, useValue: { paramMap: of(convertToParamMap({ referralId: 'r1' })) } },
];
const submitted = aReferral({ status: 'submitted', submittedOn: '2026-11-20' });

function item(number: number, changes: Partial<ReferralVersionItem> = {}): ReferralVersionItem {
  return {
    number,
    kind: number === 1 ? 'submission' : 'amendment',
    reason: number === 1 ? null : 'The date was wrong.',
    madeByName: 'Jo Fielding',
    madeAt: '2026-11-24T09:30:00Z',
    changes: number === 1 ? null : 2,
    signedName: null,
    signedRole: null,
    signedAt: null,
    ...changes,
  };
}

async function versionsPage(
  items: readonly ReferralVersionItem[],
  referral: Referral = submitted,
): Promise<OpenedPage> {
  const page = await openPage(VersionsPage, {}, providers);
  await page.answer('/api/referrals/r1', referral);
  await page.answer('/api/referrals/r1/versions', { referralId: 'r1', items });
  return page;
}

describe('the versions of a referral', () => {
  it('are listed with who, when and why, and lead to what was different', async () => {
    const page = await versionsPage([item(2), item(1)]);
    expect(page.text()).toContain('Version 2: amended');
    expect(page.text()).toContain('by Jo Fielding');
    expect(page.text()).toContain('Why The date was wrong.');
    expect(page.text()).toContain('2 answers are different');
    const links = [...page.element.querySelectorAll('.govuk-summary-card a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/referrals/r1/versions/differences?before=1&after=2']);
    const copies = [...page.element.querySelectorAll('a[download]')].map((link) => link.getAttribute('href'));
    expect(copies).toEqual(['/api/referrals/r1/copy?number=2', '/api/referrals/r1/copy?number=1']);
  });

  it('say why there are none, for a draft and for what was sent long ago', async () => {
    expect((await versionsPage([], aReferral())).text()).toContain('Nothing has been submitted yet.');
    TestBed.resetTestingModule();
    expect((await versionsPage([])).text()).toContain('submitted before versions were kept');
  });

  it('tell of an amendment that is being written, and lead only its writers on', async () => {
    const amendment = { reason: 'x', startedByName: 'Jo Fielding', startedAt: '2026-11-24T09:30:00Z', isOwn: false };
    const others = await versionsPage([item(1)], { ...submitted, amendment });
    expect(others.text()).toContain('Jo Fielding is amending this referral');
    expect(others.text()).not.toContain('Go on with the amendment');
    TestBed.resetTestingModule();
    const own = await versionsPage([item(1)], { ...submitted, amendment: { ...amendment, isOwn: true } });
    expect(own.text()).toContain('Go on with the amendment');
  });
});

describe('what is different between two versions', () => {
  const version = (number: number) => ({ ...item(number), sections: submitted.sections });
  const difference = {
    ...{ section: 'needs', pointer: '/needs/diagnosis', before: '', after: 'None' },
    ...{ changedByName: 'Ben Lee', changedAt: '2026-11-24T09:10:00Z' },
  };

  async function comparePage(count = 3): Promise<OpenedPage> {
    const page = await openPage(CompareVersionsPage, { before: '1', after: '2' }, providers);
    page.request('/api/referrals/r1').flush(submitted);
    const items = Array.from({ length: count }, (_, index) => item(count - index));
    page.request('/api/referrals/r1/versions').flush({ referralId: 'r1', items });
    await page.answer('/api/referrals/r1/versions/differences?before=1&after=2', {
      before: version(1),
      after: version(2),
      differences: [difference],
    });
    return page;
  }

  it('is a table of questions with the old and the new answer', async () => {
    const page = await comparePage();
    expect(page.find('caption').textContent).toContain('1 answer is different');
    const cells = [...page.element.querySelectorAll('tbody tr > *')].map((cell) =>
      cell.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(cells).toEqual(['Needs Diagnosis', 'Not answered', 'None', 'Ben Lee24 November 2026 at 09:10']);
    expect(page.text()).toContain('Why: The date was wrong.');
  });

  it('can be asked of any two versions, the older first', async () => {
    const page = await comparePage();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const choose = (selector: string, index: number): void => {
      const box = page.find<HTMLSelectElement>(selector);
      box.selectedIndex = index;
      box.dispatchEvent(new Event('change'));
    };
    choose('#before', 0);
    choose('#after', 2);
    await submit(page);
    expect(navigate).toHaveBeenCalledWith(['/referrals/r1', 'versions', 'differences'], {
      queryParams: { before: '1', after: '3' },
    });
  });

  it('offers no choice where there are only two versions', async () => {
    expect((await comparePage(2)).element.querySelector('form')).toBeNull();
  });
});
