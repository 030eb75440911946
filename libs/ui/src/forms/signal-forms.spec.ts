import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField, validate } from '@angular/forms/signals';
import { click, elementOf, find, type } from '../testing/render.js';
import { Checkboxes, type CheckboxOption } from './checkboxes.js';
import { Conditional } from './conditional.js';
import { DateInput } from './date-input.js';
import type { Option } from './option.js';
import { Radios } from './radios.js';
import { Select } from './select.js';
import { TextInput } from './text-input.js';
import { Textarea } from './textarea.js';

type Risk = 'low' | 'high';

@Component({
  imports: [Checkboxes, Conditional, DateInput, FormField, Radios, Select, TextInput, Textarea],
  template: `
    <ui-input id="name" label="Name" [formField]="form.name" [error]="error()" />
    <ui-textarea id="story" label="Story" [characterLimit]="10" [formField]="form.story" />
    <ui-radios id="risk" label="Risk" [options]="risks" [formField]="form.risk">
      <ng-template uiConditional="high"><ui-input id="why" label="Why" [formField]="form.why" /></ng-template>
    </ui-radios>
    <ui-checkboxes id="flags" label="Flags" [options]="flags" [formField]="form.flags" />
    <ui-select id="year" label="Year" [options]="years" [formField]="form.year" />
    <ui-date-input id="born" label="Born" [formField]="form.born" />
  `,
})
class ExamplePage {
  readonly risks: readonly Option<Risk>[] = [
    { value: 'low', text: 'Low' },
    { value: 'high', text: 'High' },
  ];
  readonly flags: readonly CheckboxOption<'a' | 'b' | 'none'>[] = [
    { value: 'a', text: 'A' },
    { value: 'b', text: 'B' },
    { value: 'none', text: 'None', dividerBefore: 'or', isExclusive: true },
  ];
  readonly years = [
    { value: '', text: 'Choose' },
    { value: '7', text: 'Year 7' },
  ];
  readonly error = signal<string | undefined>(undefined);
  readonly answers = signal<{
    name: string;
    story: string;
    risk: Risk | '';
    why: string;
    flags: readonly ('a' | 'b' | 'none')[];
    year: string;
    born: string;
  }>({ name: 'Ada', story: '', risk: '', why: '', flags: ['a'], year: '7', born: '2015-9-' });
  readonly form = form(this.answers, (path) => {
    validate(path.name, ({ value }) => (value() ? undefined : { kind: 'missing', message: 'Enter a name' }));
  });
}

async function examplePage() {
  const fixture = TestBed.createComponent(ExamplePage);
  document.body.append(elementOf(fixture));
  await fixture.whenStable();
  return fixture;
}

const valueOf = (fixture: Awaited<ReturnType<typeof examplePage>>, selector: string): string =>
  find<HTMLInputElement>(fixture, selector).value;

describe('controls bound with [formField]', () => {
  it('show the answers of the form', async () => {
    const fixture = await examplePage();
    expect(valueOf(fixture, '#name')).toBe('Ada');
    expect(valueOf(fixture, '#year')).toBe('7');
    expect(valueOf(fixture, '#born-year')).toBe('2015');
    expect(valueOf(fixture, '#born-month')).toBe('9');
    expect(valueOf(fixture, '#born-day')).toBe('');
    expect(find<HTMLInputElement>(fixture, '#flags').checked).toBe(true);
    expect(find<HTMLInputElement>(fixture, '#risk').checked).toBe(false);
  });

  it('write what is typed and chosen into the form', async () => {
    const fixture = await examplePage();
    await type(fixture, '#name', 'Grace');
    await type(fixture, '#story', 'More than ten characters');
    await type(fixture, '#born-day', '5');
    await click(fixture, '#risk-2');
    await type(fixture, '#why', 'Exclusions');
    await click(fixture, '#flags-2');
    const select = find<HTMLSelectElement>(fixture, '#year');
    select.selectedIndex = 0;
    select.dispatchEvent(new Event('change'));

    expect(fixture.componentInstance.answers()).toEqual({
      name: 'Grace',
      story: 'More than ten characters',
      risk: 'high',
      why: 'Exclusions',
      flags: ['a', 'b'],
      year: '',
      born: '2015-9-5',
    });
  });

  it('follow the form when a saved answer arrives', async () => {
    const fixture = await examplePage();
    fixture.componentInstance.answers.update((answers) => ({ ...answers, born: '2014-10-31', risk: 'low', year: '' }));
    await fixture.whenStable();
    expect(valueOf(fixture, '#born-day')).toBe('31');
    expect(find<HTMLInputElement>(fixture, '#risk').checked).toBe(true);
    expect(valueOf(fixture, '#year')).toBe('');
  });

  it('show a further question only while its answer is chosen', async () => {
    const fixture = await examplePage();
    expect(elementOf(fixture).querySelector('#why')).toBeNull();
    await click(fixture, '#risk-2');
    expect(elementOf(fixture).querySelector('#why')).not.toBeNull();
    await click(fixture, '#risk');
    expect(elementOf(fixture).querySelector('#why')).toBeNull();
  });

  it('untick all others when "None" is ticked, and "None" when another is', async () => {
    const fixture = await examplePage();
    await click(fixture, '#flags-3');
    expect(fixture.componentInstance.answers().flags).toEqual(['none']);
    await click(fixture, '#flags-2');
    expect(fixture.componentInstance.answers().flags).toEqual(['b']);
  });

  it('show no error while someone types, only the one they are given', async () => {
    const fixture = await examplePage();
    await type(fixture, '#name', '');
    expect(elementOf(fixture).querySelector('.govuk-error-message')).toBeNull();
    fixture.componentInstance.error.set('Enter a name');
    await fixture.whenStable();
    expect(find(fixture, '#name-error').textContent.trim()).toBe('Error: Enter a name');
    expect(find(fixture, '#name').getAttribute('aria-describedby')).toBe('name-error');
  });

  it('write no native rules, and each id only once', async () => {
    const fixture = await examplePage();
    const root = elementOf(fixture);
    expect(root.querySelectorAll('[required], [maxlength], [minlength], [disabled], [pattern]')).toHaveLength(0);
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it('take focus when the form asks for it', async () => {
    const fixture = await examplePage();
    fixture.componentInstance.form.born().focusBoundControl();
    expect(document.activeElement?.id).toBe('born-day');
  });
});
