import fc from 'fast-check';

import { isCommonPassword } from './common-passwords.js';
import { hashPassword, isOutdatedHash, passwordMatches } from './password.js';
import { passwordMistake } from './password-rules.js';

const person = { name: 'Anne-Marie O’Neill', email: 'a.oneill.senco@oakfield.example', serviceName: 'Inclusion Panel' };
const mistake = (password: string) => passwordMistake(password, person, isCommonPassword);

describe('a new password', () => {
  it.each([
    ['four random words', 'correct horse battery staple'],
    ['lower case letters only', 'fjordvulpenkrant'],
    ['fifteen characters that are one each in two ways to write them', 'é'.normalize('NFD').concat('zxwvkqjrmntbpl')],
    ['other scripts', 'тихаярекаподльдом'],
    ['200 characters', 'ab3-'.repeat(3).concat('x9'.padEnd(188, 'kq7zw1'))],
  ])('may be made of %s', (_, password) => {
    expect(mistake(password)).toBeNull();
  });

  it.each([
    ['too_short', 'fourteen chars'],
    ['too_long', 'ab3-'.repeat(3).concat('x9'.padEnd(189, 'kq7zw1'))],
    ['repeated', 'aaaaaaaaaaaaaaaa'],
    ['repeated', 'Abc1Abc1Abc1Abc1A'],
    ['repeated', '1234567890123456'],
    ['repeated', 'ponmlkjihgfedcba'],
    ['repeated', 'qwertyuiopasdfgh'],
    ['common', '123456789qwerty'],
    ['common', 'Password12345678'],
    ['common', 'sunshineprincess'],
    ['personal', 'oneill likes long walks'],
    ['personal', 'MARIE likes long walks'],
    ['personal', 'my a.oneill.senco mailbox'],
    ['personal', 'the inclusion-panel 2026!'],
  ])('is refused as %s: %s', (code, password) => {
    expect(mistake(password)).toBe(code);
  });

  it('is refused with the name in it wherever that stands, and not for short parts of a name', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[b-y]{0,20}$/), fc.stringMatching(/^[b-y]{15,30}$/), (before, after) => {
        const code = mistake(`${before}oneill${after}`);
        expect(code === 'personal' || code === 'repeated' || code === 'common').toBe(true);
      }),
    );
    expect(passwordMistake('jo walked over seven hills', { ...person, name: 'Jo Li' }, isCommonPassword)).toBeNull();
  });

  it('never needs a capital, a digit or a sign', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{15,60}$/), (password) => {
        expect(['too_short', 'too_long']).not.toContain(mistake(password));
      }),
    );
  });
});

describe('a hash', () => {
  it('fits the same password however its letters are composed', async () => {
    const hash = await hashPassword('cafés and crêpes'.normalize('NFC'));
    expect(await passwordMatches(hash, 'cafés and crêpes'.normalize('NFD'))).toBe(true);
    expect(await passwordMatches(hash, 'cafes and crepes')).toBe(false);
    expect(await passwordMatches(null, 'cafés and crêpes')).toBe(false);
  });

  it('is outdated when it was made with other costs', async () => {
    expect(isOutdatedHash(await hashPassword('cafés and crêpes'))).toBe(false);
    expect(isOutdatedHash('$argon2id$v=19$m=4096,t=3,p=1$c2FsdHNhbHQ$aGFzaGhhc2g')).toBe(true);
    expect(isOutdatedHash('$2b$12$somethingOfBcrypt')).toBe(true);
  });
});
