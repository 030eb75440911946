import { Component, computed, input } from '@angular/core';
import { type FieldTree, FormField, type SchemaPathTree, validate } from '@angular/forms/signals';
import type { Role, RoleChoice, RoleOrganisations } from '@panel/api-client';
import { ROLES } from '@panel/case-rules';
import { Select } from '@panel/ui';
import { mistake } from '../home/page/form-mistakes.js';
import { roleNames } from '../session/role-names.js';
import type { FormProblems } from '../shell/form-problems.js';

/** As it is typed: `''` is not chosen yet. */
export interface RoleAnswers {
  readonly role: Role | '';
  readonly schoolId: string;
  readonly providerId: string;
}

/** A new one each time: a form knows the parts of a list by their identity. */
export const noRole = (): RoleAnswers => ({ role: '', schoolId: '', providerId: '' });

/** The API says the same of what is sent. */
export function roleRules(path: SchemaPathTree<RoleAnswers>): void {
  validate(path.role, ({ value }) => (value() === '' ? mistake('Choose a role') : undefined));
  validate(path.schoolId, ({ value, valueOf }) =>
    valueOf(path.role) === 'senco' && value() === '' ? mistake('Choose the school of the SENCo') : undefined,
  );
  validate(path.providerId, ({ value, valueOf }) =>
    valueOf(path.role) === 'provider' && value() === '' ? mistake('Choose the provider') : undefined,
  );
}

/** What is sent of it: only the organisation that the role is about. Null while no role is chosen. */
export function roleChoice({ role, schoolId, providerId }: RoleAnswers): RoleChoice | null {
  if (role === '') return null;
  return {
    role,
    schoolId: (hasSchool(role) && schoolId) || null,
    providerId: (role === 'provider' && providerId) || null,
  };
}

function hasSchool(role: Role | ''): boolean {
  return role === 'senco' || role === 'panel_member';
}

/** The questions about one role: which, and for which school or provider. */
@Component({
  selector: 'app-role-fields',
  imports: [FormField, Select],
  template: `
    <ui-select
      [id]="id('role')"
      label="Role"
      [options]="roles"
      [formField]="answers().role"
      [error]="problems().messageFor(id('role'))"
    />
    @if (asksForSchool()) {
      <ui-select
        [id]="id('schoolId')"
        [label]="answers().role().value() === 'senco' ? 'School' : 'Own school (optional)'"
        [hint]="answers().role().value() === 'senco' ? '' : schoolHint"
        [options]="schools()"
        [formField]="answers().schoolId"
        [error]="problems().messageFor(id('schoolId'))"
      />
    }
    @if (answers().role().value() === 'provider') {
      <ui-select
        [id]="id('providerId')"
        label="Provider"
        [options]="providers()"
        [formField]="answers().providerId"
        [error]="problems().messageFor(id('providerId'))"
      />
    }
  `,
})
export class RoleFields {
  readonly answers = input.required<FieldTree<RoleAnswers>>();
  readonly organisations = input.required<RoleOrganisations>();
  readonly problems = input.required<FormProblems>();
  /** Stands before the ids, as in `roles-0-`. */
  readonly idPrefix = input('');

  protected readonly schoolHint = 'A panel member does not see cases of their own school.';
  protected readonly asksForSchool = computed(() => hasSchool(this.answers().role().value()));
  protected readonly roles = [
    { value: '' as const, text: 'Choose a role' },
    ...ROLES.map((role) => ({ value: role, text: roleNames[role] })),
  ];
  protected readonly schools = computed(() => choices('Choose a school', this.organisations().schools));
  protected readonly providers = computed(() => choices('Choose a provider', this.organisations().providers));

  protected id(field: keyof RoleAnswers): string {
    return this.idPrefix() + field;
  }
}

function choices(first: string, all: RoleOrganisations['schools']) {
  return [{ value: '', text: first }, ...all.map(({ id, name }) => ({ value: id, text: name }))];
}
