import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  billOfMaterials,
  foreignComponents,
  licenceProblems,
  licencesOf,
  packageOf,
  productionPackages,
} from './sbom.mjs';
import { root } from './workspace.mjs';

describe('the bill of materials', () => {
  const bill = billOfMaterials();
  const { name, version, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

  it('is CycloneDX and names the product', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name, version } } });
  });

  it('lists every package that production installs, with its version', () => {
    const listed = new Set(foreignComponents(bill).map(packageOf));
    expect([...productionPackages()].filter((name) => !listed.has(name))).toEqual([]);
    expect(listed.size).toBeGreaterThan(200);
    for (const each of Object.keys(dependencies)) {
      expect([...listed].some((name) => name.startsWith(`${each}@`))).toBe(true);
    }
  });

  it('gives each a licence that is on our list', () => {
    expect(licenceProblems(bill)).toEqual([]);
    expect(foreignComponents(bill).every((component) => licencesOf(component).length > 0)).toBe(true);
  });

  it('names no host of a registry and no folder of a machine', () => {
    expect(JSON.stringify(bill)).not.toMatch(/registry\.|file:\/\/|"\/(?:home|root|Users)\//);
  });

  it('would show a licence that nobody has agreed to, and a component without one', () => {
    const component = (id) => ({ purl: 'pkg:npm/x@1', licenses: id ? [{ license: { id } }] : [] });
    expect(licenceProblems({ components: [component('GPL-3.0-only')] })).toEqual(['pkg:npm/x@1: GPL-3.0-only']);
    expect(licenceProblems({ components: [component(null)] })).toEqual(['pkg:npm/x@1: no licence']);
    expect(licenceProblems({ components: [component('(MIT OR GPL-3.0-only)')] })).toEqual([]);
    expect(licenceProblems({ components: [component('(MIT AND GPL-3.0-only)')] })).toHaveLength(1);
  });
});
