import { Component, input } from '@angular/core';
import { FormProblems } from '../../shell/form-problems.js';
import { ReferralVerbForm } from './referral-verb.js';
import { VerbPage } from './verb-page.js';

@Component({
  providers: [FormProblems],
  imports: [VerbPage],
  template: `
    <app-verb-page
      [form]="verb"
      [referralId]="referralId()"
      heading="Is this case ready for a panel?"
      buttonText="Mark it ready for panel"
      (submitted)="markReady()"
    >
      <p class="govuk-body">You can then put it on the agenda of any panel that is being planned.</p>
    </app-verb-page>
  `,
})
export class ReadyForPanelPage {
  readonly referralId = input.required<string>();

  protected readonly verb = new ReferralVerbForm('ready_for_panel', this.referralId);

  protected markReady(): Promise<void> {
    return this.verb.perform('The case is ready for a panel', (service, id, options) =>
      service.readyReferralForPanel(id, options),
    );
  }
}
