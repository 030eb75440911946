import { designSystemExample, normalised, shownHtml } from '../testing/design-system.js';
import { elementOf, render } from '../testing/render.js';
import { PasswordInput } from './password-input.js';

const template = '<ui-password-input [id]="id" label="Password" [hint]="hint" [error]="error" />';

describe('a password', () => {
  it.each([
    ['default', { id: 'password', hint: undefined, error: undefined }],
    [
      'with error message',
      {
        id: 'password-input-with-error-message',
        hint: 'It probably has some letters, numbers and maybe even some symbols in it.',
        error: 'Error message goes here',
      },
    ],
  ])('looks as the Design System says: %s', async (name, state) => {
    const root = elementOf(await render(template, [PasswordInput], state));
    // What the script of the Design System adds, and its hooks: the button is shown, and what it did is read out.
    root.querySelector('.govuk-password-input__sr-status')?.remove();
    const expected = designSystemExample('password-input', name)
      .html.replaceAll(/ govuk-js-[\w-]+/g, '')
      .replaceAll(' hidden>', '>');
    expect(normalised(shownHtml(root))).toBe(normalised(expected));
  });

  it('is shown and hidden by its button, which says so', async () => {
    const state = { id: 'password', hint: undefined, error: undefined };
    const fixture = await render(template, [PasswordInput], state);
    const root = elementOf(fixture);
    const box = root.querySelector('input');
    const button = root.querySelector('button');
    const status = root.querySelector('[aria-live]');
    expect(status?.textContent).toBe('');
    button?.click();
    await fixture.whenStable();
    expect([box?.type, button?.ariaLabel ?? button?.getAttribute('aria-label'), status?.textContent]).toEqual([
      'text',
      'Hide password',
      'Your password is visible',
    ]);
    button?.click();
    await fixture.whenStable();
    expect([box?.type, status?.textContent]).toEqual(['password', 'Your password is hidden']);
  });
});
