import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { ChildrenService } from '@panel/api-client/children/children.service';
import { checkUpn, normaliseUpn } from '@panel/reference';
import { BackLink, Button, ErrorSummary, Textarea, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';

/** Two children of one family: the link stands in both records. */
@Component({
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FormField, RouterLink, Textarea, TextInput],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the child" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="submission.errors()" />
        <h1 class="govuk-heading-l">Link a sibling</h1>
        <form novalidate (submit)="save($event)">
          <ui-input
            id="upn"
            label="UPN of the sibling"
            labelSize="s"
            [width]="20"
            [spellcheck]="false"
            [isCode]="true"
            [formField]="form.upn"
            [error]="submission.errorOf('upn')"
          />
          <ui-textarea
            id="reason"
            label="How is it known?"
            labelSize="s"
            hint="For example: both parents say so in the referral"
            [formField]="form.reason"
            [error]="submission.errorOf('reason')"
          />
          <div class="govuk-button-group">
            <button ui-button>Link the sibling</button>
            <a class="govuk-link" [routerLink]="link()">Cancel</a>
          </div>
        </form>
      </div>
    </div>
  `,
})
export class LinkSiblingPage {
  readonly childId = input.required<string>();

  private readonly service = inject(ChildrenService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly link = computed(() => `/children/${this.childId()}`);
  private readonly answers = signal({ upn: '', reason: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.upn, ({ value }) =>
      checkUpn(normaliseUpn(value())).isValid ? undefined : mistake('Enter a UPN whose check letter is right'),
    );
    validate(path.reason, ({ value }) => (value().trim() === '' ? mistake('Enter how it is known') : undefined));
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const isDone = await this.submission.run(this.form, () => {
      const body = this.answers();
      return firstValueFrom(this.service.linkSibling(this.childId(), body, this.submission.creating(body)));
    });
    if (isDone) await this.router.navigateByUrl(this.link(), { info: 'Sibling linked' });
  }
}
