import { HomePage } from '../home/home-page.js';
import { openPage } from '../home/page/page.fixture.js';
import { GettingStartedPage } from './getting-started-page.js';

const step = (code: string, isDone: boolean, more: object = {}) => ({
  code,
  title: `Step ${code}`,
  hint: 'How',
  link: `/${code}`,
  isDone,
  mark: null,
  ...more,
});
const steps = (isDismissed: boolean, ...all: object[]) => ({
  isDismissed,
  roles: [{ role: 'coordinator', steps: all }],
});

describe('the page of the first steps', () => {
  it('lists them with what is done, and counts', async () => {
    const page = await openPage(GettingStartedPage);
    await page.answer('/api/getting-started', steps(false, step('a', true), step('b', false)));
    expect(page.text()).toContain('1 of 2 first steps done');
    const statuses = [...page.element.querySelectorAll('.govuk-task-list__status')];
    expect(statuses.map((each) => each.textContent.trim())).toEqual(['Completed', 'To do']);
  });

  it('names the roles of somebody who has several', async () => {
    const page = await openPage(GettingStartedPage);
    const answer = steps(false, step('a', true));
    await page.answer('/api/getting-started', {
      ...answer,
      roles: [...answer.roles, { role: 'administrator', steps: [step('b', false)] }],
    });
    const headings = [...page.element.querySelectorAll('h2')];
    expect(headings.map((each) => each.textContent)).toEqual(['Coordinator', 'Administrator']);
  });

  it('marks what has only to be read when its page is opened, once', async () => {
    const page = await openPage(GettingStartedPage);
    await page.answer('/api/getting-started', steps(false, step('help', false, { mark: 'help_read' })));
    await page.press('Step help');
    expect(page.request('/api/getting-started/mark').request.body).toEqual({ mark: 'help_read' });
  });

  it('goes from the start page and comes back', async () => {
    const page = await openPage(GettingStartedPage);
    await page.answer('/api/getting-started', steps(false, step('a', false)));
    await page.press('Do not show them on my start page');
    await page.answer('/api/getting-started/mark', steps(true));
    await page.answer('/api/getting-started', steps(true, step('a', false)));
    await page.press('Show them on my start page');
    expect(page.request('/api/getting-started/unmark').request.body).toEqual({ mark: 'dismissed' });
  });
});

describe('the first steps on the start page', () => {
  const openHome = async (answer: object) => {
    const page = await openPage(HomePage);
    await page.answer('/api/home', { tasks: [] });
    await page.answer('/api/getting-started', answer);
    return page;
  };

  it('stand there while something is open', async () => {
    const page = await openHome(steps(false, step('a', true), step('b', false)));
    expect(page.text()).toContain('1 of 2 first steps done');
    expect(page.find('a[href="/getting-started"]').textContent).toBe('Go on with your first steps');
  });

  it.each([
    ['everything is done', steps(false, step('a', true))],
    ['they were dismissed', steps(true, step('a', false))],
  ])('are gone when %s', async (_, answer) => {
    const page = await openHome(answer);
    expect(page.text()).not.toContain('Getting started');
  });
});
