import { type OpenedPage, openPage } from '../home/page/page.fixture.js';
import { MessagesPage } from './messages-page.js';

const preferencesUrl = '/api/account/notification-preferences';
const wishes = (delivery: string) => ({
  items: [
    { topic: 'own_referrals', delivery },
    { topic: 'case_progress', delivery: 'daily' },
  ],
});
const told = {
  id: 'n1',
  topic: 'own_referrals',
  reference: 'EIP-2026-0031',
  stage: 'Returned',
  whatToDo: 'Answer what the coordinator asks for.',
  dueOn: '2026-12-02',
  linkPath: '/referrals/r1/tasks',
  createdAt: '2026-11-24T10:00:00Z',
};

async function messagesPage(items: readonly object[] = [told]): Promise<OpenedPage> {
  const page = await openPage(MessagesPage);
  await page.answer(preferencesUrl, wishes('at_once'));
  await page.answer('/api/account/notifications', { items });
  return page;
}

describe('the page of messages', () => {
  it('shows how one is told of each topic, and what one was told with a link to where it is done', async () => {
    const page = await messagesPage();
    expect(page.find<HTMLInputElement>('#items-0-delivery').checked).toBe(true);
    expect(page.find<HTMLInputElement>('#items-1-delivery-2').checked).toBe(true);
    const link = page.find('tbody a');
    expect(link.textContent.trim()).toBe('EIP-2026-0031');
    expect(link.getAttribute('href')).toBe('/referrals/r1/tasks');
    expect(page.find('tbody').textContent).toContain('2 December 2026');
  });

  it('sends all wishes together and says that they are saved', async () => {
    const page = await messagesPage([]);
    expect(page.text()).toContain('Nothing in the last 90 days.');
    page.find<HTMLInputElement>('#items-0-delivery-3').click();
    await page.settle();
    await page.press('Save');
    const sent = page.request(preferencesUrl);
    expect(sent.request.method).toBe('PUT');
    expect(sent.request.body).toEqual(wishes('never'));
    sent.flush(wishes('never'));
    await page.settle();
    await page.answer(preferencesUrl, wishes('never'));
    expect(page.find('.govuk-notification-banner--success').textContent).toContain('Your wishes are saved');
    expect(page.find<HTMLInputElement>('#items-0-delivery-3').checked).toBe(true);
  });

  it('says so when nobody in one’s role is told of cases', async () => {
    const page = await openPage(MessagesPage);
    await page.answer(preferencesUrl, { items: [] });
    expect(page.text()).toContain('In your role there are no messages about cases');
  });
});
