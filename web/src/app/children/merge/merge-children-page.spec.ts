import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { MergeChildrenPage } from './merge-children-page.js';

const facts = {
  upn: 'A857000000001',
  legalForename: 'Robin',
  legalSurname: 'Ashdown',
  preferredName: '',
  bornOn: '2016-03-05',
  sex: 'M',
  ncYear: null,
};
const nothing = { documents: 0, siblings: 0, moves: 0, accessRequests: 0, legalHolds: 1 };

function previewOf(obstacles: readonly string[] = []): object {
  const referral = { reference: 'EIP-2026-0001', schoolName: 'Alder School', status: 'closed', isOpen: false };
  return {
    kept: { id: 'k', version: 3, facts, referrals: [referral], ...nothing },
    merged: {
      id: 'm',
      version: 1,
      facts: { ...facts, upn: 'B85700000000B', legalForename: 'Robyn' },
      referrals: [],
      ...nothing,
    },
    obstacles,
  };
}

async function mergePage(preview = previewOf()): Promise<OpenedPage> {
  const page = await openPage(MergeChildrenPage, { childId: 'k', otherId: 'm' });
  await page.answer('/api/child-merges/preview', preview);
  return page;
}

describe('the merge of two records', () => {
  it('shows both side by side and asks only about what differs', async () => {
    const page = await mergePage();
    expect(page.text()).toContain('EIP-2026-0001, Alder School: Closed');
    const questions = [...page.element.querySelectorAll('legend')].map((legend) => legend.textContent.trim());
    expect(questions).toEqual(['UPN', 'Legal first name']);
  });

  it('sends what was picked, with both versions, and goes to what came of it', async () => {
    const page = await mergePage();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await page.press('Robyn');
    await page.press('Merge the records');
    expect(page.find('.govuk-error-summary').textContent).toContain('Enter how you know that they are one child');
    await page.type('#reason', 'The school says so');
    page.find('form').dispatchEvent(new Event('submit', { cancelable: true }));
    await page.settle();
    const request = page.request('/api/child-merges');
    expect(request.request.body).toMatchObject({
      keptChildId: 'k',
      mergedChildId: 'm',
      keptVersion: 3,
      mergedVersion: 1,
      picks: { upn: 'kept', legalForename: 'merged' },
      reason: 'The school says so',
    });
    request.flush({ id: 'x' });
    await page.settle();
    expect(navigate).toHaveBeenCalledWith('/children/merges/x', { info: 'Records merged' });
  });

  it('says what to do first where they cannot be merged, and offers no button', async () => {
    const page = await mergePage(previewOf(['Each record has an open referral. Withdraw one of them first.']));
    expect(page.text()).toContain('Withdraw one of them first');
    expect(page.element.querySelector('form')).toBeNull();
  });
});
