import { openPage } from '../../home/page/page.fixture.js';
import { submit } from '../../referrals/referral.fixture.js';
import { CaseDeadlinesPage } from './case-deadlines-page.js';

const defaults = {
  triageWorkingDays: 5,
  returnWorkingDays: 10,
  assessmentWorkingDays: 10,
  readyWorkingDays: 5,
  areDefaults: true,
  version: 0,
};

describe('the deadlines of each step', () => {
  it('begin with what holds now, take whole working days only, and are set over what was read', async () => {
    const page = await openPage(CaseDeadlinesPage);
    await page.answer('/api/case-deadlines', defaults);
    expect(page.find<HTMLInputElement>('#returnWorkingDays').value).toBe('10');
    await page.type('#triageWorkingDays', '61');
    await submit(page);
    expect(page.find('.govuk-error-summary').textContent).toContain('from 1 to 60');
    await page.type('#triageWorkingDays', '7');
    await submit(page);
    const request = page.request('/api/case-deadlines');
    expect(request.request.headers.get('If-Match')).toBe('"0"');
    expect(request.request.body).toEqual({
      triageWorkingDays: 7,
      returnWorkingDays: 10,
      assessmentWorkingDays: 10,
      readyWorkingDays: 5,
    });
  });
});
