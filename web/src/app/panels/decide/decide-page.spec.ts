import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { DecidePage } from './decide-page.js';
import { contracts, panelInSession } from './decision.fixture.js';
import { DecisionDraft } from './decision-draft.js';

async function decidePage(panel: object = panelInSession): Promise<OpenedPage> {
  const page = await openPage(DecidePage, { panelId: 'p1', itemId: 'i1' }, [DecisionDraft]);
  await page.answer('/api/panels/p1', panel);
  await page.answer('/api/contracts', contracts);
  return page;
}

const questions = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('#outcome, #declineReason, #contractId, #units, #reason')].map(({ id }) => id);
const messages = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('.govuk-error-summary li')].map((item) => item.textContent.trim());

describe('the page of a decision', () => {
  it('asks for outcome and reason only until an outcome is chosen', async () => {
    const page = await decidePage();
    expect(questions(page)).toEqual(['outcome', 'reason']);
    await page.press('Continue');
    expect(messages(page)).toEqual(['Select what the panel decided']);
  });

  it('asks why only when the referral is declined', async () => {
    const page = await decidePage();
    await page.press('Decline');
    expect(questions(page)).toEqual(['outcome', 'declineReason', 'reason']);
    await page.press('Continue');
    expect(messages(page)).toEqual(['Select why the referral is declined', 'Enter the reason for the decision']);
    await page.press('Advice only');
    expect(questions(page)).toEqual(['outcome', 'reason']);
  });

  it('asks for contract and units when support is allocated, and says what is left', async () => {
    const page = await decidePage();
    await page.press('Agree as requested');
    expect(questions(page)).toEqual(['outcome', 'contractId', 'units', 'reason']);
    expect(page.text()).toContain('6 places and £42,000.00 left; £7,000.00 a place');
    await page.type('#units', '1.5');
    await page.press('Continue');
    expect(messages(page)).toEqual([
      'Select the contract to allocate from',
      'Units to allocate must be a whole number of 1 or more',
      'Enter the reason for the decision',
    ]);
  });

  it('offers only contracts that the panel allocates and that are in force on its day', async () => {
    const page = await decidePage();
    await page.press('Agree in part');
    const offered = [...page.element.querySelectorAll('input[name=contractId]')].map((input) =>
      input.getAttribute('value'),
    );
    expect(offered).toEqual(['c1']);
  });

  it('keeps what was typed when the outcome is changed and changed back', async () => {
    const page = await decidePage();
    await page.press('Agree as requested');
    await page.type('#units', '2');
    await page.press('Decline');
    await page.press('Agree as requested');
    expect(page.find<HTMLInputElement>('#units').value).toBe('2');
  });

  it('asks nothing about a case that is decided already', async () => {
    const agenda = panelInSession.agenda.map((item) => ({ ...item, decision: { id: 'd1' } }));
    const page = await decidePage({ ...panelInSession, agenda });
    expect(questions(page)).toEqual([]);
    expect(page.text()).toContain('No decision can be recorded for this case now');
  });
});
