import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { listHatsResource } from '@panel/api-client/account/account.resource';
import { Button, ErrorSummary, type Option, Radios } from '@panel/ui';
import { Submission } from '../home/page/submission.js';
import { CurrentSession } from '../session/current-session.js';
import { roleNames } from '../session/role-names.js';
import { safePath } from '../session/where-to-go.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { AccountNavigation } from './account-navigation.js';

/** `1` is all roles in authority 1 together, `1/<id>` one of them. */
const valueOf = (authorityId: number, hatId: string | null): string =>
  hatId === null ? String(authorityId) : `${authorityId}/${hatId}`;

/** Which of one's roles, and in which authority, one acts in. Shown after the sign-in to those who have several. */
@Component({
  imports: [AccountNavigation, Button, ErrorSummary, FormField, Loading, ProblemMessage, Radios],
  providers: [FormProblems],
  template: `
    @if (hats.hasValue()) {
      <ui-error-summary [errors]="submission.errors()" />
      @if (returnTo() === undefined) {
        <h1 class="govuk-heading-l">Your account</h1>
        <app-account-navigation />
        <h2 class="govuk-heading-m">Your role</h2>
      } @else {
        <h1 class="govuk-heading-l">Your role</h1>
      }
      @if (options().length > 1) {
        <p class="govuk-body">
          What you see and may do follows the role that you act in. You can change it at any time. A case that you have
          a conflict of interest in stays closed to you as a panel member, whichever you choose.
        </p>
        <form novalidate (submit)="choose($event)">
          <ui-radios
            id="hat"
            label="Which role do you act in?"
            labelSize="s"
            [options]="options()"
            [formField]="form.hat"
            [error]="submission.errorOf('hat')"
          />
          <button ui-button>Continue</button>
        </form>
      } @else {
        <p class="govuk-body">You have one role: {{ options()[0]?.text }}.</p>
      }
    } @else if (hats.error(); as error) {
      <app-problem [error]="error" (tryAgain)="hats.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class RolePage {
  /** From the address, after a sign-in: the page that was wanted. */
  readonly returnTo = input<string>();

  private readonly session = inject(CurrentSession);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly hats = listHatsResource();
  private readonly authorities = computed(() => (this.hats.hasValue() ? this.hats.value().authorities : []));

  protected readonly options = computed<readonly Option<string>[]>(() => {
    const severalAuthorities = this.authorities().length > 1;
    return this.authorities().flatMap(({ authorityId, authorityName, hats }) => {
      const where = severalAuthorities ? ` – ${authorityName}` : '';
      const single = hats.map(({ id, role, organisationName }) => ({
        value: valueOf(authorityId, hats.length > 1 ? id : null),
        text: roleNames[role] + (organisationName ? `, ${organisationName}` : '') + where,
      }));
      const together = { value: valueOf(authorityId, null), text: `All my roles together${where}` };
      return hats.length > 1 ? [...single, together] : single;
    });
  });
  private readonly answer = linkedSignal(() => {
    const current = this.authorities().find(({ isCurrent }) => isCurrent);
    const worn = current?.hats.find(({ isWorn }) => isWorn);
    return { hat: current ? valueOf(current.authorityId, worn?.id ?? null) : '' };
  });
  protected readonly form = form(this.answer, (path) => {
    validate(path.hat, ({ value }) => (value() ? undefined : { kind: 'missing', message: 'Choose a role' }));
  });

  protected async choose(event: Event): Promise<void> {
    event.preventDefault();
    const isDone = await this.submission.run(this.form, () => {
      const [authorityId, hatId] = this.answer().hat.split('/');
      return this.session.go('/api/account/hats/choose', { authorityId: Number(authorityId), hatId: hatId ?? null });
    });
    if (isDone) await this.router.navigateByUrl(safePath(this.returnTo()));
  }
}
