import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { ChildListItem } from '@panel/api-client';
import { listDuplicatesOfChildResource } from '@panel/api-client/children/children.resource';
import { ToldApartService } from '@panel/api-client/told-apart/told-apart.service';
import { BackLink, Button, dayText, ErrorSummary, SummaryList, type SummaryRow, Textarea } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { groundsText } from '../child-words.js';

/** Two records look like one child, and are two: a reason, and they are not suggested again on these grounds. */
@Component({
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ErrorSummary,
    FormField,
    Loading,
    ProblemMessage,
    RouterLink,
    SummaryList,
    Textarea,
  ],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the child" />
    @if (duplicates.error(); as error) {
      <app-problem [error]="error" (tryAgain)="duplicates.reload()" />
    } @else if (duplicates.hasValue()) {
      <ui-error-summary [errors]="submission.errors()" />
      @if (pair(); as pair) {
        <h1 class="govuk-heading-l">These are two children</h1>
        <ui-summary-list [rows]="rows()" />
        <p class="govuk-body">
          They are no longer suggested as one child, unless something else makes them look alike. You can undo this in
          the record of either child. Siblings are better linked as such.
        </p>
        <form novalidate (submit)="save($event)">
          <ui-textarea
            id="reason"
            label="How do you know that they are two children?"
            labelSize="s"
            hint="For example: both schools have confirmed the UPN and the date of birth"
            [formField]="form.reason"
            [error]="submission.errorOf('reason')"
          />
          <div class="govuk-button-group">
            <button ui-button>Say that these are two children</button>
            <a class="govuk-link" [routerLink]="['/children', childId(), 'merge', otherId()]">Merge them instead</a>
            <a class="govuk-link" [routerLink]="link()">Cancel</a>
          </div>
        </form>
      } @else {
        <h1 class="govuk-heading-l">The two records are not suggested as one child</h1>
        <p class="govuk-body">
          Somebody has merged them or said that they are two, or a fact was corrected.
          <a class="govuk-link" [routerLink]="link()">Go to the child</a>
        </p>
      }
    } @else {
      <app-loading />
    }
  `,
})
export class TellApartPage {
  readonly childId = input.required<string>();
  readonly otherId = input.required<string>();

  private readonly service = inject(ToldApartService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly link = computed(() => `/children/${this.childId()}`);
  protected readonly duplicates = listDuplicatesOfChildResource(this.childId);
  protected readonly pair = computed(() =>
    (this.duplicates.hasValue() ? this.duplicates.value().items : []).find(({ first, second }) =>
      [first.id, second.id].includes(this.otherId()),
    ),
  );
  protected readonly rows = computed<readonly SummaryRow[]>(() => {
    const pair = this.pair();
    if (!pair) return [];
    return [
      { key: 'One record', value: linesOf(pair.first) },
      { key: 'The other', value: linesOf(pair.second) },
      { key: 'Why they look alike', value: groundsText(pair.grounds) },
    ];
  });
  private readonly answers = signal({ reason: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.reason, ({ value }) =>
      value().trim() === '' ? mistake('Enter how you know that they are two children') : undefined,
    );
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const isDone = await this.submission.run(this.form, () => {
      const body = { otherId: this.otherId(), reason: this.answers().reason };
      return firstValueFrom(this.service.tellApart(this.childId(), body, this.submission.creating(body)));
    });
    if (isDone) await this.router.navigateByUrl(this.link(), { info: 'Recorded as two children' });
  }
}

function linesOf({ name, bornOn, upn, schoolName }: ChildListItem): readonly string[] {
  return [name, `Born ${dayText(bornOn)}`, `UPN ${upn}`, schoolName ?? 'No school known'];
}
