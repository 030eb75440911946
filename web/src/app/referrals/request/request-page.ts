import { Component, input } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { emptyRequestAnswers, LONG_TEXT_MAX } from '@panel/case-rules';
import { Conditional, type Option, Radios, Textarea } from '@panel/ui';
import { FormProblems } from '../../shell/form-problems.js';
import type { DraftPage } from '../draft/leave-guard.js';
import { SectionDraft } from '../draft/section-draft.js';
import { SectionForm } from '../draft/section-form.js';
import { ifMatch } from '../request-headers.js';

@Component({
  providers: [FormProblems],
  imports: [Conditional, FormField, Radios, SectionForm, Textarea],
  template: `
    <app-section-form [draft]="draft" [referralId]="referralId()" heading="What you are asking for">
      <ui-textarea
        id="requestedSupport"
        label="What support are you asking for?"
        hint="The panel can also agree something different"
        [characterLimit]="longest"
        [formField]="form.requestedSupport"
        [error]="draft.problems.messageFor('requestedSupport')"
      />
      <ui-textarea
        id="desiredOutcomes"
        label="What should be different for the child?"
        hint="The support is measured against this at the review"
        [characterLimit]="longest"
        [formField]="form.desiredOutcomes"
        [error]="draft.problems.messageFor('desiredOutcomes')"
      />
      <ui-radios
        id="isUrgent"
        label="Can this wait for the next panel? (optional)"
        [options]="urgency"
        [formField]="form.isUrgent"
        [error]="draft.problems.messageFor('isUrgent')"
      >
        <ng-template uiConditional="yes">
          <ui-textarea
            id="whyNow"
            label="Why can it not wait?"
            [characterLimit]="longest"
            [formField]="form.whyNow"
            [error]="draft.problems.messageFor('whyNow')"
          />
        </ng-template>
      </ui-radios>
      <ui-textarea
        id="schoolContribution"
        label="What will the school contribute? (optional)"
        [characterLimit]="longest"
        [formField]="form.schoolContribution"
        [error]="draft.problems.messageFor('schoolContribution')"
      />
      <ui-textarea
        id="childsView"
        label="What does the child think and hope for?"
        hint="In their own words if you can, or how you found out"
        [characterLimit]="longest"
        [formField]="form.childsView"
        [error]="draft.problems.messageFor('childsView')"
      />
      <ui-textarea
        id="parentsView"
        label="What do the parents or carers think and hope for? (optional)"
        [characterLimit]="longest"
        [formField]="form.parentsView"
        [error]="draft.problems.messageFor('parentsView')"
      />
    </app-section-form>
  `,
})
export class RequestPage implements DraftPage {
  readonly referralId = input.required<string>();

  readonly draft = new SectionDraft(
    'request',
    this.referralId,
    { ...emptyRequestAnswers() },
    (service, answers, version) => service.saveRequest(this.referralId(), answers, ifMatch(version)),
  );
  protected readonly form = form(this.draft.answers);

  protected readonly longest = LONG_TEXT_MAX;
  protected readonly urgency: readonly Option[] = [
    { value: 'no', text: 'Yes, it can wait' },
    { value: 'yes', text: 'No, it is urgent', hint: 'The chair can act before the next panel' },
  ];
}
