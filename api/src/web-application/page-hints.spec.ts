import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { pageHints } from './page-hints.js';

const build = {
  styles: 'styles.css',
  scripts: ['main.js', 'frame.js'],
  pages: [
    {
      path: 'sign-in',
      isOpen: true,
      reads: ['/api/identity-providers/sign-in-options', '/api/demo/people'],
      files: ['sign-in.js'],
    },
    { path: 'referrals', isOpen: false, reads: ['/api/referrals?sort=newest', '/api/schools'], files: ['list.js'] },
    { path: 'referrals/new', isOpen: false, reads: [], files: ['new.js'] },
    { path: 'referrals/:referralId', isOpen: false, reads: ['/api/referrals/:referralId'], files: ['case.js'] },
  ],
};

describe('what is named with a page', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'page-hints-'));
    writeFileSync(path.join(folder, 'preloads.json'), JSON.stringify(build));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const named = (address: string, isSignedIn = true, isDemo = false): string[] =>
    pageHints(folder, { isDemo })(address, isSignedIn)
      .split(', ')
      .map((link) => /^<(.*?)>/.exec(link)?.[1] ?? '');

  it('begins with the styles and the frame, without which nothing is drawn', () => {
    expect(named('/referrals/7').slice(0, 3)).toEqual(['/styles.css', '/main.js', '/frame.js']);
  });

  it('brings the scripts and the data of the page, and who is signed in', () => {
    expect(named('/referrals/7').slice(3)).toEqual(['/api/service', '/api/session', '/api/referrals/7', '/case.js']);
  });

  it('takes the first page that fits, as the router does', () => {
    expect(named('/referrals/new')).toContain('/new.js');
    expect(named('/referrals/new')).not.toContain('/case.js');
  });

  it('brings the sign-in page, and asks for nothing that would be refused, where nobody is signed in', () => {
    expect(named('/referrals/7', false).slice(3)).toEqual([
      '/api/service',
      '/api/identity-providers/sign-in-options',
      '/sign-in.js',
    ]);
  });

  it('brings the people of a demo in a demo only', () => {
    expect(named('/sign-in', false, true)).toContain('/api/demo/people');
    expect(named('/sign-in', false, false)).not.toContain('/api/demo/people');
  });

  it('leaves the list to ask for itself where it has a filter', () => {
    expect(named('/referrals?status=draft')).not.toContain('/api/referrals?sort=newest');
    expect(named('/referrals?status=draft')).toEqual(expect.arrayContaining(['/api/schools', '/list.js']));
  });

  it('takes nothing of an odd address into the header', () => {
    expect(named('/referrals/%3E,%3Chttps:').join()).not.toMatch(/%3E|https/);
  });

  it('says nothing where the web application has not been built', () => {
    expect(pageHints(path.join(folder, 'nowhere'), { isDemo: false })('/referrals', true)).toBe('');
  });
});
