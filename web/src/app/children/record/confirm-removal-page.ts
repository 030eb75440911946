import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { ChildrenService } from '@panel/api-client/children/children.service';
import { BackLink, ErrorSummary } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { ConfirmForm } from '../../home/page/confirm-form.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';

const words = {
  sibling: {
    heading: 'Unlink this sibling',
    text: 'The link goes from both records.',
    button: 'Unlink the sibling',
    done: 'Sibling unlinked',
  },
  move: {
    heading: 'Remove this change of school',
    text: 'It goes from the history of schools. The school it names no longer sees the record through it.',
    button: 'Remove the change of school',
    done: 'Change of school removed',
  },
} as const;

/** "Are you sure" before something goes from a record; `what` comes with the route. */
@Component({
  imports: [BackLink, BeforeMain, ConfirmForm, ErrorSummary],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the child" />
    <ui-error-summary [errors]="submission.errors()" />
    <h1 class="govuk-heading-l">{{ words().heading }}</h1>
    <p class="govuk-body">{{ words().text }}</p>
    <app-confirm-form [text]="words().button" kind="warning" [cancelLink]="link()" (confirmed)="confirm()" />
  `,
})
export class ConfirmRemovalPage {
  readonly childId = input.required<string>();
  readonly removedId = input.required<string>();
  readonly what = input.required<'sibling' | 'move'>();

  private readonly service = inject(ChildrenService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly link = computed(() => `/children/${this.childId()}`);
  protected readonly words = computed(() => words[this.what()]);

  protected async confirm(): Promise<void> {
    const isDone = await this.submission.run(null, () =>
      firstValueFrom(
        this.what() === 'sibling'
          ? this.service.unlinkSibling(this.removedId())
          : this.service.removeChildMove(this.removedId()),
      ),
    );
    if (isDone) await this.router.navigateByUrl(this.link(), { info: this.words().done });
  }
}
