import { afterNextRender, Component, computed, effect, inject, Injector, signal, untracked } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { KnownChild, Referral } from '@panel/api-client';
import { KnownChildService } from '@panel/api-client/known-child/known-child.service';
import { ReferralsService } from '@panel/api-client/referrals/referrals.service';
import { listSchoolsResource } from '@panel/api-client/schools/schools.resource';
import { checkUpn, formatDate, normaliseUpn } from '@panel/reference';
import { BackLink, Button, Conditional, ErrorSummary, InsetText, Radios, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { SchoolPicker } from '../../schools/picker/school-picker.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { LiveRegion } from '../../shell/live-region.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { YES_NO } from '../code-options.js';
import { OpenReferralNotice } from '../draft/open-referral-notice.js';
import { CreationKey, idempotencyKey } from '../request-headers.js';

/** The first step of a referral: a child whom the school has referred before brings along what still holds. */
@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    Button,
    Conditional,
    ErrorSummary,
    FormField,
    InsetText,
    Loading,
    OpenReferralNotice,
    ProblemMessage,
    Radios,
    RouterLink,
    SchoolPicker,
    TextInput,
  ],
  template: `
    <ui-back-link *appBeforeMain link="/referrals" text="Back to referrals" />
    @if (schools.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="problems.errors()" />
          <h1 class="govuk-heading-l">Start a referral</h1>
          <form novalidate (submit)="goOn($event)">
            <ui-radios
              id="isKnown"
              label="Has your school referred this child before?"
              hint="What still holds is then copied from the last referral, so that you do not type it again."
              [options]="yesNo"
              [formField]="form.isKnown"
              [error]="problems.messageFor('isKnown')"
            >
              <ng-template uiConditional="yes">
                <ui-input
                  id="upn"
                  label="Unique pupil number (UPN)"
                  [width]="20"
                  [isCode]="true"
                  [spellcheck]="false"
                  [formField]="form.upn"
                  [error]="problems.messageFor('upn')"
                />
              </ng-template>
            </ui-radios>
            @if (options().length !== 1 && form.isKnown().value() === 'yes') {
              <app-school-picker
                id="schoolId"
                label="Which school does the child go to?"
                [list]="schools.value()"
                [formField]="form.schoolId"
                [error]="problems.messageFor('schoolId')"
              />
            }
            <button ui-button preventDoubleClick>Continue</button>
          </form>
          @if (found(); as child) {
            <section id="found" tabindex="-1" aria-labelledby="found-title">
              <h2 class="govuk-heading-m" id="found-title">{{ foundTitle() }}</h2>
              @if (child.open; as open) {
                <app-open-referral-notice [open]="open" />
              } @else if (child.earlier; as earlier) {
                <ui-inset-text>
                  {{ earlier.pupilName }}: referral {{ earlier.reference }} of {{ day(earlier.sentOn) }}. The pupil, the
                  family, the needs, the circumstances and what the school has done are copied, and marked so that you
                  can check that they still hold. Agreement, attendance, measures, views and the request are asked anew.
                </ui-inset-text>
                <div class="govuk-button-group">
                  <button ui-button type="button" preventDoubleClick (click)="copy(earlier.id)">
                    Copy and start the referral
                  </button>
                  <a class="govuk-link" routerLink="/referrals/new">Start without copying</a>
                </div>
              } @else {
                <p class="govuk-body">
                  Check the UPN. If it is right, the child was referred by another school, and nothing can be copied.
                </p>
                <p class="govuk-body">
                  <a class="govuk-link" routerLink="/referrals/new">Start without copying</a>
                </p>
              }
            </section>
          }
        </div>
      </div>
    } @else if (schools.error(); as error) {
      <app-problem [error]="error" (tryAgain)="schools.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class KnownChildPage {
  protected readonly schools = listSchoolsResource();
  /** Those that are open. */
  protected readonly options = computed(() =>
    (this.schools.hasValue() ? this.schools.value().items : []).filter(({ isClosed }) => !isClosed),
  );
  private readonly answers = signal({ schoolId: '', isKnown: '', upn: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.schoolId, ({ value, valueOf }) =>
      value() || valueOf(path.isKnown) !== 'yes'
        ? undefined
        : { kind: 'school_missing', message: 'Select the school the child goes to' },
    );
    validate(path.isKnown, ({ value }) =>
      value() ? undefined : { kind: 'missing', message: 'Select yes if your school has referred this child before' },
    );
    validate(path.upn, ({ value, valueOf }) => {
      if (valueOf(path.isKnown) !== 'yes') return undefined;
      if (value().trim() === '') return { kind: 'missing', message: 'Enter the child’s UPN' };
      return checkUpn(normaliseUpn(value())).isValid
        ? undefined
        : { kind: 'invalid', message: 'Check the UPN: it has 13 characters and a check letter' };
    });
  });
  protected readonly problems = inject(FormProblems);
  protected readonly yesNo = YES_NO;
  /** What is known of the child whose UPN was looked up. */
  protected readonly found = signal<KnownChild | null>(null);
  protected readonly foundTitle = computed(() => {
    const child = this.found();
    if (child?.open) return 'The child has an open referral';
    return child?.earlier ? 'You have referred this child before' : 'No earlier referral of your school was found';
  });

  private readonly known = inject(KnownChildService);
  private readonly referrals = inject(ReferralsService);
  private readonly router = inject(Router);
  private readonly live = inject(LiveRegion);
  private readonly injector = inject(Injector);
  private readonly key = new CreationKey();

  constructor() {
    effect(() => {
      const [only, ...others] = this.options();
      if (only && others.length === 0) untracked(() => this.answers.update((all) => ({ ...all, schoolId: only.id })));
    });
  }

  protected readonly day = formatDate;

  protected async goOn(event: Event): Promise<void> {
    event.preventDefault();
    this.found.set(null);
    if (!this.problems.check(this.form)) return;
    const { schoolId, isKnown, upn } = this.answers();
    if (isKnown === 'no') {
      await this.router.navigateByUrl('/referrals/new', { replaceUrl: true });
      return;
    }
    try {
      this.found.set(await firstValueFrom(this.known.lookUpChild<KnownChild>({ schoolId, upn })));
      this.live.announce(this.foundTitle());
      afterNextRender(() => document.getElementById('found')?.focus(), { injector: this.injector });
    } catch (error) {
      this.problems.show(error);
    }
  }

  protected async copy(copyFromId: string): Promise<void> {
    const body = { schoolId: this.answers().schoolId, copyFromId };
    try {
      const { id } = await firstValueFrom(
        this.referrals.createReferral<Referral>(body, idempotencyKey(this.key.for(body))),
      );
      // Going back must not begin another referral.
      await this.router.navigateByUrl(`/referrals/${id}/tasks`, { replaceUrl: true });
    } catch (error) {
      this.problems.show(error);
    }
  }
}
