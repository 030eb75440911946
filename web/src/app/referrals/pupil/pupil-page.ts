import { Component, input } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { emptyPupilAnswers } from '@panel/case-rules';
import { NC_YEARS, SEXES } from '@panel/reference';
import { DateInput, Radios, Select, TextInput } from '@panel/ui';
import { codeOptions } from '../code-options.js';
import { FormProblems } from '../../shell/form-problems.js';
import type { DraftPage } from '../draft/leave-guard.js';
import { SectionDraft } from '../draft/section-draft.js';
import { SectionForm } from '../draft/section-form.js';
import { ifMatch } from '../request-headers.js';

@Component({
  providers: [FormProblems],
  imports: [DateInput, FormField, Radios, SectionForm, Select, TextInput],
  template: `
    <app-section-form [draft]="draft" [referralId]="referralId()" heading="About the pupil">
      <ui-input
        id="legalForename"
        label="Legal first name"
        [spellcheck]="false"
        [formField]="form.legalForename"
        [error]="draft.problems.messageFor('legalForename')"
      />
      <ui-input
        id="legalSurname"
        label="Legal last name"
        [spellcheck]="false"
        [formField]="form.legalSurname"
        [error]="draft.problems.messageFor('legalSurname')"
      />
      <ui-input
        id="preferredName"
        label="Preferred first name (optional)"
        hint="If the child is called something else"
        [spellcheck]="false"
        [formField]="form.preferredName"
        [error]="draft.problems.messageFor('preferredName')"
      />
      <ui-input
        id="upn"
        label="Unique pupil number (UPN)"
        hint="13 characters from your school’s records, like R857000024001. The first letter is checked against the rest."
        [width]="20"
        [isCode]="true"
        [spellcheck]="false"
        [formField]="form.upn"
        [error]="draft.problems.messageFor('upn')"
      />
      <ui-date-input
        id="bornOn"
        label="Date of birth"
        hint="For example, 27 3 2016"
        [formField]="form.bornOn"
        [error]="draft.problems.messageFor('bornOn')"
      />
      <ui-radios
        id="sex"
        label="Sex"
        hint="As in the school census. It is used only to check that support is shared out fairly."
        [options]="sexes"
        [formField]="form.sex"
        [error]="draft.problems.messageFor('sex')"
      />
      <ui-select
        id="ncYear"
        label="National curriculum year (optional)"
        hint="Only if the child is taught in another year than their age suggests"
        [options]="years"
        [formField]="form.ncYear"
        [error]="draft.problems.messageFor('ncYear')"
      />
      <ui-date-input
        id="startedAtSchoolOn"
        label="When did the child start at your school? (optional)"
        hint="For example, 1 9 2022"
        [formField]="form.startedAtSchoolOn"
        [error]="draft.problems.messageFor('startedAtSchoolOn')"
      />
    </app-section-form>
  `,
})
export class PupilPage implements DraftPage {
  readonly referralId = input.required<string>();

  readonly draft = new SectionDraft('pupil', this.referralId, { ...emptyPupilAnswers() }, (service, answers, version) =>
    service.savePupil(this.referralId(), answers, ifMatch(version)),
  );
  protected readonly form = form(this.draft.answers);

  protected readonly sexes = codeOptions(SEXES);
  protected readonly years = [{ value: '', text: 'The year for the child’s age' }, ...codeOptions(NC_YEARS)];
}
