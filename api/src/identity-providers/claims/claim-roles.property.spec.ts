import { ROLES } from '@panel/case-rules';
import fc from 'fast-check';

import {
  type ClaimedFacts,
  grantChanges,
  grantKey,
  grantsFromClaims,
  type HeldGrant,
  isWithinOrganisation,
  type MappedGrant,
  ruleFault,
} from './claim-roles.js';

const schools = ['school-a', 'school-b'];
const schoolOfUrn = new Map([
  ['100001', 'school-a'],
  ['100002', 'school-b'],
]);
const claims = fc.constantFrom('roles', 'groups');
const values = fc.constantFrom('SENCO', 'senco', 'Coordinator', 'x');
const organisation = fc.option(fc.constantFrom(...schools));

const rules = fc.array(
  fc.record({
    claim: claims,
    value: values,
    role: fc.constantFrom(...ROLES),
    schoolId: organisation,
    providerId: fc.option(fc.constantFrom('provider-a', 'provider-b')),
    isSchoolFromUrn: fc.boolean(),
  }),
  { maxLength: 12 },
);

const facts: fc.Arbitrary<ClaimedFacts> = fc.record({
  values: fc.array(fc.tuple(claims, fc.array(values))).map((entries) => new Map(entries)),
  urn: fc.option(fc.constantFrom('100001', '100002', '999999')),
});

const grants: fc.Arbitrary<MappedGrant[]> = fc.uniqueArray(
  fc.record({
    role: fc.constantFrom(...ROLES),
    schoolId: organisation,
    providerId: fc.option(fc.constantFrom('provider-a')),
  }),
  { selector: grantKey, maxLength: 8 },
);

const held = fc.tuple(grants, fc.infiniteStream(fc.constantFrom('this', 'another', null))).map(([list, sources]) =>
  list.map((grant, index): HeldGrant => ({
    ...grant,
    id: String(index),
    identityProviderId: sources.next().value ?? null,
  })),
);

const keys = (list: readonly MappedGrant[]): string[] => list.map(grantKey).sort();

describe('roles from claims', () => {
  it('are given by a rule whose claim has exactly its value, and by nothing else', () => {
    fc.assert(
      fc.property(rules, facts, (someRules, someFacts) => {
        for (const grant of grantsFromClaims(someRules, someFacts, schoolOfUrn)) {
          expect(
            someRules.some(
              (rule) =>
                rule.role === grant.role &&
                rule.providerId === grant.providerId &&
                (someFacts.values.get(rule.claim) ?? []).includes(rule.value) &&
                (rule.isSchoolFromUrn
                  ? grant.schoolId === schoolOfUrn.get(someFacts.urn ?? '')
                  : rule.schoolId === grant.schoolId),
            ),
          ).toBe(true);
        }
      }),
    );
  });

  it('do not depend on the order of rules or values, and no role comes twice', () => {
    fc.assert(
      fc.property(rules, facts, (someRules, someFacts) => {
        const given = keys(grantsFromClaims(someRules, someFacts, schoolOfUrn));
        const turned = {
          ...someFacts,
          values: new Map([...someFacts.values].map(([name, list]) => [name, [...list].reverse()])),
        };
        expect(keys(grantsFromClaims([...someRules].reverse(), turned, schoolOfUrn))).toEqual(given);
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });

  it('never become fewer by one more value or one more rule', () => {
    fc.assert(
      fc.property(rules, facts, claims, values, rules, (someRules, someFacts, claim, value, moreRules) => {
        const before = keys(grantsFromClaims(someRules, someFacts, schoolOfUrn));
        const more = new Map(someFacts.values).set(claim, [...(someFacts.values.get(claim) ?? []), value]);
        const after = grantsFromClaims([...someRules, ...moreRules], { ...someFacts, values: more }, schoolOfUrn);
        expect(keys(after)).toEqual(expect.arrayContaining(before));
      }),
    );
  });

  it('are none without values, and none for a school that is not of this authority', () => {
    fc.assert(
      fc.property(rules, facts, (someRules, someFacts) => {
        expect(grantsFromClaims(someRules, { ...someFacts, values: new Map() }, schoolOfUrn)).toEqual([]);
        const byUrn = someRules.map((rule) => ({ ...rule, schoolId: null, isSchoolFromUrn: true }));
        expect(grantsFromClaims(byUrn, { ...someFacts, urn: '999999' }, schoolOfUrn)).toEqual([]);
      }),
    );
  });
});

describe('bringing roles up to date', () => {
  const apply = (before: readonly HeldGrant[], wanted: readonly MappedGrant[]): HeldGrant[] => {
    const { add, remove } = grantChanges(before, wanted, 'this');
    return [
      ...before.filter((grant) => !remove.includes(grant)),
      ...add.map((grant) => ({ ...grant, id: grantKey(grant), identityProviderId: 'this' })),
    ];
  };

  it('leaves every role that a person or another provider gave', () => {
    fc.assert(
      fc.property(held, grants, (before, wanted) => {
        const others = before.filter((grant) => grant.identityProviderId !== 'this');
        expect(apply(before, wanted)).toEqual(expect.arrayContaining(others));
      }),
    );
  });

  it('gives all that is wanted, keeps nothing of this provider that is not, and gives nothing twice', () => {
    fc.assert(
      fc.property(held, grants, (before, wanted) => {
        const after = apply(before, wanted);
        expect(keys(after)).toEqual(expect.arrayContaining(keys(wanted)));
        const ofThis = after.filter((grant) => grant.identityProviderId === 'this');
        expect(keys(wanted)).toEqual(expect.arrayContaining(keys(ofThis)));
        expect(new Set(keys(after)).size).toBe(after.length);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(held, grants, (before, wanted) => {
        expect(grantChanges(apply(before, wanted), wanted, 'this')).toEqual({ add: [], remove: [] });
      }),
    );
  });
});

describe('a rule', () => {
  const everywhere = { schoolId: null, providerId: null };

  it('without a fault gives only roles that the database accepts: a SENCo with a school, a provider with its provider', () => {
    fc.assert(
      fc.property(rules, facts, (someRules, someFacts) => {
        const sound = someRules.filter((rule) => ruleFault(rule, everywhere) === null);
        for (const grant of grantsFromClaims(sound, someFacts, schoolOfUrn)) {
          if (grant.role === 'senco') expect(grant.schoolId).not.toBeNull();
          expect(grant.role === 'provider').toBe(grant.providerId !== null);
        }
      }),
    );
  });

  it('of a school’s own identity provider never reaches beyond that school', () => {
    fc.assert(
      fc.property(rules, facts, (someRules, someFacts) => {
        const limit = { schoolId: 'school-a', providerId: null };
        const sound = someRules.filter((rule) => ruleFault(rule, limit) === null);
        const given = grantsFromClaims(sound, someFacts, schoolOfUrn);
        expect(isWithinOrganisation(given, limit)).toBe(true);
        expect(given.every(({ role }) => role === 'senco' || role === 'panel_member')).toBe(true);
      }),
    );
  });

  it.each([
    [{ role: 'senco' as const }, 'school_missing'],
    [{ role: 'coordinator' as const, schoolId: 'school-a' }, 'school_not_for_role'],
    [{ role: 'senco' as const, schoolId: 'school-a', isSchoolFromUrn: true }, 'school_not_for_role'],
    [{ role: 'provider' as const }, 'provider_missing'],
    [{ role: 'coordinator' as const, providerId: 'provider-a' }, 'provider_not_for_role'],
    [{ role: 'coordinator' as const }, null],
    [{ role: 'senco' as const, isSchoolFromUrn: true }, null],
  ])('%j: %s', (rule, fault) => {
    expect(ruleFault({ schoolId: null, providerId: null, isSchoolFromUrn: false, ...rule }, everywhere)).toBe(fault);
  });
});
