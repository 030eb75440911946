import { todayInUk } from '../../home/page/today.js';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { RecordSessionPage } from './record-session-page.js';

const url = '/api/allocations/a1/delivery-sessions';

async function recordPage(): Promise<OpenedPage> {
  const page = await openPage(RecordSessionPage, { allocationId: 'a1' });
  await page.answer('/api/allocations/a1', { id: 'a1', pupilName: 'I. U.', reference: 'EIP-2026-0014' });
  return page;
}

const messages = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('.govuk-error-summary li')].map((item) => item.textContent.trim());

describe('the page that records a session', () => {
  it('needs three taps for the usual session of today', async () => {
    const page = await recordPage();
    await page.press('Attended');
    await page.type('#minutes', '45');
    await page.press('Record the session');
    expect(page.request(url).request.body).toEqual({
      heldOn: todayInUk(),
      minutes: 45,
      attendance: 'attended',
      note: '',
    });
  });

  it('asks for minutes only when the session took place', async () => {
    const page = await recordPage();
    await page.press('The child was absent');
    expect(page.element.querySelector('#minutes')).toBeNull();
    await page.press('Record the session');
    expect(page.request(url).request.body).toMatchObject({ minutes: 0, attendance: 'child_absent' });
  });

  it('says what is missing or cannot be, at the top and at the control', async () => {
    const page = await recordPage();
    await page.press('Record the session');
    expect(messages(page)).toEqual(['Select what happened']);
    await page.press('Attended');
    await page.type('#minutes', '601');
    await page.type('#heldOn-year', '2999');
    await page.press('Record the session');
    expect(messages(page)).toEqual([
      'Minutes must be a whole number from 1 to 600',
      'The date of the session must be today or in the past',
    ]);
    expect(page.find('#minutes-error').textContent).toContain('Minutes must be a whole number from 1 to 600');
  });

  it('shows what the server refuses on its control', async () => {
    const page = await recordPage();
    await page.press('The child was absent');
    await page.press('Record the session');
    page.request(url).flush(
      {
        status: 422,
        code: 'fields_invalid',
        title: 'Check',
        detail: 'Correct the fields.',
        errors: [{ pointer: '/heldOn', code: 'session_before_allocation', detail: 'Enter a later day.' }],
      },
      { status: 422, statusText: 'Unprocessable' },
    );
    await page.settle();
    expect(page.find('#heldOn-error').textContent).toContain('Enter a later day.');
  });
});
