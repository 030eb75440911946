import { click, elementOf, find, render } from '../testing/render.js';
import { Filter } from './filter.js';

const template = `<ui-filter [tags]="tags" (applied)="log('applied')" (removed)="log('removed ' + $event)"
  (cleared)="log('cleared')"><input id="search" /></ui-filter>`;

describe('the filter', () => {
  it('applies only when asked, and takes single conditions or all of them away', async () => {
    const seen: string[] = [];
    const tags = [{ key: 'status', text: 'Status: Submitted' }];
    const fixture = await render(template, [Filter], { tags, log: (text: string) => seen.push(text) });
    await click(fixture, '.app-filter__apply');
    await click(fixture, '.app-filter__tag');
    await click(fixture, '.app-filter__clear');
    expect(seen).toEqual(['applied', 'removed status', 'cleared']);
  });

  it('opens and closes on a narrow screen', async () => {
    const fixture = await render(template, [Filter], { tags: [], log: () => undefined });
    const toggle = find(fixture, '.app-filter__toggle');
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    await click(fixture, '.app-filter__toggle');
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect(elementOf(fixture).querySelector(`#${toggle.getAttribute('aria-controls')}`)?.className).not.toContain(
      'closed',
    );
  });
});
