/** The parameters of an analysis run, as its row keeps them. */
export const rateCardOfRun = JSON.stringify({
  name: 'Card',
  hourlyRatePence: 1126,
  weeksTenths: 380,
  schoolContributionPence: 600_000,
  rounding: 'none',
  bands: [],
  priceYear: '2020/21',
  source: 'Test',
});
