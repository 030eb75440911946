import { openPage } from '../../home/page/page.fixture.js';
import { todayInUk } from '../../home/page/today.js';
import { sessionWith } from '../../referrals/referral.fixture.js';
import { CurrentSession } from '../../session/current-session.js';
import { RetentionPage } from './retention-page.js';

const rule = {
  recordClass: 'mail',
  label: 'Sent mail',
  startsAt: 'sending',
  months: 6,
  days: 0,
  version: 1,
  source: 'Schedule',
  setByName: null,
  setAt: null,
};
const preview = `/api/retention-preview?until=${todayInUk()}`;
const openFor = (...permissions: string[]) =>
  openPage(RetentionPage, {}, [{ provide: CurrentSession, useValue: sessionWith(...permissions) }]);

describe('the page of retention', () => {
  it('shows what would be destroyed to who may see it', async () => {
    const page = await openFor('retention:read', 'retention:preview');
    await page.answer('/api/retention-rules', { items: [rule] });
    expect(page.text()).toContain('What would be destroyed by');
    expect(page.request(preview).request.method).toBe('GET');
  });

  it('shows the periods alone to others, and asks for nothing that is refused', async () => {
    const page = await openFor('retention:read');
    await page.answer('/api/retention-rules', { items: [rule] });
    expect(page.text()).toContain('Sent mail');
    expect(page.text()).not.toContain('What would be destroyed by');
    expect(() => page.request(preview)).toThrow('found none');
  });
});
