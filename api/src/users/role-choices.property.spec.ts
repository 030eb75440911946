import { type Role, ROLES } from '@panel/case-rules';
import fc from 'fast-check';

import { type ChosenRole, roleChoiceProblems } from './role-choices.js';

const choice = fc.record<ChosenRole>({
  role: fc.constantFrom<Role>(...ROLES),
  schoolId: fc.option(fc.uuid()),
  providerId: fc.option(fc.uuid()),
});

/** The same as the tables say by their constraints; and a school stands with those roles only that are about one. */
function isRight({ role, schoolId, providerId }: ChosenRole): boolean {
  if ((role === 'provider') !== (providerId !== null)) return false;
  if (role === 'senco') return schoolId !== null;
  return role === 'panel_member' || schoolId === null;
}

describe('the choice of a role', () => {
  it('is refused exactly when its school or provider is missing or in the way', () => {
    fc.assert(
      fc.property(choice, (chosen) => {
        expect(roleChoiceProblems(chosen, '').length === 0).toBe(isRight(chosen));
      }),
    );
  });

  it('names the field that is wrong, at its place of the request', () => {
    fc.assert(
      fc.property(choice, fc.constantFrom('', '/roles/3'), (chosen, place) => {
        for (const { pointer } of roleChoiceProblems(chosen, place)) {
          expect([`${place}/schoolId`, `${place}/providerId`]).toContain(pointer);
        }
      }),
    );
  });
});
