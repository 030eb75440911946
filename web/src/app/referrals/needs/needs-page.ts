import { Component, input } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { emptyNeedsAnswers, LONG_TEXT_MAX } from '@panel/case-rules';
import { SEN_PROVISIONS, SEN_TYPES } from '@panel/reference';
import { Radios, Select, Textarea, TextInput } from '@panel/ui';
import { codeOptions } from '../code-options.js';
import { FormProblems } from '../../shell/form-problems.js';
import type { DraftPage } from '../draft/leave-guard.js';
import { SectionDraft } from '../draft/section-draft.js';
import { SectionForm } from '../draft/section-form.js';
import { ifMatch } from '../request-headers.js';

@Component({
  providers: [FormProblems],
  imports: [FormField, Radios, SectionForm, Select, Textarea, TextInput],
  template: `
    <app-section-form [draft]="draft" [referralId]="referralId()" heading="The child’s needs">
      <ui-select
        id="primaryNeed"
        label="Primary need"
        hint="The need that affects the child’s learning most, as in the school census"
        [options]="primaryNeeds"
        [formField]="form.primaryNeed"
        [error]="draft.problems.messageFor('primaryNeed')"
      />
      <ui-select
        id="secondaryNeed"
        label="Secondary need (optional)"
        [options]="secondaryNeeds"
        [formField]="form.secondaryNeed"
        [error]="draft.problems.messageFor('secondaryNeed')"
      />
      <ui-radios
        id="senProvision"
        label="What special educational provision does the child have now?"
        [options]="provisions"
        [formField]="form.senProvision"
        [error]="draft.problems.messageFor('senProvision')"
      />
      <ui-input
        id="diagnosis"
        label="Diagnosis (optional)"
        hint="Only if a health professional has made one"
        [formField]="form.diagnosis"
        [error]="draft.problems.messageFor('diagnosis')"
      />
      <ui-textarea
        id="strengths"
        label="What does the child do well?"
        [characterLimit]="longest"
        [formField]="form.strengths"
        [error]="draft.problems.messageFor('strengths')"
      />
      <ui-textarea
        id="concerns"
        label="What are you worried about?"
        hint="What is happening, how often, and what sets it off"
        [rows]="8"
        [characterLimit]="longest"
        [formField]="form.concerns"
        [error]="draft.problems.messageFor('concerns')"
      />
      <ui-textarea
        id="whatWorks"
        label="What works? (optional)"
        [characterLimit]="longest"
        [formField]="form.whatWorks"
        [error]="draft.problems.messageFor('whatWorks')"
      />
    </app-section-form>
  `,
})
export class NeedsPage implements DraftPage {
  readonly referralId = input.required<string>();

  readonly draft = new SectionDraft('needs', this.referralId, { ...emptyNeedsAnswers() }, (service, answers, version) =>
    service.saveNeeds(this.referralId(), answers, ifMatch(version)),
  );
  protected readonly form = form(this.draft.answers);

  protected readonly longest = LONG_TEXT_MAX;
  protected readonly primaryNeeds = [{ value: '', text: 'Choose a need' }, ...codeOptions(SEN_TYPES)];
  protected readonly secondaryNeeds = [{ value: '', text: 'None' }, ...codeOptions(SEN_TYPES)];
  protected readonly provisions = codeOptions(SEN_PROVISIONS);
}
