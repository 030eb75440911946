import { TestBed } from '@angular/core/testing';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { CheckDecisionPage } from './check-decision-page.js';
import { contracts, panelInSession } from './decision.fixture.js';
import { DecisionDraft } from './decision-draft.js';

const url = '/api/panels/p1/agenda/i1/decision';

async function checkPage(): Promise<OpenedPage> {
  const page = await openPage(CheckDecisionPage, { panelId: 'p1', itemId: 'i1' }, [DecisionDraft]);
  const draft = TestBed.inject(DecisionDraft);
  draft.open('i1');
  draft.answers.set({
    outcome: 'agree_as_requested',
    // Left over from an answer that was changed.
    declineReason: 'outside_remit',
    contractId: 'c1',
    units: '7',
    reason: ' Exhausted. ',
  });
  await page.answer('/api/panels/p1', panelInSession);
  await page.answer('/api/contracts', contracts);
  return page;
}

describe('the check of a decision', () => {
  it('shows what will be recorded and what it costs', async () => {
    const page = await checkPage();
    expect(page.text()).toContain('7 places, £49,000.00');
    expect(page.text()).not.toContain('remit');
  });

  it('sends only what the outcome asks for, under a key of its own', async () => {
    const page = await checkPage();
    await page.press('Record the decision');
    const { request } = page.request(url);
    expect(request.body).toEqual({
      outcome: 'agree_as_requested',
      reason: 'Exhausted.',
      declineReason: null,
      contractId: 'c1',
      units: 7,
    });
    expect(request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says clearly that the contract has not enough left, keeps what was typed and reads what is left now', async () => {
    const page = await checkPage();
    await page.press('Record the decision');
    await page.refuse(url, {
      status: 409,
      code: 'contract_capacity_exhausted',
      title: 'The contract has not enough left',
      detail: 'Left are 2 places and £14,000.00.',
    });
    expect(page.find('.govuk-error-summary').textContent).toContain('Left are 2 places and £14,000.00.');
    expect(TestBed.inject(DecisionDraft).answers()).toMatchObject({ units: '7', reason: ' Exhausted. ' });
    const [nurture] = contracts.items;
    await page.answer('/api/panels/p1', panelInSession);
    await page.answer('/api/contracts', { items: [{ ...nurture, leftUnits: 2, leftPence: 1_400_000 }] });
    expect(page.text()).toContain('2 places and £14,000.00 left');
  });

  it('starts the next case empty once the decision is recorded', async () => {
    const page = await checkPage();
    await page.press('Record the decision');
    await page.answer(url, {});
    await page.settle();
    expect(TestBed.inject(DecisionDraft).answers().reason).toBe('');
  });
});
