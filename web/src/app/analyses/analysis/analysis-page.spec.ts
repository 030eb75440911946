import { jest } from '@jest/globals';
import type { Analysis } from '@panel/api-client';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { AnalysisPage } from './analysis-page.js';

const url = '/api/analyses/a1';

const queued: Analysis = {
  id: 'a1',
  status: 'queued',
  version: 1,
  periodFrom: '2020-02-24',
  periodTo: '2021-09-13',
  methodologyVersion: '1.0.0',
  rateCard: {
    name: 'Teaching assistants',
    hourlyRatePence: 1126,
    weeksPerYear: 38,
    schoolContributionPence: 600_000,
    rounding: 'none',
    bands: [{ weeklyHours: 32.5, fixedAnnualPence: null }],
    priceYear: '2020/21',
    source: 'Pay scale',
  },
  progressDone: 0,
  progressTotal: 0,
  inputsHash: null,
  result: null,
  failure: null,
  queuedAt: '2026-11-24T02:00:00Z',
  finishedAt: null,
  availableVerbs: ['cancel'],
};
const running: Analysis = { ...queued, status: 'running', progressDone: 30, progressTotal: 90 };
const succeeded: Analysis = {
  ...queued,
  status: 'succeeded',
  progressDone: 90,
  progressTotal: 90,
  inputsHash: 'b238bda3d818725c',
  availableVerbs: [],
  result: {
    funnel: {
      reviewed: 90,
      deemedHighRisk: 64,
      consistentData: 50,
      analysed: 50,
      exclusions: [{ reason: 'not_high_risk', count: 26 }],
    },
    potentialPence: 35_679_580,
    avoidedHighPence: 14_998_260,
    continuingPence: 11_984_610,
    notAvoidedPence: 8_696_710,
    childrenWithPlan: 0,
    byHoursBand: [{ weeklyHours: 32.5, children: 38, netPence: 30_043_180 }],
    byOutcome: [{ category: 'continuing_to_improve', children: 18, netPence: 11_984_610 }],
  },
};

async function second(page: OpenedPage): Promise<void> {
  jest.advanceTimersByTime(1000);
  await page.settle();
}

describe('the page of an analysis', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] }));
  afterEach(() => void jest.useRealTimers());

  it('asks every second while the run is under way, and no longer once it has finished', async () => {
    const page = await openPage(AnalysisPage, { analysisId: 'a1' });
    await page.answer(url, queued);
    expect(page.find('[role=progressbar]').getAttribute('aria-valuetext')).toBe('Waiting to start');
    await second(page);
    await page.answer(url, running);
    expect(page.find('[role=progressbar]').getAttribute('aria-valuetext')).toBe('30 of 90 (33%)');
    await second(page);
    await page.answer(url, succeeded);
    expect(page.element.querySelector('[role=progressbar]')).toBeNull();
    await second(page);
    expect(() => page.request(url)).toThrow('none');
  });

  it('tells a screen reader at every quarter only', async () => {
    const page = await openPage(AnalysisPage, { analysisId: 'a1' });
    await page.answer(url, running);
    const announced = (): string => page.find('[role=status]').textContent;
    expect(announced()).toBe('The analysis is running, 25 percent done.');
    await second(page);
    await page.answer(url, { ...running, progressDone: 40 });
    expect(announced()).toBe('The analysis is running, 25 percent done.');
    await second(page);
    await page.answer(url, { ...running, progressDone: 45 });
    expect(announced()).toBe('The analysis is running, 50 percent done.');
  });

  it('stays as it is, and goes on asking, when one answer fails', async () => {
    const page = await openPage(AnalysisPage, { analysisId: 'a1' });
    await page.answer(url, running);
    await second(page);
    await page.refuse(url, { status: 503, code: 'unexpected', title: 'Down', detail: 'Later.' });
    expect(page.find('[role=progressbar]').getAttribute('aria-valuenow')).toBe('33');
    await second(page);
    await page.answer(url, succeeded);
    expect(page.text()).toContain('£356,795.80');
  });

  it('cancels the run', async () => {
    const page = await openPage(AnalysisPage, { analysisId: 'a1' });
    await page.answer(url, running);
    await page.press('Cancel the analysis');
    const cancelled = { ...running, status: 'cancelled', availableVerbs: [] };
    await page.answer(`${url}/cancel`, cancelled);
    await page.answer(url, cancelled);
    expect(page.text()).toContain('There is no result');
  });

  it('shows the headline only together with its split, and says what it is not', async () => {
    const page = await openPage(AnalysisPage, { analysisId: 'a1' });
    await page.answer(url, succeeded);
    const split = page.find('app-money-split').textContent;
    for (const amount of ['£356,795.80', '£149,982.60', '£119,846.10', '£86,967.10']) expect(split).toContain(amount);
    expect(split).toContain('never a saving, never a target');
    expect(page.text().match(/£356,795\.80/g)).toHaveLength(1);
    expect(page.find('app-money-split a').getAttribute('href')).toBe('#method');
    expect(page.find('#method').textContent).toBe('Method');
  });
});
