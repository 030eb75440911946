import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { readUserResource } from '@panel/api-client/users/users.resource';
import { UsersService } from '@panel/api-client/users/users.service';
import { BackLink, Button, ErrorSummary, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake } from '../home/page/form-mistakes.js';
import { Submission } from '../home/page/submission.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';

@Component({
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FormField, Loading, ProblemMessage, TextInput],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the person" />
    @if (user.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Change the name</h1>
          <p class="govuk-body">It changes wherever {{ user.value().name }} works. We tell them by email.</p>
          <form novalidate (submit)="rename($event, user.value().version)">
            <ui-input
              id="name"
              label="Full name"
              labelSize="s"
              [spellcheck]="false"
              [formField]="form.name"
              [error]="submission.errorOf('name')"
            />
            <button ui-button>Save</button>
          </form>
        </div>
      </div>
    } @else if (user.error(); as error) {
      <app-problem [error]="error" (tryAgain)="user.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class RenameUserPage {
  readonly userId = input.required<string>();

  private readonly service = inject(UsersService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly user = readUserResource(this.userId);
  protected readonly link = computed(() => `/users/${this.userId()}`);
  private readonly answers = linkedSignal(() => ({ name: this.user.hasValue() ? this.user.value().name : '' }));
  protected readonly form = form(this.answers, (path) => {
    validate(path.name, ({ value }) => (value().trim() === '' ? mistake('Enter the full name') : undefined));
  });

  protected async rename(event: Event, version: number): Promise<void> {
    event.preventDefault();
    const isDone = await this.submission.run(this.form, () =>
      firstValueFrom(this.service.renameUser(this.userId(), this.answers(), this.submission.changing(version))),
    );
    if (isDone) await this.router.navigateByUrl(this.link(), { info: 'Name changed' });
  }
}
