import { designSystemExample, designSystemExamples, normalised } from '../testing/design-system.js';
import { elementOf, render } from '../testing/render.js';
import { BackLink } from './back-link.js';
import { Breadcrumbs } from './breadcrumbs.js';
import { Header } from './header.js';
import { PhaseBanner } from './phase-banner.js';
import { ServiceNavigation } from './service-navigation.js';
import { SkipLink } from './skip-link.js';

const parts = [BackLink, Breadcrumbs, Header, PhaseBanner, ServiceNavigation, SkipLink];

async function htmlOf(template: string, state: object): Promise<string> {
  return normalised(elementOf(await render(template, parts, state)).innerHTML);
}

interface MacroLink {
  readonly text: string;
  readonly href?: string;
  readonly current?: boolean;
  readonly active?: boolean;
}

describe('the frame of a page gives the HTML of the Design System', () => {
  it('in the skip link', async () => {
    const { html } = designSystemExample('skip-link', 'default');
    expect(await htmlOf('<ui-skip-link targetId="test-target-element" />', {})).toBe(normalised(html));
  });

  it('in the generic header', async () => {
    const { html } = designSystemExample('generic-header', 'default');
    expect(await htmlOf('<ui-header organisation="My cool service" />', {})).toBe(normalised(html));
  });

  it('in the phase banner', async () => {
    const { html } = designSystemExample('phase-banner', 'text');
    const text = normalised(html).split('\n').at(-1)?.trim();
    expect(await htmlOf('<ui-phase-banner tag="">{{ text }}</ui-phase-banner>', { text })).toBe(normalised(html));
  });

  it('in the back link', async () => {
    const { html } = designSystemExample('back-link', 'default');
    expect(await htmlOf('<ui-back-link link="#" />', {})).toBe(normalised(html));
  });

  it.each(designSystemExamples('breadcrumbs', ['items', 'collapseOnMobile']))(
    'in breadcrumbs $name',
    async (example) => {
      const items = (example.options['items'] as MacroLink[]).map(({ text, href }) => ({ text, link: href }));
      const state = { items, collapse: example.options['collapseOnMobile'] ?? false };
      const template = '<ui-breadcrumbs [items]="items" [collapseOnMobile]="collapse" />';
      expect(await htmlOf(template, state)).toBe(normalised(example.html));
    },
  );

  // Ours always names the service and collapses several links.
  const navigations = designSystemExamples(
    'service-navigation',
    ['serviceName', 'serviceUrl', 'navigation'],
    ['with a single navigation item'],
  ).filter(({ options }) => options['serviceUrl']);
  it.each(navigations)('in the service navigation $name', async ({ options, html }) => {
    const items = ((options['navigation'] ?? []) as MacroLink[]).map(({ text, href, current, active }) => ({
      text,
      link: href,
      isCurrent: current,
      isActive: active,
    }));
    const state = { name: options['serviceName'], home: options['serviceUrl'], items };
    const template = '<ui-service-navigation [serviceName]="name" homeLink="/" [items]="items" />';
    expect(await htmlOf(template, state)).toBe(normalised(html.replace('href="#/"', 'href="/"')));
  });

  it('for enough examples of the service navigation', () => expect(navigations.length).toBeGreaterThanOrEqual(3));
});
