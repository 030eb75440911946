import fc from 'fast-check';
import {
  type ChildIdentity,
  DUPLICATE_GROUNDS,
  duplicateGrounds,
  findDuplicateReason,
  groundsToSuggest,
} from './index.js';

const robin: ChildIdentity = {
  upn: 'A857000000001',
  legalForename: 'Robin',
  legalSurname: 'Ashdown',
  preferredName: '',
  bornOn: '2016-03-05',
};

const name = fc.oneof(
  fc.constantFrom('Robin', 'Robyn', 'Rob', 'Zoë', 'Zoe', 'Amy', 'Ann', "O'Neil", 'ONeill', 'Ashdown', 'Ash-Down', ''),
  fc.string(),
);
const child = fc.record<ChildIdentity>({
  upn: fc.constantFrom('A857000000001', 'A85700000000B'),
  legalForename: name,
  legalSurname: name,
  preferredName: name,
  bornOn: fc.constantFrom('2016-03-05', '2016-05-03', '2016-03-06', '2015-01-01'),
});

describe('grounds to think that two records are one child', () => {
  it.each([
    ['the same name', {}, ['same_name_and_birth']],
    ['accents, hyphens and capitals aside', { legalSurname: 'ASH-DOWN' }, ['same_name_and_birth']],
    ['an accent of its own', { legalForename: 'Rob\u00edn' }, ['same_name_and_birth']],
    ['one letter of the first name', { legalForename: 'Robyn' }, ['similar_name']],
    ['two letters swapped', { legalForename: 'Robni' }, ['similar_name']],
    ['a short form', { legalForename: 'Rob' }, ['similar_name']],
    ['the preferred name of the other', { legalForename: 'Alexander', preferredName: 'Robin' }, ['similar_name']],
    ['a double surname', { legalSurname: 'Ashdown-Smith' }, ['similar_name']],
    ['a surname put before it', { legalSurname: 'Smith-Ashdown' }, ['similar_name']],
    ['another surname', { legalSurname: 'Birchall' }, ['other_surname']],
    ['day and month the other way round', { bornOn: '2016-05-03' }, ['similar_birth']],
    ['another year', { bornOn: '2015-03-05' }, ['similar_birth']],
    ['another day', { bornOn: '2016-03-06' }, ['similar_birth']],
    ['a temporary UPN', { upn: 'A85700000000B' }, ['same_name_and_birth', 'temporary_upn']],
    ['a twin', { legalForename: 'Martha' }, []],
    ['a namesake of another age', { bornOn: '2012-11-30' }, []],
    ['both names a little different', { legalForename: 'Robyn', legalSurname: 'Ashdon' }, []],
  ])('%s', (_, changes, grounds) => {
    expect(duplicateGrounds(robin, { ...robin, ...changes })).toEqual(grounds);
  });

  it('are the same in both directions, whatever the names', () => {
    fc.assert(
      fc.property(child, child, (a, b) => {
        expect(duplicateGrounds(a, b)).toEqual(duplicateGrounds(b, a));
        expect(findDuplicateReason(a, b, null)).toBe(findDuplicateReason(b, a, null));
      }),
    );
  });

  it('never come from a temporary UPN alone', () => {
    fc.assert(fc.property(child, child, (a, b) => expect(duplicateGrounds(a, b)).not.toEqual(['temporary_upn'])));
  });

  it('are worth stopping for, but for another surname, which two children have on most days', () => {
    fc.assert(
      fc.property(child, child, (a, b) => {
        const [strongest = null] = duplicateGrounds(a, b);
        expect(findDuplicateReason(a, b, null)).toBe(strongest === 'other_surname' ? null : strongest);
      }),
    );
  });

  it('are suggested until every one of them was looked at, and then not for fewer', () => {
    fc.assert(
      fc.property(child, child, fc.subarray([...DUPLICATE_GROUNDS]), (a, b, told) => {
        const grounds = duplicateGrounds(a, b);
        expect(groundsToSuggest(a, b, null)).toEqual(grounds);
        expect(groundsToSuggest(a, b, grounds)).toEqual([]);
        const suggested = groundsToSuggest(a, b, told);
        expect(suggested).toEqual(grounds.every((ground) => told.includes(ground)) ? [] : grounds);
        // What is not suggested is nothing to stop for.
        if (suggested.length === 0) expect(findDuplicateReason(a, b, told)).toBeNull();
      }),
    );
  });
});
