import type { EhcFacts } from '@panel/api-client';
import { type OpenedPage, openPage } from '../home/page/page.fixture.js';
import { submit } from '../referrals/referral.fixture.js';
import { EhcFactsPage } from './ehc-facts-page.js';

const address = '/api/referrals/r1/ehc-facts';
const requested: EhcFacts = {
  requestedOn: '2026-03-02',
  decidedOn: null,
  decision: null,
  planIssuedOn: null,
  weeklyHours: null,
  version: 1,
};
const theirs: EhcFacts = { ...requested, decidedOn: '2026-04-10', decision: 'assessment_refused', version: 2 };
const stale = { status: 412, code: 'version_stale', title: 'Somebody else has changed this', detail: 'Load it again.' };

async function factsPage(): Promise<OpenedPage> {
  const page = await openPage(EhcFactsPage, { referralId: 'r1' });
  await page.answer(address, requested);
  return page;
}

/** Saves hours that somebody else's change stands against. */
async function conflictingPage(): Promise<OpenedPage> {
  const page = await factsPage();
  await page.type('#weeklyHours', '25');
  await submit(page);
  await page.refuse(address, stale);
  await page.answer(address, theirs);
  return page;
}

describe('the EHC facts of a case', () => {
  it('begin with what is recorded, and are saved as the next version of it', async () => {
    const page = await factsPage();
    expect(page.find<HTMLInputElement>('#requestedOn-month').value).toBe('03');
    await page.type('#weeklyHours', '25');
    await submit(page);
    const { method, body, headers } = page.request(address).request;
    expect(method).toBe('PUT');
    expect(headers.get('If-Match')).toBe('"1"');
    expect(body).toEqual({
      requestedOn: '2026-03-02',
      decidedOn: null,
      decision: null,
      planIssuedOn: null,
      weeklyHours: 25,
    });
  });

  it('refuse more hours than a week has, and a date that does not exist', async () => {
    const page = await factsPage();
    await page.type('#weeklyHours', '41');
    await page.type('#requestedOn-day', '31');
    await page.type('#requestedOn-month', '2');
    await submit(page);
    expect(page.find('.govuk-error-summary').textContent).toContain('The date of the request must be a real date');
    expect(page.find('#weeklyHours-error').textContent).toContain('from 0 to 40');
  });

  it('keep what was typed when somebody else has changed them, and ask whose shall count', async () => {
    const page = await conflictingPage();
    expect(page.text()).toContain('Somebody else has changed these facts');
    expect(page.find<HTMLInputElement>('#weeklyHours').value).toBe('25');
    await page.press('Save mine over theirs');
    const { body, headers } = page.request(address).request;
    expect(headers.get('If-Match')).toBe('"2"');
    expect(body).toMatchObject({ weeklyHours: 25, decision: null });
  });

  it('take the other person’s facts when they shall count', async () => {
    const page = await conflictingPage();
    await page.press('Load theirs instead of mine');
    expect(page.find<HTMLInputElement>('#weeklyHours').value).toBe('');
    expect(page.find<HTMLInputElement>('#decidedOn-year').value).toBe('2026');
    expect(page.element.querySelector('.govuk-error-summary')).toBeNull();
  });
});
