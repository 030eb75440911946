import {
  designSystemExamples,
  type Example,
  modifier,
  normalised,
  type Options,
  shownHtml,
  textOf,
} from '../testing/design-system.js';
import { elementOf, render } from '../testing/render.js';
import { Checkboxes } from './checkboxes.js';
import { DateInput } from './date-input.js';
import { ErrorMessage } from './error-message.js';
import { ErrorSummary } from './error-summary.js';
import { Fieldset } from './fieldset.js';
import { FileUpload } from './file-upload.js';
import { Radios } from './radios.js';
import { Select } from './select.js';
import { TextInput } from './text-input.js';
import { Textarea } from './textarea.js';

const parts = [
  Checkboxes,
  DateInput,
  ErrorMessage,
  ErrorSummary,
  Fieldset,
  FileUpload,
  Radios,
  Select,
  TextInput,
  Textarea,
];

/** What all controls take, out of the parameters of a macro. */
function field({ id, idPrefix, name, label, fieldset, hint, errorMessage }: Options): object {
  const legend = (fieldset as { legend?: { isPageHeading?: boolean } } | undefined)?.legend;
  return {
    id: id ?? idPrefix ?? name,
    label: textOf(label) ?? textOf(legend),
    size: modifier(label, 'govuk-label--') ?? modifier(legend, 'govuk-fieldset__legend--'),
    isPageHeading: (label as { isPageHeading?: boolean } | undefined)?.isPageHeading ?? legend?.isPageHeading ?? false,
    hint: textOf(hint),
    error: textOf(errorMessage),
  };
}

const common =
  '[id]="id" [label]="label" [labelSize]="size" [isPageHeading]="isPageHeading" [hint]="hint" [error]="error"';

async function expectSameHtml(example: Example, template: string, state: object): Promise<void> {
  const fixture = await render(template, parts, state);
  expect(normalised(shownHtml(elementOf(fixture)))).toBe(normalised(example.html));
}

const inputs = designSystemExamples('input', [
  'label',
  'hint',
  'id',
  'name',
  'errorMessage',
  'classes',
  'prefix',
  'suffix',
  'value',
  'spellcheck',
  'type',
]);
describe('the text input gives the HTML of the Design System', () => {
  it('for enough examples', () => expect(inputs.length).toBeGreaterThanOrEqual(15));

  it.each(inputs)('$name', (example) =>
    expectSameHtml(
      example,
      `<ui-input ${common} [width]="width" [isCode]="isCode" [prefix]="prefix" [suffix]="suffix" [value]="value" />`,
      {
        ...field(example.options),
        width: modifier(example.options, 'govuk-input--width-'),
        isCode: modifier(example.options, 'govuk-input--extra') !== undefined,
        prefix: textOf(example.options['prefix']),
        suffix: textOf(example.options['suffix']),
        value: example.options['value'] ?? '',
      },
    ),
  );
});

const uploads = designSystemExamples('file-upload', ['label', 'hint', 'id', 'name', 'errorMessage', 'multiple']);
describe('the file upload gives the HTML of the Design System', () => {
  it('for enough examples', () => expect(uploads.length).toBeGreaterThanOrEqual(4));

  it.each(uploads)('$name', (example) =>
    expectSameHtml(example, `<ui-file-upload ${common} [multiple]="multiple" />`, {
      ...field(example.options),
      multiple: example.options['multiple'] ?? false,
    }),
  );
});

const textareas = designSystemExamples('textarea', ['label', 'hint', 'id', 'name', 'errorMessage', 'rows', 'value']);
describe('the textarea gives the HTML of the Design System', () => {
  it('for enough examples', () => expect(textareas.length).toBeGreaterThanOrEqual(5));

  it.each(textareas)('$name', (example) =>
    expectSameHtml(example, `<ui-textarea ${common} [rows]="rows" [value]="value" />`, {
      ...field(example.options),
      rows: example.options['rows'] ?? 5,
      value: example.options['value'] ?? '',
    }),
  );
});

const counted = designSystemExamples('character-count', [
  'label',
  'hint',
  'id',
  'name',
  'errorMessage',
  'rows',
  'value',
  'maxlength',
]);
describe('the textarea with a limit gives the HTML of the Design System', () => {
  it('for enough examples', () => expect(counted.length).toBeGreaterThanOrEqual(5));

  it.each(counted)('$name', async (example) => {
    const fixture = await render(
      `<ui-textarea ${common} [rows]="rows" [value]="value" [characterLimit]="limit" />`,
      parts,
      {
        ...field(example.options),
        rows: example.options['rows'] ?? 5,
        value: example.options['value'] ?? '',
        limit: example.options['maxlength'],
      },
    );
    // The examples show the page before GOV.UK's script has added the two running counts.
    const root = elementOf(fixture);
    root.querySelector('[id$="-info"]')?.classList.remove('govuk-visually-hidden');
    root.querySelector('.govuk-character-count__status')?.remove();
    root.querySelector('.govuk-character-count__sr-status')?.remove();
    expect(normalised(shownHtml(root))).toBe(normalised(example.html));
  });
});

interface MacroItem {
  readonly value: string;
  readonly text: string;
  readonly divider?: string;
  readonly hint?: { text: string };
  readonly checked?: boolean;
}

/** In the macros a divider is an item of its own. */
function optionsOf(items: unknown): object[] {
  const list = items as MacroItem[];
  return list.flatMap((item, index) =>
    item.divider
      ? []
      : [{ value: item.value, text: item.text, hint: textOf(item.hint), dividerBefore: list[index - 1]?.divider }],
  );
}

const choices = ['name', 'idPrefix', 'fieldset', 'hint', 'errorMessage', 'items', 'classes', 'value', 'values'];

const radios = designSystemExamples('radios', choices, [
  'without fieldset', // a question without its words
  'with hints on items', // has ids of its own for the items
]);
describe('the radios give the HTML of the Design System', () => {
  it('for enough examples', () => expect(radios.length).toBeGreaterThanOrEqual(6));

  it.each(radios)('$name', (example) => {
    const items = example.options['items'] as MacroItem[];
    return expectSameHtml(
      { ...example, html: withoutGap(example.html) },
      `<ui-radios ${common} [options]="options" [isInline]="isInline" [isSmall]="isSmall" [value]="value" />`,
      {
        ...field(example.options),
        options: optionsOf(items),
        isInline: String(example.options['classes']).includes('--inline'),
        isSmall: String(example.options['classes']).includes('--small'),
        value: example.options['value'] ?? items.find(({ checked }) => checked)?.value ?? '',
      },
    );
  });
});

/** The macro counts a divider as an item; ours are numbered without that gap. */
function withoutGap(html: string): string {
  const [before, after] = html.split(/(?=<div class="govuk-(?:radios|checkboxes)__divider)/);
  return after ? before + after.replace(/-(\d)"/g, (_, number: string) => `-${Number(number) - 1}"`) : html;
}

const checkboxes = designSystemExamples('checkboxes', choices, [
  'with hints on items', // has ids of its own for the items
]);
describe('the checkboxes give the HTML of the Design System', () => {
  it('for enough examples', () => expect(checkboxes.length).toBeGreaterThanOrEqual(4));

  it.each(checkboxes)('$name', (example) => {
    const items = example.options['items'] as MacroItem[];
    return expectSameHtml(
      { ...example, html: withoutGap(example.html) },
      `<ui-checkboxes ${common} [options]="options" [isSmall]="isSmall" [value]="value" />`,
      {
        ...field(example.options),
        options: optionsOf(items),
        isSmall: String(example.options['classes']).includes('--small'),
        value: example.options['values'] ?? items.filter(({ checked }) => checked).map(({ value }) => value),
      },
    );
  });
});

const selects = designSystemExamples('select', ['id', 'name', 'label', 'hint', 'errorMessage', 'items', 'value']);
describe('the select gives the HTML of the Design System', () => {
  it('for enough examples', () => expect(selects.length).toBeGreaterThanOrEqual(3));

  it.each(selects)('$name', (example) => {
    const items = example.options['items'] as { value: unknown; text: string; selected?: boolean }[];
    const options = items.map(({ value, text }) => ({ value: String(value), text }));
    // A browser always shows one option as chosen, the first when nothing says otherwise.
    const chosen = example.options['value'] ?? items.find(({ selected }) => selected)?.value ?? items[0]?.value;
    const selected = example.html.includes(' selected')
      ? example.html
      : example.html.replace('<option', '<option selected');
    // Ours has no disabled options: what cannot be chosen is not offered.
    const html = selected.replace(' disabled', '');
    return expectSameHtml({ ...example, html }, `<ui-select ${common} [options]="options" [value]="value" />`, {
      ...field(example.options),
      options,
      value: String(chosen),
    });
  });
});

const dates = designSystemExamples(
  'date-input',
  ['id', 'fieldset', 'hint', 'errorMessage', 'day', 'month', 'year', 'values'],
  [
    'with translations',
    'with errors only', // a red box without a message says nothing
    'with errors only (using classes)',
  ],
);
describe('the date input gives the HTML of the Design System', () => {
  it('for enough examples', () => expect(dates.length).toBeGreaterThanOrEqual(5));

  it.each(dates)('$name', (example) => {
    const { day, month, year, values } = example.options as Record<string, Record<string, unknown> | undefined>;
    const named = Object.entries({ day, month, year }).filter(([, part]) => part?.['error']);
    return expectSameHtml(example, `<ui-date-input ${common} [value]="value" [errorParts]="errorParts" />`, {
      ...field(example.options),
      value: values ? [values['year'], values['month'], values['day']].join('-') : '',
      errorParts: named.length > 0 ? named.map(([part]) => part) : ['day', 'month', 'year'],
    });
  });
});

const fieldsets = designSystemExamples(
  'fieldset',
  ['legend'],
  [
    'as page heading without class', // ours is large then, like the other page headings
  ],
);
describe('the fieldset gives the HTML of the Design System', () => {
  it.each(fieldsets)('$name', (example) => {
    const legend = example.options['legend'] as { isPageHeading?: boolean };
    return expectSameHtml(
      example,
      '<ui-fieldset [legend]="text" [legendSize]="size" [isPageHeading]="isPageHeading" />',
      {
        text: textOf(legend),
        size: modifier(legend, 'govuk-fieldset__legend--'),
        isPageHeading: legend.isPageHeading ?? false,
      },
    );
  });
});

const summaries = designSystemExamples('error-summary', ['titleText', 'errorList']);
describe('the error summary gives the HTML of the Design System', () => {
  it('for enough examples', () => expect(summaries.length).toBeGreaterThanOrEqual(3));

  it.each(summaries)('$name', (example) =>
    expectSameHtml(example, '<ui-error-summary [errors]="errors" />', {
      errors: (example.options['errorList'] as { text: string; href?: string }[]).map(({ text, href }) => ({
        message: text,
        fieldId: href?.slice(1),
      })),
    }),
  );
});

describe('the error message gives the HTML of the Design System', () => {
  it.each(designSystemExamples('error-message', ['text']))('$name', (example) =>
    expectSameHtml(example, '<ui-error-message [text]="text" />', { text: example.options['text'] }),
  );
});
