import type { Referral } from '@panel/api-client';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { aGap, aReferral, withPupil } from '../referral.fixture.js';
import { ReferralTasksPage } from './referral-tasks-page.js';

async function tasksPage(referral: Referral, documents: readonly object[] = []): Promise<OpenedPage> {
  const page = await openPage(ReferralTasksPage, { referralId: 'r1' });
  await page.answer('/api/referrals/r1', referral);
  await page.answer('/api/referrals/r1/documents', { items: documents });
  return page;
}

/** Name and status of each task. */
const tasks = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('.govuk-task-list__item')].map((item) => {
    const name = item.querySelector('a')?.textContent.trim() ?? '';
    return `${name}: ${item.querySelector('.govuk-task-list__status')?.textContent.trim() ?? ''}`;
  });

describe('the task list of a referral', () => {
  it('says that nothing is started while nothing has been saved', async () => {
    const page = await tasksPage(aReferral({ gaps: [aGap('/pupil/upn', 'Enter the child’s UPN')] }));
    expect(tasks(page)).toEqual([
      'Pupil: Not started',
      'Family: Not started',
      'Consent: Not started',
      'Needs: Not started',
      'Circumstances: Not started',
      'Attendance and exclusion: Not started',
      'What the school has done: Not started',
      'Measures at the start: Not started',
      'Views of the child and the family: Not started',
      'What the school asks for: Not started',
      'Documents: Optional',
      'Check answers and submit: Not ready to submit',
    ]);
  });

  it('tells a saved section with gaps from a complete one', async () => {
    const begun = withPupil(aReferral(), { version: 1 });
    const inProgress = await tasksPage({ ...begun, gaps: [aGap('/pupil/upn', 'Enter the child’s UPN')] });
    expect(tasks(inProgress)[0]).toBe('Pupil: In progress');
    expect(inProgress.text()).toContain('1 answer missing or to correct');
    expect(inProgress.text()).toContain('You have completed 9 of 10 sections');
  });

  it('shows a section without gaps as complete, and a referral without gaps as ready', async () => {
    const page = await tasksPage(withPupil(aReferral(), { version: 1 }));
    expect(tasks(page)[0]).toBe('Pupil: Complete');
    expect(tasks(page).at(-1)).toBe('Check answers and submit: Ready to submit');
  });

  it('says how many documents there are', async () => {
    expect(tasks(await tasksPage(aReferral(), [{}]))).toContain('Documents: 1 document');
  });

  it('says what is missing and why it is asked for', async () => {
    const gap = aGap(
      '/consent/agreedOn',
      'Enter the date on which the family agreed',
      'It shows that they agreed first.',
    );
    const page = await tasksPage(aReferral({ gaps: [gap] }));
    expect(page.find('details').textContent).toContain(
      'Enter the date on which the family agreed. It shows that they agreed first.',
    );
  });

  it('shows why the coordinator returned the referral', async () => {
    const page = await tasksPage(aReferral({ status: 'returned', returnReason: 'Add the second cycle' }));
    const banner = page.find('.govuk-notification-banner').textContent;
    expect(banner).toContain('The coordinator has returned this referral');
    expect(banner).toContain('Add the second cycle');
  });

  it('offers no task once the referral is submitted', async () => {
    const page = await tasksPage(aReferral({ status: 'submitted' }));
    expect(tasks(page)).toEqual([]);
    expect(page.text()).toContain('its answers cannot be changed');
  });

  it('says that the referral is not there when the API does', async () => {
    const page = await openPage(ReferralTasksPage, { referralId: 'r1' });
    await page.refuse('/api/referrals/r1', {
      status: 404,
      code: 'referral_not_found',
      title: 'Referral not found',
      detail: 'There is no such referral.',
    });
    expect(page.find('h1').textContent).toContain('Page not found');
  });
});
