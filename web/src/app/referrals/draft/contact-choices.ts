import { Component, computed, input } from '@angular/core';
import { Button } from '@panel/ui';
import type { SectionDraft } from './section-draft.js';

/** Who agreed is usually somebody of the family section: one press instead of three answers. */
@Component({
  selector: 'app-contact-choices',
  imports: [Button],
  template: `
    @if (contacts().length > 0) {
      <p class="govuk-body">If it was somebody whom you have named in the family section:</p>
      <div class="govuk-button-group">
        @for (contact of contacts(); track contact.key) {
          <button ui-button type="button" kind="secondary" (click)="take(contact)">It was {{ contact.name }}</button>
        }
      </div>
    }
  `,
})
export class ContactChoices {
  readonly draft = input.required<SectionDraft>();

  protected readonly contacts = computed(() => {
    const { referral } = this.draft();
    const all = referral.hasValue() ? referral.value().sections.family.answers.contacts : [];
    return all.filter(({ name }) => name.trim() !== '' && name !== this.draft().text('agreedByName'));
  });

  protected take(contact: { name: string; relationship: string; hasParentalResponsibility: string }): void {
    this.draft().write('agreedByName', contact.name);
    this.draft().write('relationship', contact.relationship);
    this.draft().write('hasParentalResponsibility', contact.hasParentalResponsibility);
  }
}
