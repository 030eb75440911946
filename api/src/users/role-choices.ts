import { type Role, roleLabel } from '@panel/case-rules';

import type { FieldProblem } from '../common/problem.js';

export interface ChosenRole {
  readonly role: Role;
  readonly schoolId: string | null;
  readonly providerId: string | null;
}

const withSchool: readonly Role[] = ['senco', 'panel_member'];

/** What is wrong with the choice of a role and its organisation, at this place of the request. */
export function roleChoiceProblems({ role, schoolId, providerId }: ChosenRole, pointer: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const refuse = (field: string, code: string, detail: string): void => {
    problems.push({ pointer: `${pointer}/${field}`, code, detail });
  };
  if (role === 'senco' && schoolId === null) refuse('schoolId', 'school_missing', 'Choose the school of the SENCo');
  if (role === 'provider' && providerId === null) refuse('providerId', 'provider_missing', 'Choose the provider');
  if (schoolId !== null && !withSchool.includes(role)) {
    refuse('schoolId', 'school_not_needed', `Leave the school out: the role “${roleLabel(role)}” has none`);
  }
  if (providerId !== null && role !== 'provider') {
    refuse('providerId', 'provider_not_needed', `Leave the provider out: the role “${roleLabel(role)}” has none`);
  }
  return problems;
}

/** "SENCo at Oak Primary School, Coordinator". */
export function rolesInWords(
  roles: readonly { readonly role: Role; readonly organisationName: string | null }[],
): string {
  return roles
    .map(({ role, organisationName }) => roleLabel(role) + (organisationName ? ` at ${organisationName}` : ''))
    .join(', ');
}
