import { Component, computed, inject, input, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { listRoleOrganisationsResource, readUserResource } from '@panel/api-client/users/users.resource';
import { UsersService } from '@panel/api-client/users/users.service';
import { BackLink, Button, ErrorSummary } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../home/page/submission.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { noRole, roleChoice, RoleFields, roleRules } from './role-fields.js';

@Component({
  imports: [BackLink, BeforeMain, Button, ErrorSummary, Loading, ProblemMessage, RoleFields],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the person" />
    @if (user.hasValue() && organisations.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Give {{ user.value().name }} a role</h1>
          <p class="govuk-body">
            The role holds from the next page that {{ user.value().name }} opens. We tell them by email.
          </p>
          <form novalidate (submit)="grant($event, user.value().version)">
            <app-role-fields [answers]="form" [organisations]="organisations.value()" [problems]="problems" />
            <button ui-button>Give the role</button>
          </form>
        </div>
      </div>
    } @else if (user.error() ?? organisations.error(); as error) {
      <app-problem [error]="error" (tryAgain)="reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class GrantRolePage {
  readonly userId = input.required<string>();

  private readonly service = inject(UsersService);
  private readonly router = inject(Router);
  protected readonly problems = inject(FormProblems);
  protected readonly submission = new Submission();
  protected readonly user = readUserResource(this.userId);
  protected readonly organisations = listRoleOrganisationsResource();
  protected readonly link = computed(() => `/users/${this.userId()}`);
  private readonly answers = signal(noRole());
  protected readonly form = form(this.answers, roleRules);

  protected async grant(event: Event, version: number): Promise<void> {
    event.preventDefault();
    const isDone = await this.submission.run(this.form, async () => {
      const choice = roleChoice(this.answers());
      if (choice) {
        await firstValueFrom(this.service.grantRole(this.userId(), choice, this.submission.changing(version)));
      }
    });
    if (isDone) await this.router.navigateByUrl(this.link(), { info: 'Role given' });
  }

  protected reload(): void {
    this.user.reload();
    this.organisations.reload();
  }
}
