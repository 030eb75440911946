import { ActivatedRoute } from '@angular/router';
import { type OpenedPage, openPage } from '../home/page/page.fixture.js';
import { aReferral, submit } from '../referrals/referral.fixture.js';
import { SignOffLinkPage } from './sign-off-link-page.js';

const opened = {
  reference: 'EIP-2026-0001',
  schoolName: 'Larkfield Primary School',
  councilName: 'Larkshire County Council',
  askedByName: 'Jo Fielding',
  headName: 'Amal Head',
  maskedEmail: 'h•••@school.example',
  expiresAt: '2026-12-08T09:30:00Z',
};
const copy = {
  ...opened,
  askedAt: '2026-11-24T09:30:00Z',
  statement: 'I have read this referral.',
  isOutdated: false,
  sections: aReferral().sections,
};
const proof = { token: 'a-token', key: 'a-key' };

async function linkPage(): Promise<OpenedPage> {
  return openPage(SignOffLinkPage, {}, [{ provide: ActivatedRoute, useValue: { snapshot: { fragment: 'a-token' } } }]);
}

async function copyPage(changes: object = {}): Promise<OpenedPage> {
  const page = await linkPage();
  await page.answer('/api/sign-off-links/open', opened);
  await submit(page);
  await page.answer('/api/sign-off-links/send-code', {});
  await page.type('#code', '123456');
  await submit(page);
  await page.answer('/api/sign-off-links/confirm-code', { key: 'a-key', expiresAt: '2026-11-24T10:30:00Z' });
  await page.answer('/api/sign-off-links/read', { ...copy, ...changes });
  return page;
}

describe('the page that a head teacher comes to', () => {
  it('says what it is about without a child, and sends the code on request alone', async () => {
    const page = await linkPage();
    const request = page.request('/api/sign-off-links/open');
    expect(request.request.body).toEqual({ token: 'a-token' });
    request.flush(opened);
    await page.settle();
    expect(page.text()).toContain('Jo Fielding asks you, as head teacher of Larkfield Primary School');
    expect(page.text()).toContain('Code goes to h•••@school.example');
    await submit(page);
    expect(page.request('/api/sign-off-links/send-code').request.body).toEqual({ token: 'a-token' });
  });

  it('says that a code is wrong, and offers another', async () => {
    const page = await linkPage();
    await page.answer('/api/sign-off-links/open', opened);
    await submit(page);
    await page.answer('/api/sign-off-links/send-code', {});
    await submit(page);
    expect(page.find('.govuk-error-summary').textContent).toContain('Enter the code from the email');
    await page.type('#code', '000000');
    await submit(page);
    await page.refuse('/api/sign-off-links/confirm-code', {
      status: 422,
      code: 'x',
      title: 'No',
      detail: 'Wrong code',
    });
    expect(page.find('.govuk-error-summary').textContent).toContain('Wrong code');
    await page.press('Send me a new code');
    page.request('/api/sign-off-links/send-code');
  });

  it('shows the copy, and signs it with a name, a role and the statement', async () => {
    const page = await copyPage();
    expect(page.find('h1').textContent).toContain('Read the referral and sign it off');
    await submit(page);
    expect(page.find('.govuk-error-summary').textContent).toContain('Select your answer');
    await page.press('I sign off the referral');
    await submit(page);
    expect(
      [...page.element.querySelectorAll('.govuk-error-summary li')].map((each) => each.textContent.trim()),
    ).toEqual(['Enter your name', 'Enter your role', 'Confirm the statement to sign off the referral']);
    await page.type('#name', 'Amal Head');
    await page.type('#role', 'Head teacher');
    await page.press('I make this statement');
    await submit(page);
    const request = page.request('/api/sign-off-links/sign');
    expect(request.request.body).toEqual({ ...proof, name: 'Amal Head', role: 'Head teacher', hasConfirmed: true });
    request.flush({ reference: opened.reference, status: 'signed', decidedAt: '2026-11-24T09:40:00Z' });
    await page.settle();
    expect(page.find('h1').textContent).toContain('Referral signed off');
  });

  it('sends it back with a comment', async () => {
    const page = await copyPage();
    await page.press('I send it back with a comment');
    await submit(page);
    expect(page.find('.govuk-error-summary').textContent).toContain('Enter what the school should change');
    await page.type('#comment', 'Add the spring term.');
    await submit(page);
    expect(page.request('/api/sign-off-links/send-back').request.body).toEqual({
      ...proof,
      comment: 'Add the spring term.',
    });
  });

  it('offers no signature on a copy that the school has changed since', async () => {
    const page = await copyPage({ isOutdated: true });
    expect(page.text()).toContain('The school has changed the referral since');
    expect(page.text()).not.toContain('I sign off the referral');
  });

  it('asks for a new code when the hour is over', async () => {
    const page = await copyPage();
    await page.press('I send it back with a comment');
    await page.type('#comment', 'Add the spring term.');
    await submit(page);
    await page.refuse('/api/sign-off-links/send-back', {
      status: 409,
      code: 'sign_off_code_needed',
      title: 'Enter a new code',
      detail: '',
    });
    await page.answer('/api/sign-off-links/open', opened);
    expect(page.text()).toContain('the copy closes after an hour');
    expect(page.text()).not.toContain('Read the referral');
  });

  it('says what to do when the link is dead', async () => {
    const page = await linkPage();
    await page.refuse('/api/sign-off-links/open', {
      status: 410,
      code: 'sign_off_link_dead',
      title: 'This link cannot be used',
      detail: 'Ask the school to send a new one.',
    });
    expect(page.find('h1').textContent).toContain('This link cannot be used');
    expect(page.text()).toContain('Ask the school to send a new one.');
  });
});
