import type { ReportContent } from '@panel/api-client';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { ReportContentPart } from './report-content.js';

const content: ReportContent = {
  periodFrom: '2020-02-24',
  periodTo: '2021-09-13',
  funnel: [
    { code: 'reviewed', label: 'Children reviewed', count: 90, percentOfReviewed: 100 },
    { code: 'deemed_high_risk', label: 'Deemed high risk', count: 64, percentOfReviewed: 71 },
    { code: 'consistent_data', label: 'Analysed', count: 50, percentOfReviewed: 56 },
  ],
  money: {
    potentialPence: 35_679_580,
    avoidedHighPence: 14_998_260,
    continuingPence: 11_984_610,
    notAvoidedPence: 8_696_710,
  },
  tables: [
    {
      code: 'outcomes',
      title: 'Outcome at the latest review',
      unit: 'children',
      rows: [{ label: 'Continuing to improve', count: 18 }],
      total: 50,
    },
    {
      code: 'schools',
      title: 'Schools that referred',
      unit: 'schools',
      rows: [
        { label: 'Primary schools', count: 17 },
        { label: 'Secondary schools', count: 5 },
      ],
      total: 22,
    },
  ],
  method: {
    methodologyVersion: '1.0.0',
    rateCardName: 'Teaching assistants',
    hourlyRatePence: 1126,
    weeksPerYear: 38,
    schoolContributionPence: 600_000,
    rounding: 'none',
    source: 'Pay scale',
    inputsHash: 'b238bda3',
  },
};

const shown = (changed: Partial<ReportContent> = {}): Promise<OpenedPage> =>
  openPage(ReportContentPart, { content: { ...content, ...changed } });

const rowOf = (page: OpenedPage, label: string): string[] =>
  [...page.element.querySelectorAll('tr')]
    .map((row) => [...row.children].map((cell) => cell.textContent.trim()))
    .find(([first]) => first === label) ?? [];

describe('the content of a report', () => {
  it('shows hidden numbers as c and says what that means', async () => {
    const [outcomes, schools] = content.tables;
    if (!outcomes || !schools) throw new Error('no tables');
    const hidden = schools.rows.map((row) => ({ ...row, count: null }));
    const page = await shown({ tables: [outcomes, { ...schools, rows: hidden }] });
    expect(rowOf(page, 'Secondary schools')).toEqual(['Secondary schools', 'c']);
    expect(rowOf(page, 'Total')).toEqual(['Total', '50']);
    expect(page.text()).toContain('confidential: small numbers are hidden');
    expect(page.text()).not.toContain('null');
  });

  it('speaks of nothing hidden when nothing is', async () => {
    expect((await shown()).text()).not.toContain('confidential');
  });

  it('takes shares from the report and computes none itself', async () => {
    const funnel = content.funnel.map((step) => ({ ...step, percentOfReviewed: null }));
    const page = await shown({ funnel });
    expect(page.element.textContent).not.toMatch(/\d%/);
    expect(rowOf(page, 'Analysed')).toEqual(['Analysed', '50', 'c']);
  });

  it('shows hidden money as c', async () => {
    const money = { potentialPence: null, avoidedHighPence: null, continuingPence: null, notAvoidedPence: null };
    const page = await shown({ money });
    const values = [...page.element.querySelectorAll('app-money-split .app-figure-number__value')];
    expect(values.map((value) => value.textContent.trim().charAt(0))).toEqual(['c', 'c', 'c', 'c']);
    expect(page.element.textContent).not.toContain('£356');
  });

  it('draws the funnel and the outcomes, each with its table', async () => {
    const page = await shown();
    expect(page.element.querySelectorAll('figure')).toHaveLength(2);
    expect(rowOf(page, 'Deemed high risk')).toEqual(['Deemed high risk', '64', '71%']);
    expect(page.find('#method').textContent).toBe('Method');
  });
});
