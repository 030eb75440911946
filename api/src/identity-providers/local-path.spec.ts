import { localPath } from './local-path.js';

describe('where a sign-in goes on to', () => {
  it.each(['/', '/referrals?status=draft', '/referrals/1#notes'])('is %s, a page of ours', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    undefined,
    '',
    'referrals',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/%0d%0aSet-Cookie: a=b c',
    'javascript:alert(1)',
    '/api/session',
    '/referrals/../api/session',
    `/${'x'.repeat(500)}`,
  ])('is the start instead of %j', (path) => {
    expect(localPath(path)).toBe('/');
  });
});
