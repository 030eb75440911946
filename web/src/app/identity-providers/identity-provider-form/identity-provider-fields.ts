import { afterNextRender, Component, computed, inject, Injector, input, type WritableSignal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { SecondFactorPolicy, SignInOrganisationList } from '@panel/api-client';
import { Button, focusField, type Option, Radios, Select, TextInput } from '@panel/ui';
import type { FormProblems } from '../../shell/form-problems.js';
import { LiveRegion } from '../../shell/live-region.js';
import { secondFactorNames } from '../identity-provider-words.js';
import { emptyRule, type IdentityProviderAnswers, type PeoplePolicy } from './identity-provider-answers.js';
import { RoleRuleFields } from './role-rule-fields.js';

const secretHint = 'Leave it empty to keep the one that is saved';

/** The questions about an identity provider, for a new one and for a change. */
@Component({
  selector: 'app-identity-provider-fields',
  imports: [Button, FormField, Radios, RoleRuleFields, Select, TextInput],
  template: `
    <ui-input
      id="displayName"
      label="Name that people see"
      labelSize="s"
      hint="It follows “Sign in with” on the sign-in page"
      [formField]="form().displayName"
      [error]="error('displayName')"
    />
    @if (kind() === 'entra_id') {
      <ui-input
        id="tenantId"
        label="Directory (tenant) ID"
        labelSize="s"
        [isCode]="true"
        [spellcheck]="false"
        [formField]="form().tenantId"
        [error]="error('tenantId') ?? error('issuer')"
      />
    } @else {
      <ui-input
        id="issuer"
        label="Issuer"
        labelSize="s"
        hint="The address under which the provider describes itself, for example https://sign-in.example.org"
        [spellcheck]="false"
        [formField]="form().issuer"
        [error]="error('issuer')"
      />
    }
    <ui-input
      id="clientId"
      label="Client ID"
      labelSize="s"
      [hint]="kind() === 'entra_id' ? 'Application (client) ID' : ''"
      [spellcheck]="false"
      [formField]="form().clientId"
      [error]="error('clientId')"
    />
    <ui-input
      id="clientSecret"
      label="Client secret"
      labelSize="s"
      type="password"
      autocomplete="off"
      [hint]="isNew() ? 'The value, not its ID' : keep"
      [formField]="form().clientSecret"
      [error]="error('clientSecret')"
    />
    <ui-select
      id="schoolId"
      label="Who is it for?"
      labelSize="s"
      hint="That of one school or provider can give roles of that one only"
      [options]="owners()"
      [formField]="form().schoolId"
      [error]="error('schoolId') ?? error('providerId')"
    />
    @if (kind() === 'dfe_sign_in') {
      <ui-input
        id="rolesApiAddress"
        label="Address of DfE Sign-in’s API"
        labelSize="s"
        [spellcheck]="false"
        [formField]="form().rolesApiAddress"
        [error]="error('rolesApiAddress')"
      />
      <ui-input
        id="rolesApiServiceId"
        label="Service ID"
        labelSize="s"
        hint="Roles are asked for when it is filled in"
        [spellcheck]="false"
        [formField]="form().rolesApiServiceId"
        [error]="error('rolesApiServiceId')"
      />
      <ui-input
        id="rolesApiSecret"
        label="API secret"
        labelSize="s"
        type="password"
        autocomplete="off"
        [hint]="isNew() ? '' : keep"
        [formField]="form().rolesApiSecret"
        [error]="error('rolesApiSecret')"
      />
    }
    <ui-radios
      id="people"
      label="Who may come in?"
      labelSize="s"
      [options]="peopleOptions"
      [formField]="form().people"
      [error]="error('createsPeople')"
    />
    @if (hasRules()) {
      <h2 class="govuk-heading-m">Rules from claims to roles</h2>
      <p class="govuk-body">
        At each sign-in the roles of these rules are given, and those whose value is gone are taken away. Roles that you
        gave by hand stay.
      </p>
      @for (rule of form().rules; track $index) {
        <app-role-rule-fields
          [rule]="rule"
          [index]="$index"
          [organisations]="ruleOrganisations()"
          [problems]="problems()"
          [canRemove]="form().rules.length > 1"
          (removed)="removeRule($index)"
        />
      }
      <button ui-button type="button" kind="secondary" (click)="addRule()">Add another rule</button>
    }
    <ui-radios
      id="secondFactor"
      label="Second factor"
      labelSize="s"
      [options]="factorOptions"
      [formField]="form().secondFactor"
      [error]="error('secondFactor')"
    />
    @if (asksForFactor()) {
      <ui-input
        id="requiredAmr"
        label="Values of amr that show one"
        hint="Any of these is enough, for example mfa. Separate them by commas"
        [spellcheck]="false"
        [formField]="form().requiredAmr"
        [error]="error('requiredAmr')"
      />
      <ui-input
        id="requiredAcr"
        label="Values of acr or acrs that show one"
        hint="For example c1, an authentication context of Entra ID"
        [spellcheck]="false"
        [formField]="form().requiredAcr"
        [error]="error('requiredAcr')"
      />
    }
    <ui-input
      id="maxAgeMinutes"
      label="Longest time since the sign-in at the provider, in minutes (optional)"
      labelSize="s"
      inputmode="numeric"
      [width]="5"
      [formField]="form().maxAgeMinutes"
      [error]="error('maxAgeMinutes')"
    />
    <ui-input
      id="allowedEmailDomains"
      label="Only email addresses of these domains (optional)"
      labelSize="s"
      hint="For example council.gov.uk, school.sch.uk"
      [spellcheck]="false"
      [formField]="form().allowedEmailDomains"
      [error]="error('allowedEmailDomains')"
    />
  `,
})
export class IdentityProviderFields {
  readonly form = input.required<FieldTree<IdentityProviderAnswers>>();
  readonly answers = input.required<WritableSignal<IdentityProviderAnswers>>();
  readonly organisations = input.required<SignInOrganisationList>();
  readonly problems = input.required<FormProblems>();

  private readonly injector = inject(Injector);
  private readonly live = inject(LiveRegion);

  protected readonly keep = secretHint;
  protected readonly kind = computed(() => this.answers()().kind);
  protected readonly isNew = computed(() => this.answers()().isNew);
  protected readonly hasRules = computed(() => this.answers()().people !== 'linked');
  protected readonly asksForFactor = computed(() => this.answers()().secondFactor !== 'ours');
  protected readonly peopleOptions: readonly Option<PeoplePolicy>[] = [
    { value: 'linked', text: 'People who have linked their account', hint: 'Their roles are given by hand' },
    { value: 'roles', text: 'The same, and their roles follow the provider' },
    { value: 'create', text: 'Also people who are not known here yet, if the provider gives them a role' },
  ];
  protected readonly factorOptions: readonly Option<SecondFactorPolicy>[] = [
    { value: 'ours', text: secondFactorNames.ours },
    { value: 'when_shown', text: secondFactorNames.when_shown },
    { value: 'required', text: secondFactorNames.required },
  ];
  private readonly named = computed((): readonly Option[] => [
    ...this.organisations().schools.map(({ id, name }) => ({ value: `school:${id}`, text: name })),
    ...this.organisations().providers.map(({ id, name }) => ({ value: `provider:${id}`, text: `${name} (provider)` })),
  ]);
  protected readonly owners = computed(() => [{ value: '', text: 'The whole authority' }, ...this.named()]);
  protected readonly ruleOrganisations = computed(() => [
    { value: '', text: 'None: the role is for the authority' },
    ...(this.kind() === 'dfe_sign_in' ? [{ value: 'urn', text: 'The school chosen at DfE Sign-in' }] : []),
    ...this.named(),
  ]);

  protected error(fieldId: string): string | undefined {
    return this.problems().messageFor(fieldId);
  }

  protected addRule(): void {
    const kind = this.kind();
    this.answers().update((answers) => ({ ...answers, rules: [...answers.rules, emptyRule(kind)] }));
    this.focusRule(this.form().rules.length - 1);
  }

  protected removeRule(index: number): void {
    this.answers().update((answers) => ({ ...answers, rules: answers.rules.filter((_, place) => place !== index) }));
    // The messages name rules by their place, which has changed.
    this.problems().clear();
    this.live.announce(`Rule ${index + 1} removed`);
    this.focusRule(Math.min(index, this.form().rules.length - 1));
  }

  private focusRule(index: number): void {
    afterNextRender(() => focusField(`rules-${index}-claim`), { injector: this.injector });
  }
}
