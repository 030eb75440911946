import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IdentityProvider, IdentityProviderTest, SignInOrganisationList } from '@panel/api-client';
import {
  listSignInOrganisationsResource,
  readIdentityProviderResource,
} from '@panel/api-client/identity-providers/identity-providers.resource';
import { IdentityProvidersService } from '@panel/api-client/identity-providers/identity-providers.service';
import {
  Breadcrumbs,
  Button,
  ErrorSummary,
  SummaryList,
  type SummaryRow,
  Table,
  type TableColumn,
  Tag,
} from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { JustDone, justDone } from '../../home/page/just-done.js';
import { Submission } from '../../home/page/submission.js';
import { roleNames } from '../../session/role-names.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { LiveRegion } from '../../shell/live-region.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { findingWords, kindNames, secondFactorNames } from '../identity-provider-words.js';

type Rule = IdentityProvider['rules'][number];

/** One identity provider: how it is set up, what to register there, and whether it works. */
@Component({
  imports: [
    BeforeMain,
    Breadcrumbs,
    Button,
    ErrorSummary,
    JustDone,
    Loading,
    ProblemMessage,
    RouterLink,
    SummaryList,
    Table,
    Tag,
  ],
  providers: [FormProblems],
  template: `
    <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
    @if (provider.hasValue() && organisations.hasValue()) {
      <app-just-done [text]="done" />
      <ui-error-summary [errors]="submission.errors()" />
      <h1 class="govuk-heading-l">{{ provider.value().displayName }}</h1>
      <p class="govuk-body">
        <ui-tag
          [text]="provider.value().isEnabled ? 'On' : 'Off'"
          [colour]="provider.value().isEnabled ? 'green' : 'grey'"
        />
      </p>
      <div class="govuk-button-group">
        <a ui-button [routerLink]="link('change')">Change</a>
        <button ui-button type="button" kind="secondary" (click)="test()">Test the connection</button>
        @if (provider.value().isEnabled) {
          <a ui-button kind="secondary" [routerLink]="link('disable')">Switch off</a>
        } @else {
          <a ui-button kind="secondary" [routerLink]="link('enable')">Switch on</a>
        }
      </div>
      @if (result(); as tested) {
        <h2 class="govuk-heading-m">{{ tested.isUsable ? 'The connection works' : 'The connection does not work' }}</h2>
        <ul class="govuk-list govuk-list--bullet">
          @for (finding of tested.findings; track finding.code) {
            <li>{{ words(finding) }}</li>
          }
        </ul>
      }
      <h2 class="govuk-heading-m">Register this at the provider</h2>
      <ui-summary-list [rows]="toRegister()" />
      <h2 class="govuk-heading-m">How it is set up</h2>
      <ui-summary-list [rows]="facts()" />
      @if (provider.value().rules.length > 0) {
        <ui-table
          caption="Rules from claims to roles"
          isStacked
          [columns]="columns()"
          [rows]="provider.value().rules"
        />
      }
    } @else if (provider.error() ?? organisations.error(); as error) {
      <app-problem [error]="error" (tryAgain)="provider.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class IdentityProviderPage {
  readonly identityProviderId = input.required<string>();

  private readonly service = inject(IdentityProvidersService);
  private readonly live = inject(LiveRegion);
  protected readonly done = justDone();
  protected readonly submission = new Submission();
  protected readonly breadcrumbs = [
    { text: 'Start', link: '/' },
    { text: 'Single sign-on', link: '/identity-providers' },
    { text: 'Identity provider' },
  ];
  protected readonly provider = readIdentityProviderResource(this.identityProviderId);
  protected readonly organisations = listSignInOrganisationsResource();
  protected readonly result = signal<IdentityProviderTest | null>(null);

  protected readonly toRegister = computed((): readonly SummaryRow[] => {
    if (!this.provider.hasValue()) return [];
    const { redirectAddress, backChannelLogoutAddress, afterSignOutAddress } = this.provider.value();
    return [
      { key: 'Redirect address', value: redirectAddress },
      { key: 'After signing out', value: afterSignOutAddress },
      { key: 'Back-channel logout', value: backChannelLogoutAddress },
    ];
  });
  protected readonly facts = computed(() =>
    this.provider.hasValue() && this.organisations.hasValue()
      ? factsOf(this.provider.value(), this.organisations.value())
      : [],
  );
  protected readonly columns = computed((): readonly TableColumn<Rule>[] => {
    const names = this.organisations.hasValue() ? this.organisations.value() : { schools: [], providers: [] };
    return [
      { key: 'claim', text: 'Claim', value: ({ claim }) => claim },
      { key: 'value', text: 'Value', value: ({ value }) => value },
      { key: 'role', text: 'Role', value: ({ role }) => roleNames[role] },
      {
        key: 'for',
        text: 'For',
        value: (rule) =>
          rule.isSchoolFromUrn ? 'The school chosen at DfE Sign-in' : organisationName(rule, names) || 'The authority',
      },
    ];
  });

  protected link(verb: string): string {
    return `/identity-providers/${this.identityProviderId()}/${verb}`;
  }

  protected words({ code, isFulfilled, isNeeded }: IdentityProviderTest['findings'][number]): string {
    const [fulfilled, missing] = findingWords[code];
    if (isFulfilled) return fulfilled;
    return isNeeded ? `${missing}: nobody can sign in` : missing;
  }

  protected async test(): Promise<void> {
    this.result.set(null);
    await this.submission.run(null, async () => {
      const result = await firstValueFrom(this.service.testIdentityProvider(this.identityProviderId()));
      this.result.set(result);
      this.live.announce(result.isUsable ? 'The connection works' : 'The connection does not work');
    });
  }
}

function organisationName(
  { schoolId, providerId }: Pick<Rule, 'schoolId' | 'providerId'>,
  { schools, providers }: SignInOrganisationList,
): string {
  const id = schoolId ?? providerId;
  return [...schools, ...providers].find((each) => each.id === id)?.name ?? '';
}

function factsOf(provider: IdentityProvider, organisations: SignInOrganisationList): readonly SummaryRow[] {
  const people = provider.createsPeople
    ? 'People who have linked their account, and new people whom the rules give a role'
    : 'People who have linked their account';
  return [
    { key: 'Kind', value: kindNames[provider.kind] },
    { key: 'For', value: organisationName(provider, organisations) || 'The whole authority' },
    { key: 'Issuer', value: provider.issuer },
    { key: 'Client ID', value: provider.clientId },
    { key: 'Client secret', value: 'Saved; it is never shown' },
    { key: 'Who may come in', value: people },
    { key: 'Roles', value: provider.givesRoles ? 'Follow the rules at each sign-in' : 'Given by hand' },
    { key: 'Second factor', value: secondFactorNames[provider.secondFactor] },
    ...(provider.secondFactor === 'ours'
      ? []
      : [{ key: 'Shown by', value: [...provider.requiredAmr, ...provider.requiredAcr].join(', ') }]),
    { key: 'Email domains', value: provider.allowedEmailDomains.join(', ') || 'Any' },
    ...(provider.rolesApiAddress === null ? [] : [{ key: 'Roles are asked for at', value: provider.rolesApiAddress }]),
  ];
}
