import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CasePerson, Role } from '@panel/api-client';
import { isNextStepOverdue, roleLabel } from '@panel/case-rules';
import { dayText, SummaryList, type SummaryRow, Tag } from '@panel/ui';
import { todayInUk } from '../../home/page/today.js';
import { CaseFile } from './case-file.js';

const everybody: Readonly<Partial<Record<Role, string>>> = {
  panel_member: 'The panel',
  coordinator: 'The coordinators',
  senco: 'The school',
  provider: 'The provider of the support',
};

/** What happens next, who does it and by when; and everybody who works on the case, with the way to reach them. */
@Component({
  selector: 'app-next-step',
  imports: [RouterLink, SummaryList, Tag],
  template: `
    <h2 class="govuk-heading-m">What happens next</h2>
    @if (isOverdue()) {
      <p class="govuk-body"><ui-tag text="Overdue" colour="red" /></p>
    }
    <ui-summary-list [rows]="next()" />
    @if (people.hasValue() && people.value().items.length > 0) {
      <h2 class="govuk-heading-m">Who works on this case</h2>
      <ul class="govuk-list govuk-list--spaced">
        @for (person of people.value().items; track $index) {
          <li>
            <strong>{{ person.name }}</strong>, {{ placeOf(person) }}
            @if (person.email; as email) {
              <br /><a class="govuk-link govuk-!-text-break-word" [attr.href]="'mailto:' + email">{{ email }}</a>
            }
          </li>
        }
      </ul>
    } @else if (people.error()) {
      <p class="govuk-body">Who works on this case cannot be shown now.</p>
    }
    @if (panelLink(); as link) {
      <p class="govuk-body"><a class="govuk-link" [routerLink]="link">Go to the panel</a></p>
    }
  `,
})
export class NextStep {
  private readonly file = inject(CaseFile);
  protected readonly people = this.file.people();
  private readonly referral = computed(() => (this.file.referral.hasValue() ? this.file.referral.value() : undefined));
  private readonly value = computed(() => (this.people.hasValue() ? this.people.value() : undefined));

  protected readonly isOverdue = computed(() => {
    const referral = this.referral();
    return referral !== undefined && isNextStepOverdue(referral.nextStep, todayInUk());
  });
  protected readonly next = computed<readonly SummaryRow[]>(() => {
    const [referral, people] = [this.referral(), this.value()];
    if (!referral) return [];
    const { text, dueOn } = referral.nextStep;
    const role = people?.nextRole ?? null;
    const panelHeldOn = people?.panelHeldOn ?? null;
    const isAtPanel = referral.status === 'ready_for_panel';
    const when = dueOn ?? (isAtPanel ? panelHeldOn : null);
    return [
      { key: 'Next', value: text },
      ...(role === null ? [] : [{ key: 'Who', value: this.whoOf(role, people?.items ?? []) }]),
      ...(role === null ? [] : [{ key: 'By when', value: when === null ? 'No date is set' : dayText(when) }]),
      ...(panelHeldOn === null ? [] : [{ key: 'Panel', value: dayText(panelHeldOn) }]),
    ];
  });
  protected readonly panelLink = computed(() => {
    const id = this.value()?.panelId ?? null;
    return id === null ? null : `/panels/${id}`;
  });

  protected placeOf({ role, organisationName, isLead }: CasePerson): string {
    const label = isLead ? `${roleLabel(role)}, to whom the case is assigned` : roleLabel(role);
    return organisationName === null ? label : `${label}, ${organisationName}`;
  }

  private whoOf(role: Role, people: readonly CasePerson[]): readonly string[] {
    const ofRole = people.filter((person) => person.role === role);
    const leads = ofRole.filter(({ isLead }) => isLead);
    const names = (leads.length > 0 ? leads : ofRole).map(({ name }) => name);
    return names.length > 0 && names.length <= 3 ? names : [everybody[role] ?? roleLabel(role)];
  }
}
