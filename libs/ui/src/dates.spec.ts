import { clockTime, dayText, instantText } from './dates.js';

describe('dates and times', () => {
  it('write a day in words', () => expect(dayText('2026-09-01')).toBe('1 September 2026'));

  it.each(['2015-9-', '', '2026-13-45', 'soon'])('leave "%s", which is no complete date, as it is', (text) =>
    expect(dayText(text)).toBe(text),
  );

  it('use UK time in summer and in winter', () => {
    expect(clockTime('2026-07-01T23:30:00Z')).toBe('00:30');
    expect(instantText('2026-07-01T23:30:00Z')).toBe('2 July 2026 at 00:30');
    expect(instantText('2026-01-01T23:30:00Z')).toBe('1 January 2026 at 23:30');
  });

  it('say nothing for what is no instant', () => {
    expect(clockTime('')).toBe('');
    expect(instantText('soon')).toBe('');
  });
});
