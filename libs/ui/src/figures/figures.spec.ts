import { csvText } from '@panel/disclosure';
import { elementOf, find, render } from '../testing/render.js';
import { ChartFigure } from './chart-figure.js';
import { parsedSvg } from './svg.js';

const svg = (label: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 10 10"><title>${label}</title><rect fill="#12436D"/></svg>`;

describe('a chart', () => {
  const state = {
    wide: svg('wide'),
    narrow: svg('narrow'),
    table: {
      header: ['Need', 'Children'],
      rows: [
        ['SEMH', '38'],
        ['=SUM(A1)', '12'],
      ],
    },
  };
  const template = `<ui-chart-figure headline="Most need SEMH support" subtitle="Children by need, 2021" [wideSvg]="wide"
    [narrowSvg]="narrow" [table]="table" source="Referrals" fileName="needs" />`;

  it('stands in a figure with its message, both sizes, its table and its source', async () => {
    const fixture = await render(template, [ChartFigure], state);
    expect(find(fixture, 'figure h2').textContent).toBe('Most need SEMH support');
    expect([...elementOf(fixture).querySelectorAll('svg title')].map(({ textContent }) => textContent)).toEqual([
      'wide',
      'narrow',
    ]);
    expect(elementOf(fixture).querySelectorAll('tbody tr')).toHaveLength(2);
    expect(elementOf(fixture).textContent).toContain('Source: Referrals');
  });

  it('gives its numbers as a file', async () => {
    const link = find<HTMLAnchorElement>(await render(template, [ChartFigure], state), 'a');
    expect(link.getAttribute('download')).toBe('needs.csv');
    const href = link.getAttribute('href') ?? '';
    expect(decodeURIComponent(href.slice(href.indexOf(',') + 1))).toBe(csvText(state.table.header, state.table.rows));
  });
});

describe('an SVG on its way into the page', () => {
  it('loses everything that could act', () => {
    const root = parsedSvg(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script>
      <a href="javascript:alert(1)"><text>x</text></a><rect onclick="alert(1)" style="fill:red" fill="#12436D"/></svg>`);
    expect(root?.outerHTML).not.toMatch(/script|alert|style|<a/);
    expect(root?.querySelector('rect')?.getAttribute('fill')).toBe('#12436D');
  });

  it.each(['', 'no xml', '<svg', '<html xmlns="http://www.w3.org/1999/xhtml"/>'])(
    'is nothing when it is "%s"',
    (text) => {
      expect(parsedSvg(text)).toBeUndefined();
    },
  );
});
