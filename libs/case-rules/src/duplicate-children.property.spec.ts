import fc from 'fast-check';
import { type ChildIdentity, duplicateGrounds } from './index.js';

const robin: ChildIdentity = {
  upn: 'A857000000001',
  legalForename: 'Robin',
  legalSurname: 'Ashdown',
  bornOn: '2016-03-05',
};

const child = fc.record({
  upn: fc.constantFrom('A857000000001', 'A85700000000B'),
  legalForename: fc.oneof(fc.constantFrom('Robin', 'Robyn', 'Rob', 'Zoë', 'Zoe', ''), fc.string()),
  legalSurname: fc.oneof(fc.constantFrom('Ashdown', 'Ash-Down', 'Birchall'), fc.string()),
  bornOn: fc.constantFrom('2016-03-05', '2016-05-03', '2015-01-01'),
});

describe('grounds to think that two records are one child', () => {
  it.each([
    ['the same name', {}, ['same_name_and_birth']],
    ['accents, hyphens and capitals aside', { legalSurname: 'ASH-DOWN' }, ['same_name_and_birth']],
    ['one letter of the forename', { legalForename: 'Robyn' }, ['similar_name']],
    ['two letters swapped', { legalForename: 'Robni' }, ['similar_name']],
    ['a short form', { legalForename: 'Rob' }, ['similar_name']],
    ['another surname', { legalSurname: 'Birchall' }, ['other_surname']],
    ['day and month the other way round', { bornOn: '2016-05-03' }, ['birth_date_swapped']],
    ['a temporary UPN', { upn: 'A85700000000B' }, ['same_name_and_birth', 'temporary_upn']],
    ['a twin', { legalForename: 'Martha' }, []],
    ['another birth date', { bornOn: '2016-03-06' }, []],
  ])('%s', (_, changes, grounds) => {
    expect(duplicateGrounds(robin, { ...robin, ...changes })).toEqual(grounds);
  });

  it('are the same in both directions, whatever the names', () => {
    fc.assert(fc.property(child, child, (a, b) => expect(duplicateGrounds(a, b)).toEqual(duplicateGrounds(b, a))));
  });

  it('never come from a temporary UPN alone', () => {
    fc.assert(fc.property(child, child, (a, b) => expect(duplicateGrounds(a, b)).not.toEqual(['temporary_upn'])));
  });
});
