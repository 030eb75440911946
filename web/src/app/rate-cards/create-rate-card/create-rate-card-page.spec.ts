import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { CreateRateCardPage } from './create-rate-card-page.js';

async function filled(changed: Readonly<Record<string, string>> = {}): Promise<OpenedPage> {
  const page = await openPage(CreateRateCardPage);
  const answers = {
    name: 'Teaching assistants',
    'startsOn-day': '1',
    'startsOn-month': '9',
    'startsOn-year': '2026',
    hourlyRatePence: '£11.26',
    weeksPerYear: '38.5',
    bands: '25\n\n32.5: 13,753.00',
    priceYear: '2026-27',
    source: 'Pay scale',
    ...changed,
  };
  for (const [id, text] of Object.entries(answers)) await page.type(`#${id}`, text);
  await page.press('None: to the penny');
  await page.press('Add the rate card');
  return page;
}

const messages = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('.govuk-error-summary li')].map((item) => item.textContent.trim());

describe('the page that adds a rate card', () => {
  it('sends whole pence and bands, with a fixed amount where one is given', async () => {
    const page = await filled();
    expect(messages(page)).toEqual([]);
    expect(page.request('/api/rate-cards').request.body).toEqual({
      name: 'Teaching assistants',
      startsOn: '2026-09-01',
      endsOn: null,
      hourlyRatePence: 1126,
      weeksPerYear: 38.5,
      schoolContributionPence: 600_000,
      rounding: 'none',
      bands: [
        { weeklyHours: 25, fixedAnnualPence: null },
        { weeklyHours: 32.5, fixedAnnualPence: 1_375_300 },
      ],
      priceYear: '2026-27',
      source: 'Pay scale',
    });
  });

  it('names the line of the bands that cannot be read', async () => {
    const page = await filled({ bands: '25\nmany' });
    expect(messages(page)).toEqual(['Line 2 of the bands must be hours from 0 to 40, like 32.5, or 32.5: 13,753.00']);
  });

  it('refuses an end before the start and a rate that is no amount', async () => {
    const page = await filled({
      'endsOn-day': '31',
      'endsOn-month': '8',
      'endsOn-year': '2026',
      hourlyRatePence: 'eleven',
    });
    expect(messages(page)).toEqual([
      'The last day must be the same as or after the first day',
      'Hourly rate must be an amount like 11.26',
    ]);
  });
});
