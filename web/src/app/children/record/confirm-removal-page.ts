import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { readChildResource } from '@panel/api-client/children/children.resource';
import { ChildrenService } from '@panel/api-client/children/children.service';
import { BackLink, dayText, ErrorSummary } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { ConfirmForm } from '../../home/page/confirm-form.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';

const words = {
  sibling: {
    heading: 'Unlink this sibling',
    text: 'They are no longer shown as siblings: the link goes from both records.',
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
    @if (whose(); as names) {
      <p class="govuk-body">{{ names }}</p>
    }
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
  private readonly child = readChildResource(this.childId);
  /** Who or what goes, and from whose record. */
  protected readonly whose = computed(() => {
    if (!this.child.hasValue()) return '';
    const { legalForename, legalSurname, siblings, schools } = this.child.value();
    const name = `${legalForename} ${legalSurname}`;
    if (this.what() === 'sibling') {
      const sibling = siblings.find(({ linkId }) => linkId === this.removedId());
      return sibling ? `${name} and ${sibling.name}, born ${dayText(sibling.bornOn)}.` : '';
    }
    const move = schools.find(({ moveId }) => moveId === this.removedId());
    return move ? `${name}: to ${move.schoolName} on ${dayText(move.from)}.` : '';
  });

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
