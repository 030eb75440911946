import { elementOf, find, render } from '../testing/render.js';
import { FigureNumber } from '../figures/figure-number.js';
import { ProgressBar } from '../figures/progress-bar.js';
import { IdentityBar } from './identity-bar.js';
import { Timeline } from './timeline.js';

describe('the timeline', () => {
  it('shows what happened, by whom and when in UK time', async () => {
    const events = [{ heading: 'Submitted', by: 'S. Enco', at: '2026-09-01T09:42:00Z', text: 'First referral' }];
    const fixture = await render('<ui-timeline [events]="events" />', [Timeline], { events });
    expect(find(fixture, 'time').getAttribute('datetime')).toBe('2026-09-01T09:42:00Z');
    expect(find(fixture, 'time').textContent).toBe('1 September 2026 at 10:42');
    expect(elementOf(fixture).textContent).toMatch(/Submitted.*by S. Enco.*First referral/s);
  });
});

describe('the identity bar', () => {
  it('pairs each fact with its term', async () => {
    const facts = [{ term: 'Reference', value: 'EIP-0001' }];
    const fixture = await render('<ui-identity-bar name="A. B." [facts]="facts" />', [IdentityBar], { facts });
    expect(find(fixture, 'dt').textContent).toBe('Reference');
    expect(find(fixture, 'dd').textContent).toBe('EIP-0001');
  });
});

describe('the progress bar', () => {
  it.each([
    [45, 90, '50', '45 of 90 (50%)'],
    [89, 90, '98', '89 of 90 (98%)'],
    [0, 0, '0', 'Waiting to start'],
    [91, 90, '100', '91 of 90 (100%)'],
  ])('says for %i of %i: %s percent', async (done, total, percent, text) => {
    const template = '<ui-progress-bar label="Analysing" [done]="done" [total]="total" />';
    const bar = find(await render(template, [ProgressBar], { done, total }), '[role=progressbar]');
    expect(bar.getAttribute('aria-valuenow')).toBe(percent);
    expect(bar.getAttribute('aria-valuetext')).toBe(text);
  });
});

describe('the figure', () => {
  it('reads as one sentence', async () => {
    const fixture = await render('<ui-figure-number value="90" label="children reviewed" />', [FigureNumber]);
    expect(find(fixture, 'p').textContent.replace(/\s+/g, ' ').trim()).toBe('90 children reviewed');
  });
});
