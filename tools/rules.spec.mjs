import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import rules from './lint-rules/index.mjs';
import { featuresInOrder } from './lint-rules/features-look-left.mjs';
import { clean, planted } from './planted-offences.mjs';
import { root } from './workspace.mjs';

/*
 * A rule that does not bite is worse than none: people believe in it. So each is shown an offence, with the project's own
 * settings. ESLint runs in a process of its own: it loads the whole workspace, which Jest's modules would make slow.
 */
describe('the rules of the style guide', () => {
  let findings;

  beforeAll(() => {
    const cases = [...planted, ...clean];
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'tools/lint-texts.mjs')], {
      cwd: root,
      input: JSON.stringify(cases),
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const all = JSON.parse(stdout);
    findings = new Map(cases.map(({ title }, index) => [title, all[index]]));
  }, 120_000);

  it.each(planted)('refuse $title ($rule)', ({ title, rule }) => {
    expect(findings.get(title).map((finding) => finding.rule)).toContain(rule);
  });

  it.each(clean)('allow $title', ({ title }) => {
    expect(findings.get(title)).toEqual([]);
  });

  it('are all shown an offence', () => {
    const tried = new Set(planted.map(({ rule }) => rule));
    expect(Object.keys(rules.rules).filter((name) => !tried.has(`panel/${name}`))).toEqual([]);
  });

  it('read the order of the features from the application’s module', () => {
    const source = `
      import { SchoolsModule } from './schools/schools.module.js';
      import { RateCardsModule } from './rate-cards/rate-cards.module.js';
      export const features = [RateCardsModule, SchoolsModule];`;
    expect(featuresInOrder(source)).toEqual(['rate-cards', 'schools']);
    expect(() => featuresInOrder('export const nothing = 1;')).toThrow('features');
  });
});

describe('the rules about files', () => {
  let folder;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'inclusion-panel-rules-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const tool = (path, ...parameters) =>
    spawnSync(process.execPath, [join(root, 'node_modules', path), ...parameters], { cwd: root, encoding: 'utf8' });
  const cruise = () =>
    tool('dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.mjs', folder);

  it('refuse a circle, even one of types only', () => {
    writeFileSync(join(folder, 'one.ts'), "import { two } from './two.js';\nexport const one = two;\n");
    writeFileSync(join(folder, 'two.ts'), "import type { one } from './one.js';\nexport const two: typeof one = 2;\n");
    const { status, stdout } = cruise();
    expect(stdout).toContain('no-cycles');
    expect(status).not.toBe(0);
  });

  it('refuse an import that leads nowhere, and allow one that does not', () => {
    writeFileSync(join(folder, 'one.ts'), "export * from './two.js';\n");
    expect(cruise().stdout).toContain('no-missing-files');
    writeFileSync(join(folder, 'two.ts'), 'export const two = 2;\n');
    expect(cruise().status).toBe(0);
  });

  it('refuse a file that is not formatted', () => {
    const file = join(folder, 'file.ts');
    const format = () =>
      tool(
        'prettier/bin/prettier.cjs',
        '--config',
        '.prettierrc.json',
        '--ignore-path',
        '.prettierignore',
        '--check',
        file,
      );
    writeFileSync(file, 'export const  a = "b"\n');
    expect(format().status).toBe(1);
    writeFileSync(file, "export const a = 'b';\n");
    expect(format().status).toBe(0);
  });
});
