import { Component, input } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { CONSENT_METHODS, consentMethodLabel, emptyConsentAnswers } from '@panel/case-rules';
import { DateInput, Radios, Textarea, TextInput } from '@panel/ui';
import { YES_NO } from '../code-options.js';
import { FormProblems } from '../../shell/form-problems.js';
import type { DraftPage } from '../draft/leave-guard.js';
import { SectionDraft } from '../draft/section-draft.js';
import { SectionForm } from '../draft/section-form.js';
import { ifMatch } from '../request-headers.js';

@Component({
  providers: [FormProblems],
  imports: [DateInput, FormField, Radios, SectionForm, Textarea, TextInput],
  template: `
    <app-section-form [draft]="draft" [referralId]="referralId()" heading="The family’s agreement">
      <ui-input
        id="agreedByName"
        label="Who agreed to this referral?"
        [spellcheck]="false"
        [formField]="form.agreedByName"
        [error]="draft.problems.messageFor('agreedByName')"
      />
      <ui-input
        id="relationship"
        label="How are they related to the child?"
        hint="For example, mother, grandparent or foster carer"
        [formField]="form.relationship"
        [error]="draft.problems.messageFor('relationship')"
      />
      <ui-radios
        id="hasParentalResponsibility"
        label="Do they have parental responsibility?"
        isInline
        [options]="yesNo"
        [formField]="form.hasParentalResponsibility"
        [error]="draft.problems.messageFor('hasParentalResponsibility')"
      />
      <ui-date-input
        id="agreedOn"
        label="When did they agree?"
        hint="For example, 14 9 2026"
        [formField]="form.agreedOn"
        [error]="draft.problems.messageFor('agreedOn')"
      />
      <ui-radios
        id="method"
        label="How did they agree?"
        [options]="methods"
        [formField]="form.method"
        [error]="draft.problems.messageFor('method')"
      />
      <ui-textarea
        id="explained"
        label="What was explained to them?"
        hint="For example, what the panel is, who reads the referral and that they can change their mind"
        [formField]="form.explained"
        [error]="draft.problems.messageFor('explained')"
      />
      <ui-radios
        id="shareWithPanel"
        label="May information be shared with the schools on the panel?"
        isInline
        [options]="yesNo"
        [formField]="form.shareWithPanel"
        [error]="draft.problems.messageFor('shareWithPanel')"
      />
      <ui-radios
        id="shareWithProviders"
        label="May information be shared with the services that give support?"
        isInline
        [options]="yesNo"
        [formField]="form.shareWithProviders"
        [error]="draft.problems.messageFor('shareWithProviders')"
      />
    </app-section-form>
  `,
})
export class ConsentPage implements DraftPage {
  readonly referralId = input.required<string>();

  readonly draft = new SectionDraft(
    'consent',
    this.referralId,
    { ...emptyConsentAnswers() },
    (service, answers, version) => service.saveConsent(this.referralId(), answers, ifMatch(version)),
  );
  protected readonly form = form(this.draft.answers);

  protected readonly yesNo = YES_NO;
  protected readonly methods = CONSENT_METHODS.map((method) => ({
    value: String(method),
    text: consentMethodLabel(method),
  }));
}
