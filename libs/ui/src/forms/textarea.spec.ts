import { jest } from '@jest/globals';
import { elementOf, find, render, type } from '../testing/render.js';
import { characterCountMessage } from './character-count.js';
import { Textarea } from './textarea.js';

describe('the character count', () => {
  it.each([
    [0, 10, 'You have 10 characters remaining'],
    [9, 10, 'You have 1 character remaining'],
    [10, 10, 'You have 0 characters remaining'],
    [11, 10, 'You have 1 character too many'],
    [2500, 1200, 'You have 1,300 characters too many'],
  ])('says for %i of %i: %s', (length, limit, message) => {
    expect(characterCountMessage(length, limit)).toBe(message);
  });

  it('shows that a text is too long and cuts nothing', async () => {
    const fixture = await render('<ui-textarea id="t" label="Text" [characterLimit]="5" />', [Textarea]);
    await type(fixture, '#t', 'too long');
    const box = find<HTMLTextAreaElement>(fixture, '#t');
    expect(box.value).toBe('too long');
    expect(box.classList).toContain('govuk-textarea--error');
    expect(find(fixture, '.govuk-character-count__status').textContent.trim()).toBe('You have 3 characters too many');
  });

  it('reaches a screen reader only after a pause in typing, and not before anything is typed', async () => {
    const fixture = await render('<ui-textarea id="t" label="Text" [characterLimit]="5" />', [Textarea]);
    jest.useFakeTimers();
    try {
      const box = find<HTMLTextAreaElement>(fixture, '#t');
      for (const text of ['a', 'ab', 'abc']) {
        box.value = text;
        box.dispatchEvent(new Event('input'));
        fixture.detectChanges();
        jest.advanceTimersByTime(900);
      }
      const announced = (): string => {
        fixture.detectChanges();
        return find(fixture, '[aria-live]').textContent.trim();
      };
      expect(announced()).toBe('');
      jest.advanceTimersByTime(100);
      expect(announced()).toBe('You have 2 characters remaining');
    } finally {
      jest.useRealTimers();
    }
  });

  it('is not there without a limit', async () => {
    const fixture = await render('<ui-textarea id="t" label="Text" />', [Textarea]);
    expect(elementOf(fixture).querySelector('.govuk-character-count__message')).toBeNull();
  });
});
