import { commitAdvice, commitProblems, glossaryProblems, textProblems } from './repository-rules.mjs';

describe('a commit message', () => {
  it('has a type, a scope or none, and says why', () => {
    expect(commitProblems('feat(referrals): refuse an empty form\n\nIt was sent by mistake.\n')).toEqual([]);
    expect(commitProblems('build!: leave Node 20\n\nIt ended.\n')).toEqual([]);
  });

  it.each([
    ['another type', 'chore: things\n\nWhy.'],
    ['no type', 'Add things\n\nWhy.'],
    ['a full stop', 'feat: things.\n\nWhy.'],
    ['no empty line', 'feat: things\nWhy.'],
    ['a very long subject', `feat: ${'x'.repeat(100)}\n\nWhy.`],
    ['a folder of one machine', `feat: things\n\nTried in /${'work'}/main.`],
  ])('is refused with %s', (_case, message) => {
    expect(commitProblems(message)).toHaveLength(1);
  });
});

describe('advice on a commit message', () => {
  it('asks why', () => {
    expect(commitAdvice('feat: things')).toEqual([expect.stringContaining('does not say why')]);
    expect(commitAdvice('feat: things\n\nThey were missing.')).toEqual([]);
  });
});

describe('the text of a file', () => {
  it.each([
    ['a folder of one machine', 'README.md', `cd /${'work'}/main`],
    ['a folder of one machine', 'README.md', `see /${'home'}/jo/panel/README.md`],
    ['a host of a package registry', 'package-lock.json', `"resolved": "https://registry.${'npmjs'}.org/pg/-/pg.tgz"`],
    ['an address of a private network', 'docs/running.md', 'http://10.1.2.3:4873'],
    ['a crown', 'web/src/index.html', '<link href="/crown.svg">'],
  ])('must not have %s', (what, file, text) => {
    expect(textProblems(file, text)).toEqual([expect.stringContaining(what)]);
  });

  it.each([
    ['a route', 'web/src/app/home.ts', `path: '/${'home'}/tasks/today'`],
    ['a relative path', 'api/src/app.module.ts', "import './home/home.module.js'; import '../work/x.js'"],
    ['a version that looks like an address', 'README.md', 'version 10.2.3'],
    ['a comment about the crown', 'libs/ui/src/header.ts', '/** No crown. */'],
  ])('may have %s', (_case, file, text) => {
    expect(textProblems(file, text)).toEqual([]);
  });

  it('is told with its line', () => {
    expect(textProblems('a.md', `one\ntwo /${'root'}/x`)[0]).toMatch(/^a\.md:2 /);
  });
});

describe('the glossary', () => {
  it('explains each word once', () => {
    const rows = ['| Word | Meaning |', '| --- | --- |', '| panel | A meeting. |', '| case | A referral. |'];
    expect(glossaryProblems(rows.join('\n'))).toEqual([]);
    expect(glossaryProblems([...rows, ...rows].join('\n'))).toEqual([
      expect.stringContaining('"Word"'),
      expect.stringContaining('"panel"'),
      expect.stringContaining('"case"'),
    ]);
  });
});
