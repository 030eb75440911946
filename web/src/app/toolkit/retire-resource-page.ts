import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { readToolkitResourceResource } from '@panel/api-client/toolkit/toolkit.resource';
import { ToolkitService } from '@panel/api-client/toolkit/toolkit.service';
import { BackLink, ErrorSummary } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { ConfirmForm } from '../home/page/confirm-form.js';
import { Submission } from '../home/page/submission.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';

/** Takes a resource out of use. It stays for the links that lead to it. */
@Component({
  providers: [FormProblems],
  imports: [BackLink, BeforeMain, ConfirmForm, ErrorSummary, Loading, ProblemMessage],
  template: `
    <ui-back-link *appBeforeMain [link]="'/toolkit/' + resourceId()" text="Back to the resource" />
    @if (resource.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <span class="govuk-caption-l">{{ resource.value().title }}</span>
          <h1 class="govuk-heading-l">Retire this resource?</h1>
          <p class="govuk-body">
            Schools no longer find it, and no decline can point to it. Who has a link from before can still read it. It
            cannot be changed or brought back.
          </p>
          <app-confirm-form
            text="Retire the resource"
            kind="warning"
            [cancelLink]="'/toolkit/' + resourceId()"
            (confirmed)="retire(resource.value().version)"
          />
        </div>
      </div>
    } @else if (resource.error(); as error) {
      <app-problem [error]="error" (tryAgain)="resource.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class RetireResourcePage {
  readonly resourceId = input.required<string>();

  private readonly service = inject(ToolkitService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly resource = readToolkitResourceResource(this.resourceId);

  protected async retire(version: number): Promise<void> {
    const isDone = await this.submission.run(null, () =>
      firstValueFrom(this.service.retireToolkitResource(this.resourceId(), this.submission.changing(version))),
    );
    if (isDone) await this.router.navigateByUrl('/toolkit', { info: 'Resource retired' });
  }
}
