import { afterNextRender, Component, inject, Injector, signal } from '@angular/core';
import { applyEach, form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { InvitationsService } from '@panel/api-client/invitations/invitations.service';
import { listRoleOrganisationsResource } from '@panel/api-client/users/users.resource';
import { BackLink, Button, ErrorSummary, Fieldset, focusField, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake } from '../home/page/form-mistakes.js';
import { Submission } from '../home/page/submission.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { LiveRegion } from '../shell/live-region.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { noRole, type RoleAnswers, roleChoice, RoleFields, roleRules } from './role-fields.js';

interface InvitationAnswers {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly RoleAnswers[];
}

const mostRoles = 5;

@Component({
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ErrorSummary,
    Fieldset,
    FormField,
    Loading,
    ProblemMessage,
    RoleFields,
    TextInput,
  ],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain link="/users" text="Back to people" />
    @if (organisations.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Invite somebody</h1>
          <p class="govuk-body">
            We send a link that works once and for seven days. The person chooses a password and sets up a second step
            for signing in.
          </p>
          <form novalidate (submit)="invite($event)">
            <ui-input
              id="name"
              label="Full name"
              labelSize="s"
              [spellcheck]="false"
              [formField]="form.name"
              [error]="submission.errorOf('name')"
            />
            <ui-input
              id="email"
              label="Email address"
              labelSize="s"
              hint="Their own at work: mailboxes that several people read cannot sign in."
              type="email"
              [spellcheck]="false"
              [formField]="form.email"
              [error]="submission.errorOf('email')"
            />
            @for (role of form.roles; track $index) {
              <ui-fieldset [legend]="form.roles.length > 1 ? 'Role ' + ($index + 1) : 'Role'" legendSize="m">
                <app-role-fields
                  [answers]="role"
                  [organisations]="organisations.value()"
                  [problems]="problems"
                  [idPrefix]="'roles-' + $index + '-'"
                />
                @if (form.roles.length > 1) {
                  <button ui-button type="button" kind="secondary" (click)="removeRole($index)">
                    Remove role {{ $index + 1 }}
                  </button>
                }
              </ui-fieldset>
            }
            @if (form.roles.length < mostRoles) {
              <button ui-button type="button" kind="secondary" (click)="addRole()">Add another role</button>
            }
            <div><button ui-button>Send the invitation</button></div>
          </form>
        </div>
      </div>
    } @else if (organisations.error(); as error) {
      <app-problem [error]="error" (tryAgain)="organisations.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class InviteUserPage {
  private readonly service = inject(InvitationsService);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly live = inject(LiveRegion);
  protected readonly problems = inject(FormProblems);
  protected readonly submission = new Submission();
  protected readonly organisations = listRoleOrganisationsResource();
  protected readonly mostRoles = mostRoles;
  private readonly answers = signal<InvitationAnswers>({ name: '', email: '', roles: [noRole()] });
  protected readonly form = form(this.answers, (path) => {
    validate(path.name, ({ value }) => (value().trim() === '' ? mistake('Enter the full name') : undefined));
    validate(path.email, ({ value }) => (value().trim() === '' ? mistake('Enter the email address') : undefined));
    applyEach(path.roles, roleRules);
  });

  protected addRole(): void {
    this.answers.update((answers) => ({ ...answers, roles: [...answers.roles, noRole()] }));
    this.focusRole(this.answers().roles.length - 1);
  }

  protected removeRole(index: number): void {
    this.answers.update((answers) => ({ ...answers, roles: answers.roles.filter((_, place) => place !== index) }));
    // The messages name roles by their place, which has changed.
    this.problems.clear();
    this.live.announce(`Role ${index + 1} removed`);
    this.focusRole(Math.min(index, this.answers().roles.length - 1));
  }

  protected async invite(event: Event): Promise<void> {
    event.preventDefault();
    const isDone = await this.submission.run(this.form, async () => {
      const { name, email, roles } = this.answers();
      const body = { name: name.trim(), email: email.trim(), roles: roles.flatMap((role) => roleChoice(role) ?? []) };
      await firstValueFrom(this.service.inviteUser(body, this.submission.creating(body)));
    });
    if (isDone) await this.router.navigateByUrl('/users', { info: 'Invitation sent' });
  }

  /** Focus would be lost with the button that was pressed, or stay above the new question. */
  private focusRole(index: number): void {
    afterNextRender(() => focusField(`roles-${index}-role`), { injector: this.injector });
  }
}
