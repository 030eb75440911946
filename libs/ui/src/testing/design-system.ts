import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const components = join(
  dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist/govuk/components',
);

/** One published example of a component of GOV.UK Frontend: its parameters and the HTML they give. */
export interface Example {
  readonly name: string;
  readonly options: Options;
  readonly html: string;
}

/** Parameters of a component; which ones there are depends on the component. */
export interface Options {
  readonly [key: string]: unknown;
}

/** One example by its name. */
export function designSystemExample(component: string, name: string): Example {
  const found = examplesOf(component).find((example) => example.name === name);
  if (!found) throw new Error(`${component} has no example ${name}`);
  return found;
}

function examplesOf(component: string): readonly (Example & { hidden: boolean })[] {
  const file = readFileSync(join(components, component, 'fixtures.json'), 'utf8');
  return (JSON.parse(file) as { fixtures: (Example & { hidden: boolean })[] }).fixtures;
}

/** The examples that use only the given parameters, and not those named in `except` (whose reason stands there). */
export function designSystemExamples(
  component: string,
  parameters: readonly string[],
  except: readonly string[] = [],
): readonly Example[] {
  const fixtures = examplesOf(component);
  const unknown = except.filter((name) => !fixtures.some((fixture) => fixture.name === name));
  if (unknown.length > 0) throw new Error(`${component} has no example ${unknown.join(', ')}`);
  return fixtures.filter(
    ({ hidden, name, options }) =>
      !hidden &&
      !except.includes(name) &&
      Object.keys(options).every((key) => parameters.includes(key)) &&
      // Markup as a parameter: our parts take text, or content between their tags.
      !JSON.stringify(options).includes('"html"'),
  );
}

/** `text` of a parameter such as `hint` or `label`. */
export function textOf(parameter: unknown): string | undefined {
  return (parameter as { text?: string } | undefined)?.text?.trim();
}

/** The modifier of a class list: `modifier('govuk-label--l', 'govuk-label--')` is `l`. */
export function modifier(parameter: unknown, prefix: string): string | undefined {
  const classes = (parameter as { classes?: string } | undefined)?.classes ?? '';
  return classes
    .split(' ')
    .find((name) => name.startsWith(prefix))
    ?.slice(prefix.length);
}

/**
 * Attributes that say nothing about the Design System: hooks of its JavaScript and of Angular, and `name`, which here
 * is always the id because forms are never sent by the browser.
 */
const ignoredAttributes = /^(data-|ui-|ng-|_ng|name$|tabindex$|novalidate$)/;

/** The router writes the path before a fragment. */
function comparableValue(name: string, value: string): string {
  if (name === 'class') return value.trim().split(/\s+/).sort().join(' ');
  return name === 'href' ? value.replace(/^\/#/, '#') : value.trim();
}

/** HTML as one comparable text: no host elements of ours, sorted attributes and classes, single spaces. */
export function normalised(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const host of page.querySelectorAll('*')) {
    if (host.localName.startsWith('ui-')) host.replaceWith(...host.childNodes);
  }
  page.body.normalize();
  return lines(page.body, 0).join('\n');
}

function lines(parent: Element, depth: number): string[] {
  const indent = '  '.repeat(depth);
  return [...parent.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
      return text ? [indent + text] : [];
    }
    return node instanceof Element ? [`${indent}<${tagOf(node)}>`, ...lines(node, depth + 1)] : [];
  });
}

function tagOf(element: Element): string {
  const attributes = [...element.attributes]
    .filter(({ name }) => !ignoredAttributes.test(name))
    .map(({ name, value }) => `${name}="${comparableValue(name, value)}"`)
    .filter((attribute) => attribute !== 'class=""');
  return [element.localName, ...attributes.sort()].join(' ');
}

/** What a fixture shows, with the state of its controls written as attributes, as a server would send it. */
export function shownHtml(root: HTMLElement): string {
  for (const control of root.querySelectorAll('input')) {
    if (control.type === 'radio' || control.type === 'checkbox') control.toggleAttribute('checked', control.checked);
    else if (control.value) control.setAttribute('value', control.value);
  }
  for (const option of root.querySelectorAll('option')) option.toggleAttribute('selected', option.selected);
  for (const area of root.querySelectorAll('textarea')) area.textContent = area.value;
  return root.innerHTML;
}
