import { openPage } from '../home/page/page.fixture.js';
import { HelpPage } from './help-page.js';
import { HelpTopicPage } from './help-topic-page.js';

const notice = {
  councilName: 'Larkshire',
  serviceName: 'Inclusion Panel',
  service: null,
  dataProtectionOfficer: null,
  replyWorkingDays: 10,
  kept: [],
};

describe('the help', () => {
  it('finds what is searched for, and says how much', async () => {
    const page = await openPage(HelpPage);
    await page.answer('/api/public-notice', notice);
    await page.type('#words', 'virus scan');
    await page.press('Search');
    expect(page.text()).toContain('1 result for “virus scan”');
    expect(page.find('a[href="/help/senco#documents"]').textContent).toBe('Add reports and plans');
  });

  it('says what to do when nothing is found', async () => {
    const page = await openPage(HelpPage);
    await page.answer('/api/public-notice', notice);
    await page.type('#words', 'zebra');
    await page.press('Search');
    expect(page.text()).toContain('No results for “zebra”');
    expect(page.text()).toContain('Try another word');
  });

  it('does not offer first steps to somebody who has not signed in', async () => {
    const page = await openPage(HelpPage);
    await page.answer('/api/public-notice', notice);
    expect(page.text()).not.toContain('your first steps');
  });
});

describe('a topic of the help', () => {
  it('shows its parts', async () => {
    const page = await openPage(HelpTopicPage, { slug: 'provider' });
    expect(page.find('h1').textContent).toBe('Help for providers of support');
    expect(page.element.querySelectorAll('section')).toHaveLength(4);
  });

  it('that does not exist says so', async () => {
    const page = await openPage(HelpTopicPage, { slug: 'zebra' });
    expect(page.find('h1').textContent).toBe('Page not found');
  });
});
