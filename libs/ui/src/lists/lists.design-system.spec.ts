import { designSystemExamples, modifier, normalised } from '../testing/design-system.js';
import { elementOf, render } from '../testing/render.js';
import { Pagination } from './pagination.js';
import { Table } from './table.js';
import { TaskList } from './task-list.js';

const parts = [Pagination, Table, TaskList];

async function htmlOf(template: string, state: object): Promise<string> {
  return normalised(elementOf(await render(template, parts, state)).innerHTML);
}

interface MacroCell {
  readonly text: string;
  readonly format?: string;
}

// Ours always has a caption and a head: the examples without are no tables one can understand by ear.
const tables = designSystemExamples('table', ['caption', 'captionClasses', 'firstCellIsHeader', 'head', 'rows']).filter(
  ({ options }) => options['caption'] && options['head'],
);
describe('the table gives the HTML of the Design System', () => {
  it('for enough examples', () => expect(tables.length).toBeGreaterThanOrEqual(1));

  it.each(tables)('$name', async ({ options, html }) => {
    const head = options['head'] as MacroCell[];
    const columns = head.map(({ text, format }, index) => ({
      key: String(index),
      text,
      isNumeric: format === 'numeric',
      value: (row: MacroCell[]) => row[index]?.text ?? '',
    }));
    const state = {
      caption: options['caption'],
      size: modifier({ classes: options['captionClasses'] }, 'govuk-table__caption--'),
      firstCellIsHeader: options['firstCellIsHeader'] ?? false,
      columns,
      rows: options['rows'],
    };
    const template = `<ui-table [caption]="caption" [captionSize]="size" [columns]="columns" [rows]="rows"
      [firstCellIsHeader]="firstCellIsHeader" />`;
    // Around it stands the region that scrolls on narrow screens.
    expect(await htmlOf(template, state)).toBe(normalised(`<div class="app-scroll-region">${html}</div>`));
  });
});

interface MacroTask {
  readonly title: { text: string };
  readonly href?: string;
  readonly hint?: { text: string };
  readonly status: { text?: string; classes?: string; tag?: { text: string; classes?: string } };
}

const taskLists = designSystemExamples(
  'task-list',
  ['items', 'idPrefix'],
  [
    'forced hover state', // a class of its own
    'with empty values', // macros skip what is empty; TypeScript does not let it in
  ],
);
describe('the task list gives the HTML of the Design System', () => {
  it('for enough examples', () => expect(taskLists.length).toBeGreaterThanOrEqual(4));

  it.each(taskLists)('$name', async ({ options, html }) => {
    const tasks = (options['items'] as MacroTask[]).map(({ title, href, hint, status }) => ({
      text: title.text,
      link: href,
      hint: hint?.text,
      status: status.tag?.text ?? status.text,
      statusColour: modifier(status.tag, 'govuk-tag--') ?? (status.tag ? 'none' : undefined),
      cannotStartYet: status.classes?.includes('cannot-start-yet'),
    }));
    const shown = html.replaceAll('class="govuk-tag"', 'class="govuk-tag govuk-tag--none"');
    expect(await htmlOf('<ui-task-list [tasks]="tasks" />', { tasks })).toBe(normalised(shown));
  });
});

interface MacroPage {
  readonly number?: number;
  readonly href?: string;
  readonly current?: boolean;
  readonly ellipsis?: boolean;
}

const paginations = designSystemExamples(
  'pagination',
  ['previous', 'next', 'items'],
  [
    'with custom link and item text', // ours says "Previous" and "Next" and numbers everywhere
  ],
).filter(({ options }) => !JSON.stringify(options).includes('"Previous page"'));
describe('the pagination gives the HTML of the Design System', () => {
  it('for enough examples', () => expect(paginations.length).toBeGreaterThanOrEqual(6));

  it.each(paginations)('$name', async ({ options, html }) => {
    const { previous, next } = options as Record<string, { href: string; labelText?: string } | undefined>;
    const items = ((options['items'] ?? []) as MacroPage[]).map(({ number, href, current, ellipsis }) =>
      ellipsis ? 'gap' : { number, link: href, isCurrent: current },
    );
    const state = { previous: previous?.href, next: next?.href, items };
    const template = '<ui-pagination [previousLink]="previous" [nextLink]="next" [items]="items" />';
    expect(await htmlOf(template, state)).toBe(normalised(html));
  });

  it('with a label for each step, where there are no numbers', async () => {
    const example = designSystemExamples('pagination', ['previous', 'next']).find(
      ({ name }) => name === 'with prev and next only and labels',
    );
    const html = (example?.html ?? '')
      .replace('Previous page', 'Previous<span class="govuk-visually-hidden"> page</span>')
      .replace('Next page', 'Next<span class="govuk-visually-hidden"> page</span>');
    const template = `<ui-pagination previousLink="/previous" previousLabel="Paying VAT and duty"
      nextLink="/next" nextLabel="Registering an imported vehicle" />`;
    const { previous } = example?.options as { previous: { href: string } };
    expect(previous.href).toBe('/previous');
    expect(await htmlOf(template, {})).toBe(normalised(html));
  });
});
