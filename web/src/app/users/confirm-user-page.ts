import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { User } from '@panel/api-client';
import { readUserResource } from '@panel/api-client/users/users.resource';
import { UsersService } from '@panel/api-client/users/users.service';
import { BackLink, ErrorSummary } from '@panel/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { ConfirmForm } from '../home/page/confirm-form.js';
import { Submission } from '../home/page/submission.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { roleText } from './user-words.js';

type Verb = 'deactivate' | 'reactivate' | 'reset_second_factor' | 'take_role_away';

/** "Are you sure" before somebody's access changes; `verb` comes with the route. */
@Component({
  imports: [BackLink, BeforeMain, ConfirmForm, ErrorSummary, Loading, ProblemMessage],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the person" />
    @if (user.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">{{ words().heading }}</h1>
          <p class="govuk-body">{{ words().text }}</p>
          <p class="govuk-body">We tell {{ user.value().name }} by email.</p>
          <app-confirm-form
            [text]="words().button"
            [kind]="verb() === 'reactivate' ? 'primary' : 'warning'"
            [cancelLink]="link()"
            (confirmed)="confirm(user.value().version)"
          />
        </div>
      </div>
    } @else if (user.error(); as error) {
      <app-problem [error]="error" (tryAgain)="user.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ConfirmUserPage {
  readonly userId = input.required<string>();
  readonly verb = input.required<Verb>();
  /** Of the address, where a role is taken away. */
  readonly roleGrantId = input('');

  private readonly service = inject(UsersService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly user = readUserResource(this.userId);
  protected readonly link = computed(() => `/users/${this.userId()}`);
  protected readonly words = computed(() => wordsOf(this.verb(), this.user.value(), this.roleGrantId()));

  protected async confirm(version: number): Promise<void> {
    const isDone = await this.submission.run(null, () => firstValueFrom(this.request(version)));
    if (isDone) await this.router.navigateByUrl(this.link(), { info: this.words().done });
    else this.user.reload();
  }

  private request(version: number): Observable<User> {
    const options = this.submission.changing(version);
    switch (this.verb()) {
      case 'deactivate':
        return this.service.deactivateUser(this.userId(), options);
      case 'reactivate':
        return this.service.reactivateUser(this.userId(), options);
      case 'reset_second_factor':
        return this.service.resetSecondFactor(this.userId(), options);
      case 'take_role_away':
        return this.service.takeRoleAway(this.userId(), this.roleGrantId(), options);
    }
  }
}

interface Words {
  readonly heading: string;
  readonly text: string;
  readonly button: string;
  readonly done: string;
}

function wordsOf(verb: Verb, user: User | undefined, roleGrantId: string): Words {
  const name = user?.name ?? '';
  switch (verb) {
    case 'deactivate':
      return {
        heading: `Deactivate ${name}`,
        text: `${name} is signed out at once and can no longer sign in for this council. Their roles are set aside and come back when you reactivate them. What they have done stays.`,
        button: `Deactivate ${name}`,
        done: `${name} is deactivated`,
      };
    case 'reactivate':
      return {
        heading: `Reactivate ${name}`,
        text: `${name} can sign in again, with the roles they had.`,
        button: `Reactivate ${name}`,
        done: `${name} is active again`,
      };
    case 'reset_second_factor':
      return {
        heading: `Reset the second step of ${name}`,
        text: `Do this only when you have spoken to ${name} and know that they ask for it. Their authenticator app, passkeys and recovery codes stop working and they are signed out. At the next sign-in with the password they set up a new second step.`,
        button: 'Reset the second step',
        done: 'The second step is reset',
      };
    case 'take_role_away': {
      const role = user?.roles.find(({ id }) => id === roleGrantId);
      const what = role ? roleText(role) : 'this role';
      const isLast = user?.roles.length === 1;
      return {
        heading: `Take a role away from ${name}`,
        text: isLast
          ? `The role is ${what}. It is the last one: ${name} is signed out at once and can no longer sign in for this council.`
          : `The role is ${what}. It ends with the next page that ${name} opens.`,
        button: 'Take the role away',
        done: 'Role taken away',
      };
    }
  }
}
