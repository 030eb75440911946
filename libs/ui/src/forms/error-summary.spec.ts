import { signal } from '@angular/core';
import { click, elementOf, find, render } from '../testing/render.js';
import { DateInput } from './date-input.js';
import { ErrorSummary, type FieldError } from './error-summary.js';
import { Radios } from './radios.js';
import { TextInput } from './text-input.js';

// jsdom has no layout.
beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

const page = `
  <ui-error-summary [errors]="errors()" />
  <ui-input id="name" label="Name" />
  <ui-date-input id="born" label="Born" error="Wrong" [errorParts]="['month']" />
  <ui-radios id="risk" label="Risk" value="" [options]="[{ value: 'low', text: 'Low' }]" />`;

async function pageWith(errors: FieldError[]) {
  const state = { errors: signal<readonly FieldError[]>(errors) };
  const fixture = await render(page, [DateInput, ErrorSummary, Radios, TextInput], state);
  return { fixture, state };
}

describe('the error summary', () => {
  it('is not there without errors', async () => {
    const { fixture } = await pageWith([]);
    expect(elementOf(fixture).querySelector('.govuk-error-summary')).toBeNull();
  });

  it('takes focus when errors appear, and again when the same mistake is submitted twice', async () => {
    const { fixture, state } = await pageWith([]);
    const errors = [{ fieldId: 'name', message: 'Enter a name' }];
    state.errors.set(errors);
    await fixture.whenStable();
    expect(document.activeElement).toBe(find(fixture, '.govuk-error-summary'));

    find(fixture, '#name').focus();
    state.errors.set([...errors]);
    await fixture.whenStable();
    expect(document.activeElement).toBe(find(fixture, '.govuk-error-summary'));
  });

  it.each([
    ['name', 'name'],
    ['risk', 'risk'],
    ['born', 'born-month'],
  ])('leads from the message about %s to the box %s, and stays on the page', async (fieldId, focused) => {
    const { fixture } = await pageWith([{ fieldId, message: 'Wrong' }]);
    const link = find(fixture, '.govuk-error-summary a');
    const event = new MouseEvent('click', { bubbles: true, cancelable: true });
    link.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(document.activeElement?.id).toBe(focused);
  });

  it('shows a message about the whole form without a link', async () => {
    const { fixture } = await pageWith([{ message: 'Try again' }]);
    expect(find(fixture, '.govuk-error-summary li').textContent.trim()).toBe('Try again');
    expect(elementOf(fixture).querySelector('.govuk-error-summary a')).toBeNull();
  });

  it('does nothing when the control is not on the page', async () => {
    const { fixture } = await pageWith([{ fieldId: 'gone', message: 'Wrong' }]);
    await click(fixture, '.govuk-error-summary a');
    expect(document.activeElement).toBe(find(fixture, '.govuk-error-summary'));
  });
});
