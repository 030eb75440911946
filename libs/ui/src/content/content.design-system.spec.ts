import {
  designSystemExample,
  designSystemExamples,
  modifier,
  normalised,
  type Options,
} from '../testing/design-system.js';
import { elementOf, render } from '../testing/render.js';
import { Button } from './button.js';
import { Details } from './details.js';
import { InsetText } from './inset-text.js';
import { NotificationBanner } from './notification-banner.js';
import { Panel } from './panel.js';
import { SummaryList } from './summary-list.js';
import { Tag } from './tag.js';
import { WarningText } from './warning-text.js';

const parts = [Button, Details, InsetText, NotificationBanner, Panel, SummaryList, Tag, WarningText];

async function htmlOf(template: string, state: object): Promise<string> {
  return normalised(elementOf(await render(template, parts, state)).innerHTML);
}

const kinds = ['secondary', 'warning'];
const buttons = designSystemExamples('button', ['text', 'name', 'classes', 'href', 'isStartButton']).filter(
  // States that only the Design System's own pages can force, and the inverse button, which has no place here.
  ({ options }) =>
    !options['classes'] ||
    (kinds.includes(modifier(options, 'govuk-button--') ?? '') && !String(options['classes']).includes(':')),
);
describe('the button gives the HTML of the Design System', () => {
  it('for enough examples', () => expect(buttons.length).toBeGreaterThanOrEqual(5));

  it.each(buttons)('$name', async ({ options, html }) => {
    const template = options['href']
      ? '<a ui-button [kind]="kind" [attr.href]="href">{{ text }}</a>'
      : '<button ui-button [kind]="kind" [isStart]="isStart">{{ text }}</button>';
    const state = {
      ...options,
      kind: modifier(options, 'govuk-button--') ?? 'primary',
      isStart: options['isStartButton'] ?? false,
    };
    expect(await htmlOf(template, state)).toBe(normalised(html));
  });
});

describe('the tag gives the HTML of the Design System', () => {
  it.each(designSystemExamples('tag', ['text', 'classes']))('$name', async ({ options, html }) => {
    const state = { ...options, colour: modifier(options, 'govuk-tag--') };
    expect(await htmlOf('<ui-tag [text]="text" [colour]="colour" />', state)).toBe(normalised(html));
  });
});

describe('text with a frame gives the HTML of the Design System', () => {
  it.each([
    ...designSystemExamples('inset-text', ['text']).map((example) => ({ ...example, tag: 'ui-inset-text' })),
    ...designSystemExamples('warning-text', ['text', 'iconFallbackText']).map((example) => ({
      ...example,
      tag: 'ui-warning-text',
    })),
  ])('$tag $name', async ({ tag, options, html }) => {
    expect(await htmlOf(`<${tag}>{{ text }}</${tag}>`, options)).toBe(normalised(html));
  });

  it.each(designSystemExamples('details', ['summaryText', 'text', 'open', 'id']))('details $name', async (example) => {
    const state = { ...example.options, open: example.options['open'] ?? false };
    const html = example.html.replace(' id="help-with-nationality"', '');
    const template = '<ui-details [summary]="summaryText" [isOpen]="open">{{ text }}</ui-details>';
    expect(await htmlOf(template, state)).toBe(normalised(html));
  });

  it.each(designSystemExamples('notification-banner', ['text', 'type']))(
    'notification banner $name',
    async (example) => {
      const state = { ...example.options, kind: example.options['type'] ?? 'important' };
      const template = `
      <ui-notification-banner [kind]="kind" headingId="govuk-notification-banner-title">
        <p class="govuk-notification-banner__heading">{{ text }}</p>
      </ui-notification-banner>`;
      expect(await htmlOf(template, state)).toBe(normalised(example.html));
    },
  );

  it('the panel of a confirmation page', async () => {
    const { options, html } = designSystemExample('panel', 'default');
    const template = `<ui-panel [heading]="titleHtml ?? titleText">${String(options['html'])}</ui-panel>`;
    expect(await htmlOf(template, options)).toBe(normalised(html));
  });
});

interface MacroRow {
  readonly key: { text: string };
  readonly value: { text?: string };
  readonly actions?: { items?: { text: string; href: string; visuallyHiddenText?: string }[] };
}

function rowsOf(options: Options): object[] {
  return (options['rows'] as MacroRow[]).map(({ key, value, actions }) => ({
    key: key.text,
    value: value.text,
    actions: linksOf(actions),
  }));
}

function linksOf(actions: MacroRow['actions']): object[] {
  return (actions?.items ?? []).map(({ text, href, visuallyHiddenText }) => ({ text, link: href, visuallyHiddenText }));
}

const summaryLists = designSystemExamples('summary-list', ['rows', 'card']);
describe('the summary list gives the HTML of the Design System', () => {
  it('for enough examples', () => expect(summaryLists.length).toBeGreaterThanOrEqual(3));

  it.each(summaryLists)('$name', async ({ options, html }) => {
    const card = options['card'] as { title?: { text: string }; actions?: MacroRow['actions'] } | undefined;
    const state = { rows: rowsOf(options), heading: card?.title?.text, actions: linksOf(card?.actions) };
    const template = '<ui-summary-list [rows]="rows" [cardHeading]="heading" [cardActions]="actions" />';
    expect(await htmlOf(template, state)).toBe(normalised(html));
  });

  it('with one action, several, and none in a row', async () => {
    const link = (text: string): object => ({ text, link: '/change', visuallyHiddenText: 'name' });
    const rows = [
      { key: 'One', value: 'a', actions: [link('Change')] },
      { key: 'Two', value: ['a', 'b'], actions: [link('Change'), link('Remove')] },
      { key: 'None', value: '' },
    ];
    const html = elementOf(await render('<ui-summary-list [rows]="rows" />', parts, { rows })).innerHTML;
    const change = '<a class="govuk-link" href="/change">Change<span class="govuk-visually-hidden"> name</span></a>';
    expect(normalised(html)).toBe(
      normalised(`<dl class="govuk-summary-list">
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">One</dt>
          <dd class="govuk-summary-list__value">a</dd>
          <dd class="govuk-summary-list__actions">${change}</dd>
        </div>
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">Two</dt>
          <dd class="govuk-summary-list__value">a <br> b</dd>
          <dd class="govuk-summary-list__actions"><ul class="govuk-summary-list__actions-list">
            <li class="govuk-summary-list__actions-list-item">${change}</li>
            <li class="govuk-summary-list__actions-list-item">${change.replace('Change', 'Remove')}</li>
          </ul></dd>
        </div>
        <div class="govuk-summary-list__row govuk-summary-list__row--no-actions">
          <dt class="govuk-summary-list__key">None</dt>
          <dd class="govuk-summary-list__value">Not provided</dd>
        </div>
      </dl>`),
    );
  });
});
