import { safePath } from './where-to-go.js';

describe('the page after a sign-in', () => {
  it('is the one that was wanted', () => {
    expect(safePath('/referrals?status=draft')).toBe('/referrals?status=draft');
    expect(safePath(undefined)).toBe('/');
  });

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    'referrals',
  ])('is never an address elsewhere: %s', (wanted) => {
    expect(safePath(wanted)).toBe('/');
  });
});
