import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import type { Referral } from '@panel/api-client';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { aGap, aReferral, withPupil, submit } from '../referral.fixture.js';
import { CheckAnswersPage } from './check-answers-page.js';

const draft = withPupil(aReferral(), { version: 2, name: 'Robin', upn: 'R857000024001' });
const missing = aGap('/consent/agreedByName', 'Enter who agreed to the referral');

async function checkPage(referral: Referral): Promise<OpenedPage> {
  const page = await openPage(CheckAnswersPage, { referralId: 'r1' });
  await page.answer('/api/referrals/r1', referral);
  return page;
}

describe('the page to check the answers', () => {
  it('shows each answer with a way to its question', async () => {
    const page = await checkPage(draft);
    expect(page.text()).toContain('Legal first name Robin');
    expect(page.text()).toContain('Preferred first name Not provided');
    const change = [...page.element.querySelectorAll('a')].find((link) => link.textContent.includes('date of birth'));
    expect(change?.getAttribute('href')).toBe('/referrals/r1/pupil?from=check#bornOn');
  });

  it('leads from what is missing to its question on its page', async () => {
    const page = await checkPage({
      ...draft,
      gaps: [
        missing,
        aGap('/graduatedResponse/cycles/1/endedOn', 'Enter when cycle 2 ended'),
        aGap('/graduatedResponse/teacherAdvice', 'Enter what the specialist teacher advised'),
        aGap('/needs/concerns', 'Enter what you are worried about'),
      ],
    });
    const links = [...page.element.querySelectorAll('.govuk-error-summary a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual([
      '/referrals/r1/consent?from=check#agreedByName',
      '/referrals/r1/graduated-response?from=check#cycles-1-endedOn',
      '/referrals/r1/advice?from=check#teacherAdvice',
      '/referrals/r1/strengths-and-concerns?from=check#concerns',
    ]);
  });

  it('submits nothing while something is missing, and moves the focus to what is', async () => {
    const page = await checkPage({ ...draft, gaps: [missing] });
    await submit(page);
    expect(document.activeElement?.className).toContain('govuk-error-summary');
  });

  it('submits the version that was checked, and confirms it', async () => {
    const page = await checkPage(draft);
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await submit(page);
    const request = page.request('/api/referrals/r1/submit');
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    request.flush(aReferral({ status: 'submitted' }));
    await page.settle();
    expect(navigate).toHaveBeenCalledWith('/referrals/r1/submitted', { replaceUrl: true });
  });

  it('reads the referral again when somebody has changed it meanwhile', async () => {
    const page = await checkPage(draft);
    await submit(page);
    await page.refuse('/api/referrals/r1/submit', { status: 412, code: 'version_stale', title: 'Changed', detail: '' });
    await page.answer('/api/referrals/r1', { ...draft, version: 4 });
    expect(page.text()).toContain('Somebody has changed this referral since you opened it');
    await submit(page);
    expect(page.request('/api/referrals/r1/submit').request.headers.get('If-Match')).toBe('"4"');
  });

  it('names whom to ask when another school has referred the child', async () => {
    const page = await checkPage(draft);
    await submit(page);
    await page.refuse('/api/referrals/r1/submit', {
      status: 409,
      code: 'open_referral_exists_elsewhere',
      title: 'This child already has an open referral',
      detail: 'Another school has an open referral for this UPN.',
    });
    const open = { isOwn: false, id: null, reference: null, coordinatorName: 'Kim Coordinator' };
    await page.answer('/api/referrals/known-child', { earlier: null, open });
    expect(page.find('.govuk-warning-text').textContent).toContain('Ask Kim Coordinator');
    expect(page.element.querySelector('.govuk-warning-text a')).toBeNull();
    // What was refused is not said any longer once it is tried again.
    await submit(page);
    expect(page.element.querySelector('.govuk-warning-text')).toBeNull();
  });

  it('says that the child already has an open referral', async () => {
    const page = await checkPage(draft);
    await submit(page);
    const detail = 'The school’s referral EIP-2026-0007 for this UPN is still open. Go on with that one.';
    await page.refuse('/api/referrals/r1/submit', {
      status: 409,
      code: 'open_referral_exists',
      title: 'This child already has an open referral',
      detail,
    });
    expect(page.find('.govuk-error-summary').textContent).toContain(detail);
    const request = page.request('/api/referrals/known-child');
    expect(request.request.body).toEqual({ schoolId: 's1', upn: 'R857000024001' });
    request.flush({
      earlier: null,
      open: { isOwn: true, id: 'r7', reference: 'EIP-2026-0007', coordinatorName: null },
    });
    await page.settle();
    expect(page.find('.govuk-warning-text a').getAttribute('href')).toBe('/referrals/r7');
  });
});
