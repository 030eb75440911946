import { HomePage } from './home-page.js';
import { openPage } from './page/page.fixture.js';

const noSteps = { isDismissed: false, roles: [] };

describe('the start page', () => {
  it('lists what waits, with its count and a link', async () => {
    const page = await openPage(HomePage);
    await page.answer('/api/getting-started', noSteps);
    await page.answer('/api/home', {
      tasks: [{ code: 'to_triage', title: 'Referrals to look at', count: 4, link: '/referrals?status=submitted' }],
    });
    expect(page.find('h1').textContent).toBe('Your tasks');
    expect(page.find('a').getAttribute('href')).toBe('/referrals?status=submitted');
    expect(page.find('.govuk-task-list__status').textContent.trim()).toBe('4');
  });

  it('says so when nothing waits', async () => {
    const page = await openPage(HomePage);
    await page.answer('/api/getting-started', noSteps);
    await page.answer('/api/home', { tasks: [] });
    expect(page.text()).toContain('Nothing waits for you');
  });

  it('says that it could not be read, and reads again when asked', async () => {
    const page = await openPage(HomePage);
    await page.answer('/api/getting-started', noSteps);
    await page.refuse('/api/home', { status: 503, code: 'unexpected', title: 'Down', detail: 'Later.' });
    expect(page.find('h1').textContent).toContain('problem with the service');
    await page.press('Try again');
    await page.answer('/api/home', { tasks: [] });
    expect(page.find('h1').textContent).toBe('Your tasks');
  });

  it('shows the tasks when the first steps cannot be read', async () => {
    const page = await openPage(HomePage);
    await page.answer('/api/home', { tasks: [] });
    await page.refuse('/api/getting-started', { status: 503, code: 'unexpected', title: 'Down', detail: 'Later.' });
    expect(page.find('h1').textContent).toBe('Your tasks');
  });
});
