import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { listDuplicatesOfChildResource } from '@panel/api-client/children/children.resource';
import { ChildrenService } from '@panel/api-client/children/children.service';
import { normaliseUpn } from '@panel/reference';
import { BackLink, Button, dayText, ErrorSummary, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { Problem } from '../../shell/problem.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { groundsText } from '../child-words.js';

/** Which record is the other one of the child: one that looks like it, or any by its UPN. */
@Component({
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FormField, Loading, ProblemMessage, RouterLink, TextInput],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the child" />
    @if (duplicates.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Find the other record</h1>
          <h2 class="govuk-heading-m">Records that may be the same child</h2>
          @if (pairs().length > 0) {
            <ul class="govuk-list govuk-list--spaced">
              @for (pair of pairs(); track pair.second.id) {
                <li>
                  <a class="govuk-link" [routerLink]="[link(), 'merge', pair.second.id]">{{ pair.second.name }}</a>,
                  born {{ day(pair.second.bornOn) }}, UPN {{ pair.second.upn }}: {{ grounds(pair.grounds) }}
                </li>
              }
            </ul>
          } @else {
            <p class="govuk-body">No other record looks like this child.</p>
          }
          <h2 class="govuk-heading-m">Another record</h2>
          <form novalidate (submit)="find($event)">
            <ui-input
              id="upn"
              label="UPN of the other record"
              [width]="20"
              [spellcheck]="false"
              [isCode]="true"
              [formField]="form.upn"
              [error]="submission.errorOf('upn')"
            />
            <button ui-button kind="secondary">Compare</button>
          </form>
        </div>
      </div>
    } @else if (duplicates.error(); as error) {
      <app-problem [error]="error" (tryAgain)="duplicates.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ChooseRecordPage {
  readonly childId = input.required<string>();

  private readonly service = inject(ChildrenService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly duplicates = listDuplicatesOfChildResource(this.childId);
  protected readonly pairs = computed(() => (this.duplicates.hasValue() ? this.duplicates.value().items : []));
  protected readonly link = computed(() => `/children/${this.childId()}`);
  private readonly answers = signal({ upn: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.upn, ({ value }) =>
      value().trim() === '' ? mistake('Enter the UPN of the other record') : undefined,
    );
  });
  protected readonly day = dayText;
  protected readonly grounds = groundsText;

  protected async find(event: Event): Promise<void> {
    event.preventDefault();
    await this.submission.run(this.form, async () => {
      const upn = normaliseUpn(this.answers().upn);
      const { items } = await firstValueFrom(this.service.searchChildren({ search: upn }));
      const other = items.find((item) => item.upn === upn && item.id !== this.childId());
      if (!other) throw notFound();
      await this.router.navigateByUrl(`${this.link()}/merge/${other.id}`);
    });
  }
}

function notFound(): Problem {
  const detail = 'No other record has this UPN';
  return new Problem(422, 'record_unknown', detail, detail, [{ pointer: '/upn', code: 'record_unknown', detail }]);
}
