import { render, type, find } from '../testing/render.js';
import { DateInput, dateParts, dateValue } from './date-input.js';

describe('a date as it is typed', () => {
  it.each([
    ['2015-9-5', { year: '2015', month: '9', day: '5' }],
    ['2015-9-', { year: '2015', month: '9', day: '' }],
    ['--5', { year: '', month: '', day: '5' }],
    ['', { year: '', month: '', day: '' }],
    ['2015-09-05', { year: '2015', month: '09', day: '05' }],
  ])('%s is split into its boxes and joined again', (value, parts) => {
    expect(dateParts(value)).toEqual(parts);
    expect(dateValue(parts)).toBe(value);
  });

  it('keeps what stands in a box even when it has a dash in it', async () => {
    const fixture = await render('<ui-date-input id="d" label="Date" />', [DateInput]);
    await type(fixture, '#d-year', '20-15');
    await type(fixture, '#d-day', '1');
    expect(find<HTMLInputElement>(fixture, '#d-year').value).toBe('20-15');
  });

  it('is empty again when all boxes are empty', async () => {
    const fixture = await render('<ui-date-input id="d" label="Date" [(value)]="value" />', [DateInput], {
      value: '--5',
    });
    await type(fixture, '#d-day', '');
    expect((fixture.componentInstance as { value: string }).value).toBe('');
  });
});
