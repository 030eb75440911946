import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import { openPage } from '../../home/page/page.fixture.js';
import { CheckAnswersPage } from '../check/check-answers-page.js';
import { aReferral, submit } from '../referral.fixture.js';
import { ReferralTasksPage } from '../tasks/referral-tasks-page.js';
import { ReopenReferralPage } from '../verbs/reopen-referral-page.js';
import { GiveUpAmendmentPage } from './give-up-amendment-page.js';
import { StartAmendmentPage } from './start-amendment-page.js';

const submitted = aReferral({ status: 'submitted', availableVerbs: ['withdraw', 'amend'] });
const amendment = {
  reason: 'The date was wrong.',
  startedByName: 'Jo Fielding',
  startedAt: '2026-11-24T09:30:00Z',
  isOwn: true,
};
const amended = { ...submitted, isEditable: true, amendment };

describe('an amendment', () => {
  it('begins with a reason, and goes on at the task list', async () => {
    const page = await openPage(StartAmendmentPage, { referralId: 'r1' });
    await page.answer('/api/referrals/r1', submitted);
    await submit(page);
    expect(page.find('.govuk-error-summary').textContent).toContain('Enter why the referral is amended');
    await page.type('#reason', 'The date was wrong.');
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await submit(page);
    const request = page.request('/api/referrals/r1/amendment');
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    expect(request.request.body).toEqual({ reason: 'The date was wrong.' });
    request.flush(amended);
    await page.settle();
    expect(navigate).toHaveBeenCalledWith('/referrals/r1/tasks');
  });

  it('is written on the task list of the referral, without the family’s agreement', async () => {
    const page = await openPage(ReferralTasksPage, { referralId: 'r1' });
    await page.answer('/api/referrals/r1', amended);
    await page.answer('/api/referrals/r1/documents', { items: [] });
    expect(page.find('h1').textContent.trim()).toBe('Amend the referral');
    const tasks = [...page.element.querySelectorAll('.govuk-task-list a')].map((link) => link.textContent.trim());
    expect(tasks).not.toContain('Consent');
    expect(tasks.at(-1)).toBe('Check answers and send the amendment');
    expect(page.text()).toContain('Why it is amended: The date was wrong.');
  });

  it('is sent from the answers that are checked, and then shows the versions', async () => {
    const page = await openPage(CheckAnswersPage, { referralId: 'r1' });
    await page.answer('/api/referrals/r1', amended);
    expect(page.find('h1').textContent).toContain('before you send the amendment');
    const changes = [...page.element.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
    expect(changes.some((link) => link.includes('/consent'))).toBe(false);
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await submit(page);
    page.request('/api/referrals/r1/amend').flush(submitted);
    await page.settle();
    expect(navigate).toHaveBeenCalledWith('/referrals/r1/versions', {
      state: { done: 'Amendment sent' },
      replaceUrl: true,
    });
  });

  it('says why it cannot be sent', async () => {
    const page = await openPage(CheckAnswersPage, { referralId: 'r1' });
    await page.answer('/api/referrals/r1', amended);
    await submit(page);
    const detail = 'Change an answer before you send the amendment';
    await page.refuse('/api/referrals/r1/amend', {
      status: 409,
      code: 'referral_move_refused',
      title: 'This cannot be done now',
      detail,
    });
    expect(page.find('.govuk-error-summary').textContent).toContain(detail);
  });

  it('can be given up', async () => {
    const page = await openPage(GiveUpAmendmentPage, { referralId: 'r1' });
    await page.answer('/api/referrals/r1', amended);
    await submit(page);
    expect(page.request('/api/referrals/r1/amendment/give-up').request.headers.get('If-Match')).toBe('"3"');
  });
});

describe('reopening', () => {
  it('says what happens next, asks why, and shows the case', async () => {
    const page = await openPage(ReopenReferralPage, { referralId: 'r1' });
    await page.answer('/api/referrals/r1', aReferral({ status: 'withdrawn', availableVerbs: ['reopen'] }));
    expect(page.text()).toContain('The school checks the answers and submits it again.');
    await page.type('#reason', 'The family is back.');
    await submit(page);
    expect(page.request('/api/referrals/r1/reopen').request.body).toEqual({ reason: 'The family is back.' });
  });

  it('puts what was declined back into the queue', async () => {
    const page = await openPage(ReopenReferralPage, { referralId: 'r1' });
    await page.answer('/api/referrals/r1', aReferral({ status: 'declined', availableVerbs: ['reopen'] }));
    expect(page.text()).toContain('It goes back into your queue');
  });
});
