import { Component, computed, input, output } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { Role } from '@panel/api-client';
import { Button, Fieldset, type Option, Select, TextInput } from '@panel/ui';
import { roleNames } from '../../session/role-names.js';
import type { FormProblems } from '../../shell/form-problems.js';
import type { RoleRuleAnswers } from './identity-provider-answers.js';

const roles: readonly Option<Role | ''>[] = [
  { value: '', text: 'Select a role' },
  { value: 'senco', text: roleNames.senco },
  { value: 'coordinator', text: roleNames.coordinator },
  { value: 'panel_member', text: roleNames.panel_member },
  { value: 'provider', text: roleNames.provider },
  { value: 'contract_manager', text: roleNames.contract_manager },
  { value: 'board_member', text: roleNames.board_member },
  { value: 'administrator', text: roleNames.administrator },
  { value: 'data_protection_officer', text: roleNames.data_protection_officer },
];

/** One row of the mapping: this value of this claim gives this role. */
@Component({
  selector: 'app-role-rule-fields',
  imports: [Button, Fieldset, FormField, Select, TextInput],
  template: `
    <ui-fieldset [legend]="'Rule ' + number()" legendSize="s">
      <ui-input
        [id]="id('claim')"
        label="Claim"
        hint="Usually roles; groups for groups of Entra ID"
        [width]="20"
        [formField]="rule().claim"
        [error]="problems().messageFor(id('claim'))"
      />
      <ui-input
        [id]="id('value')"
        label="Value"
        hint="Exactly as the provider sends it, with capital letters"
        [formField]="rule().value"
        [error]="problems().messageFor(id('value'))"
      />
      <ui-select
        [id]="id('role')"
        label="Role"
        [options]="roles"
        [formField]="rule().role"
        [error]="problems().messageFor(id('role'))"
      />
      <ui-select
        [id]="id('schoolId')"
        label="School or provider of the role"
        hint="A SENCo needs a school, the role Provider a provider"
        [options]="organisations()"
        [formField]="rule().schoolId"
        [error]="problems().messageFor(id('schoolId')) ?? problems().messageFor(id('providerId'))"
      />
      @if (canRemove()) {
        <button ui-button type="button" kind="secondary" (click)="removed.emit()">Remove rule {{ number() }}</button>
      }
    </ui-fieldset>
  `,
})
export class RoleRuleFields {
  readonly rule = input.required<FieldTree<RoleRuleAnswers>>();
  readonly index = input.required<number>();
  readonly organisations = input.required<readonly Option[]>();
  readonly problems = input.required<FormProblems>();
  readonly canRemove = input(false);
  readonly removed = output();

  protected readonly roles = roles;
  protected readonly number = computed(() => this.index() + 1);

  protected id(field: string): string {
    return `rules-${this.index()}-${field}`;
  }
}
