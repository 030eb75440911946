import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LinkedSchool, SchoolDetails } from '@panel/api-client';
import { readSchoolResource } from '@panel/api-client/schools/schools.resource';
import { isRole, roleLabel } from '@panel/case-rules';
import { BackLink, Button, dayText, instantText, SummaryList, type SummaryRow, UiUrl } from '@panel/ui';
import { JustDone, justDone } from '../../home/page/just-done.js';
import { lastValue } from '../../home/page/last-value.js';
import { StatusTag } from '../../home/page/status-tag.js';
import { CurrentSession } from '../../session/current-session.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { phaseText, schoolFieldText, schoolStatusDisplay, schoolValueText } from '../school-words.js';

/** One school: what the register says of it, what came before and after it, and who works for it here. */
@Component({
  imports: [BackLink, BeforeMain, Button, JustDone, Loading, ProblemMessage, RouterLink, StatusTag, SummaryList, UiUrl],
  template: `
    @if (maySeeRegister) {
      <ui-back-link *appBeforeMain link="/schools" text="Back to schools" />
    } @else {
      <ui-back-link *appBeforeMain link="/" text="Back to the start" />
    }
    @if (school.error(); as error) {
      <app-problem [error]="error" (tryAgain)="school.reload()" />
    } @else if (shown(); as shown) {
      <app-just-done [text]="done" />
      <h1 class="govuk-heading-l">{{ shown.name }}</h1>
      <p class="govuk-body"><app-status-tag [display]="status()" /></p>
      <ui-summary-list [rows]="facts()" />
      @if (shown.trust; as trust) {
        @if (maySeeTrusts) {
          <p class="govuk-body">
            <a class="govuk-link" [routerLink]="['/schools/trusts', trust.id]">Schools of {{ trust.name }}</a>
          </p>
        }
      }
      @for (group of linked(); track group.heading) {
        <h2 class="govuk-heading-m">{{ group.heading }}</h2>
        <ul class="govuk-list govuk-list--bullet">
          @for (other of group.schools; track other.urn) {
            <li>
              @if (other.id && maySeeRegister) {
                <a class="govuk-link" [routerLink]="['/schools', other.id]">{{ other.name }}</a>
              } @else {
                {{ other.name ?? 'A school that is not in this register' }}
              }
              {{ placeOf(other) }}
            </li>
          }
        </ul>
      }
      <h2 class="govuk-heading-m">People</h2>
      @if (people().length > 0) {
        <ui-summary-list [rows]="people()" />
      } @else {
        <p class="govuk-body">Nobody has a role for this school yet.</p>
      }
      <h2 class="govuk-heading-m">Referrals</h2>
      <p class="govuk-body">
        {{ openText() }}
        @if (mayListReferrals) {
          <a class="govuk-link" [routerLink]="'/referrals?schoolId=' + shown.id | uiUrl"
            >See the referrals of this school</a
          >
        }
      </p>
      @if (corrections().length > 0) {
        <h2 class="govuk-heading-m">Corrected by hand</h2>
        <p class="govuk-body">These stay as they are when schools are imported.</p>
        <ui-summary-list [rows]="corrections()" />
      }
      @if (mayCorrect) {
        <div class="govuk-button-group">
          <a ui-button kind="secondary" [routerLink]="['/schools', shown.id, 'correct']">Correct this school</a>
          @if (corrections().length > 0) {
            <a class="govuk-link" [routerLink]="['/schools', shown.id, 'follow-register']">
              Follow the national register again
            </a>
          }
        </div>
      }
    } @else {
      <app-loading />
    }
  `,
})
export class SchoolPage {
  readonly schoolId = input.required<string>();

  private readonly session = inject(CurrentSession);
  protected readonly maySeeRegister = this.session.may('school:register');
  protected readonly maySeeTrusts = this.session.may('trust:read');
  protected readonly mayCorrect = this.session.may('school:correct');
  protected readonly mayListReferrals = this.session.may('referral:list');
  protected readonly done = justDone();
  protected readonly school = readSchoolResource(this.schoolId);
  protected readonly shown = lastValue(this.school);
  protected readonly status = computed(() => schoolStatusDisplay(this.shown()?.status ?? 'open'));
  protected readonly facts = computed(() => factsOf(this.shown()));
  protected readonly people = computed((): readonly SummaryRow[] =>
    (this.shown()?.people ?? []).map(({ name, role }) => ({ key: name, value: isRole(role) ? roleLabel(role) : role })),
  );
  protected readonly linked = computed(() => {
    const { predecessors = [], successors = [] } = this.shown() ?? {};
    return [
      { heading: 'Followed by', schools: successors },
      { heading: 'Follows on from', schools: predecessors },
    ].filter(({ schools }) => schools.length > 0);
  });
  protected readonly corrections = computed((): readonly SummaryRow[] =>
    (this.shown()?.corrections ?? []).map(({ field, registerValue, reason, correctedByName, correctedAt }) => ({
      key: schoolFieldText(field),
      value: [
        `The national register says: ${schoolValueText(field, registerValue)}`,
        `${reason} (${correctedByName}, ${instantText(correctedAt)})`,
      ],
    })),
  );
  protected readonly openText = computed(() => {
    const count = this.shown()?.openReferrals ?? 0;
    if (count === 0) return 'No referral is open.';
    return count === 1 ? '1 referral is open.' : `${count} referrals are open.`;
  });

  protected placeOf({ urn, establishedOn }: LinkedSchool): string {
    return establishedOn === null ? `(URN ${urn})` : `(URN ${urn}, from ${dayText(establishedOn)})`;
  }
}

function factsOf(school: SchoolDetails | undefined): readonly SummaryRow[] {
  if (!school) return [];
  const { lowAge, highAge } = school;
  const address = [school.street, school.town, school.postcode].filter((line) => line !== '');
  return [
    { key: 'URN', value: school.urn },
    { key: 'LAESTAB', value: school.laestab },
    { key: 'Phase', value: phaseText(school.phase) },
    { key: 'Type', value: school.typeName },
    ...(lowAge !== null && highAge !== null ? [{ key: 'Ages', value: `${lowAge} to ${highAge}` }] : []),
    { key: 'Opened', value: school.openedOn && dayText(school.openedOn) },
    ...(school.closedOn === null ? [] : [{ key: 'Closed', value: dayText(school.closedOn) }]),
    { key: 'Address', value: address },
    { key: 'Head teacher', value: school.headTeacher },
    { key: 'Trust', value: school.trust?.name ?? 'None' },
  ];
}
