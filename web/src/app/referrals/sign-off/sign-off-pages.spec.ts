import type { Referral, ReferralSignOffs, SignOff } from '@panel/api-client';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { CurrentSession } from '../../session/current-session.js';
import { CheckAnswersPage } from '../check/check-answers-page.js';
import { aGap, aReferral, sessionWith } from '../referral.fixture.js';
import { SignOffPage } from './sign-off-page.js';

const statement = 'I have read this referral.';
const asked: SignOff = {
  id: 'o1',
  version: 4,
  way: 'link',
  status: 'asked',
  headName: 'Amal Head',
  headEmail: 'head@school.example',
  askedByName: 'Jo Fielding',
  askedAt: '2026-11-24T09:30:00Z',
  expiresAt: '2026-12-08T09:30:00Z',
  signedName: null,
  signedRole: null,
  statement: null,
  comment: null,
  decidedAt: null,
  remindedAt: null,
};

async function signOffPage(changes: Partial<ReferralSignOffs> = {}): Promise<OpenedPage> {
  const page = await openPage(SignOffPage, { referralId: 'r1' }, [
    { provide: CurrentSession, useValue: { ...sessionWith('sign_off:sign'), session: () => null } },
  ]);
  page.request('/api/referrals/r1').flush(aReferral());
  await page.answer('/api/referrals/r1/sign-offs', {
    ...{ referralId: 'r1', state: 'none', canAsk: true, statement, items: [] },
    ...changes,
  });
  return page;
}

const send = async (page: OpenedPage, button: string): Promise<void> => {
  const pressed = [...page.element.querySelectorAll('button')].find((each) => each.textContent.trim() === button);
  pressed?.form?.dispatchEvent(new Event('submit', { cancelable: true }));
  await page.settle();
};

describe('the page of the sign-off', () => {
  it('asks the head teacher by name and address, once for a double click', async () => {
    const page = await signOffPage();
    await send(page, 'Send the link');
    expect(page.find('.govuk-error-summary').textContent).toContain('Enter the name of the head teacher');
    await page.type('#headName', 'Amal Head');
    await page.type('#headEmail', 'head@school.example');
    await send(page, 'Send the link');
    await send(page, 'Send the link');
    const request = page.request('/api/referrals/r1/sign-offs');
    expect(request.request.body).toEqual({ headName: 'Amal Head', headEmail: 'head@school.example' });
    expect(request.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('knows whom to ask again, and shows what was sent back', async () => {
    const comment = 'Add the spring term.';
    const items = [{ ...asked, status: 'sent_back' as const, comment, decidedAt: '2026-11-24T10:00:00Z' }];
    const page = await signOffPage({ state: 'sent_back', items });
    expect(page.find<HTMLInputElement>('#headEmail').value).toBe('head@school.example');
    expect(page.text()).toContain('Amal Head sent the referral back');
    expect(page.text()).toContain(comment);
  });

  it('revokes the request that waits, in the version that was seen', async () => {
    const page = await signOffPage({ state: 'asked', items: [asked] });
    await send(page, 'Revoke the request');
    expect(page.request('/api/referrals/r1/sign-offs/revoke').request.headers.get('If-Match')).toBe('"4"');
  });

  it('lets somebody sign who is the head teacher, with their role and the statement', async () => {
    const page = await signOffPage();
    expect(page.text()).toContain(statement);
    await send(page, 'Sign off the referral');
    const errors = page.find('.govuk-error-summary').textContent;
    expect(errors).toContain('Enter your role');
    expect(errors).toContain('Confirm the statement');
    await page.type('#role', 'Head teacher');
    await page.press('I make this statement');
    await send(page, 'Sign off the referral');
    const { request } = page.request('/api/referrals/r1/sign-offs/sign');
    expect(request.body).toEqual({ role: 'Head teacher', hasConfirmed: true });
    expect(request.headers.get('If-Match')).toBe('"3"');
  });

  it('goes on to the submission when it is signed', async () => {
    const page = await signOffPage({ state: 'signed', canAsk: false });
    expect(page.element.querySelector('form')).toBeNull();
    expect(page.text()).toContain('Continue to submit the referral');
  });
});

describe('the check of the answers', () => {
  async function checkPage(referral: Referral): Promise<OpenedPage> {
    const page = await openPage(CheckAnswersPage, { referralId: 'r1' });
    await page.answer('/api/referrals/r1', referral);
    return page;
  }
  const unsigned = { state: 'none' as const, name: null, role: null, at: null, comment: null };

  it('leads to the sign-off before anything can be submitted', async () => {
    const page = await checkPage(aReferral({ signOff: unsigned, gaps: [aGap('/signOff', 'Get the sign-off')] }));
    expect(page.find('a[role=button]').getAttribute('href')).toBe('/referrals/r1/sign-off');
    expect(page.text()).not.toContain('Submit the referral');
    expect(page.element.querySelector('.govuk-error-summary')).toBeNull();
  });

  it('says that a sign-off no longer holds, and why', async () => {
    const signOff = { ...unsigned, state: 'signed_outdated' as const, name: 'Amal Head', at: '2026-11-24T10:00:00Z' };
    const page = await checkPage(aReferral({ signOff, gaps: [aGap('/signOff', 'Get a new sign-off')] }));
    expect(page.text()).toContain('an answer has changed since. The sign-off no longer holds');
  });

  it('shows who has signed, and submits', async () => {
    const page = await checkPage(aReferral());
    expect(page.text()).toContain('Amal Head signed off these answers');
    expect(page.text()).toContain('Submit the referral');
  });
});
