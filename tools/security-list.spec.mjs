import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './workspace.mjs';

describe('the list of security', () => {
  const text = readFileSync(join(root, 'docs/security.md'), 'utf8');
  const points = [...text.matchAll(/^(\d+)\. \*\*.+?\*\*(.*)$/gm)].map(([, number, how]) => ({
    number: Number(number),
    how,
  }));

  it('has its sixty-four points, each once and in order', () => {
    expect(points.map(({ number }) => number)).toEqual(Array.from({ length: 64 }, (_, index) => index + 1));
  });

  it.each(points)('says of point $number what shows it, or that it is open or not applicable', ({ how }) => {
    expect(how).toMatch(/→ |Open|Not applicable/);
  });

  it('names only specifications that are there', () => {
    const named = [...text.matchAll(/`([\w./-]+\/[\w.-]+\.spec\.(?:ts|mjs))`/g)].map(([, file]) => file);
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});
