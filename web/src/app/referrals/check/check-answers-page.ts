import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { OpenReferral, ReferralGapAnswer } from '@panel/api-client';
import { KnownChildService } from '@panel/api-client/known-child/known-child.service';
import { ReferralAmendmentsService } from '@panel/api-client/referral-amendments/referral-amendments.service';
import { readReferralResource } from '@panel/api-client/referrals/referrals.resource';
import { ReferralsService } from '@panel/api-client/referrals/referrals.service';
import { isReferralSection, type ReferralSection } from '@panel/case-rules';
import { BackLink, Button, ErrorSummary, InsetText, SummaryList, type SummaryRow } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Loading } from '../../shell/loading.js';
import { PageTitle } from '../../shell/page-title.js';
import { toProblem } from '../../shell/problem.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { doneState } from '../case/done-message.js';
import { answerGroups, type AnswerRow } from '../answers-summary.js';
import { findOpenReferral, OpenReferralNotice } from '../draft/open-referral-notice.js';
import { questionLink } from '../draft/question-pages.js';
import { asProblem } from '../field-messages.js';
import { ifMatch } from '../request-headers.js';
import { SignOffPart } from '../sign-off/sign-off-part.js';
import { type GapLink, GapSummary } from './gap-summary.js';

/** All answers before they are sent, each with a way back to its question. */
@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    Button,
    ErrorSummary,
    GapSummary,
    InsetText,
    Loading,
    OpenReferralNotice,
    ProblemMessage,
    RouterLink,
    SignOffPart,
    SummaryList,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="'/referrals/' + referralId() + '/tasks'" text="Back to the task list" />
    @if (referral.hasValue()) {
      @if (isEditable()) {
        <ui-error-summary [errors]="problems.errors()" />
        @if (open(); as other) {
          <app-open-referral-notice [open]="other" />
        }
        @if (gaps().length > 0) {
          <app-gap-summary [gaps]="gaps()" [attempts]="attempts()" />
        }
        <span class="govuk-caption-l">{{ referral.value().reference }}</span>
        <h1 class="govuk-heading-l">
          Check your answers before you {{ isAmendment() ? 'send the amendment' : 'submit the referral' }}
        </h1>
        @for (group of groups(); track group.heading) {
          <ui-summary-list [cardHeading]="group.heading" [rows]="group.rows" />
        }
        @if (isAmendment()) {
          <h2 class="govuk-heading-m">Send the amendment</h2>
          <p class="govuk-body">
            It becomes the next version of the referral. The coordinator is told by email; everybody who works on the
            case sees what is different, and what was sent before is kept.
          </p>
          <form novalidate (submit)="submit($event)">
            <button ui-button preventDoubleClick>Send the amendment</button>
          </form>
        } @else {
          <app-sign-off-part [referral]="referral.value()" />
          @if (canSubmit()) {
            <h2 class="govuk-heading-m">Submit the referral</h2>
            <p class="govuk-body">
              By submitting it you confirm that the answers are correct to the best of your knowledge and that the
              family has agreed. A parent, a young person or the school may ask for an EHC needs assessment at any time,
              whatever happens to this referral.
            </p>
            <form novalidate (submit)="submit($event)">
              <button ui-button preventDoubleClick>Submit the referral</button>
            </form>
          }
        }
      } @else {
        <h1 class="govuk-heading-l">This referral has been submitted</h1>
        <ui-inset-text>
          Its answers cannot be changed.
          <a class="govuk-link" [routerLink]="['/referrals', referralId()]">Go to the referral</a>
        </ui-inset-text>
      }
    } @else if (referral.error(); as error) {
      <app-problem [error]="error" (tryAgain)="referral.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class CheckAnswersPage {
  readonly referralId = input.required<string>();

  protected readonly problems = inject(FormProblems);
  protected readonly referral = readReferralResource(this.referralId);
  /** How often somebody has tried to submit a referral that is not complete. */
  protected readonly attempts = signal(0);
  /** Why it was refused, where the child has another referral. */
  protected readonly open = signal<OpenReferral | null>(null);

  protected readonly isEditable = computed(() => this.referral.hasValue() && this.referral.value().isEditable);
  protected readonly isAmendment = computed(
    () => this.referral.hasValue() && this.referral.value().amendment?.isOwn === true,
  );
  protected readonly groups = computed(() => {
    if (!this.referral.hasValue()) return [];
    return answerGroups(this.referral.value().sections).map(({ section, heading, rows }) => ({
      heading,
      // The family's agreement is not amended: it has a history of its own.
      rows: section === 'consent' && this.isAmendment() ? rows : rows.map((row) => this.changeable(section, row)),
    }));
  });
  protected readonly gaps = computed(() =>
    (this.referral.hasValue() ? this.referral.value().gaps : [])
      // The head teacher's sign-off has its own place below: it is no mistake in what was written.
      .filter(({ section }) => section !== 'signOff')
      .map((gap) => this.gapLink(gap)),
  );
  /** With answers missing the button says which; a sign-off alone is first asked for. */
  protected readonly canSubmit = computed(
    () => this.gaps().length > 0 || (this.referral.hasValue() && this.referral.value().gaps.length === 0),
  );

  private readonly service = inject(ReferralsService);
  private readonly amendments = inject(ReferralAmendmentsService);
  private readonly known = inject(KnownChildService);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.referral.hasValue()) return;
    this.open.set(null);
    if (this.gaps().length > 0) {
      this.problems.clear();
      this.title.hasErrors(true);
      this.attempts.update((count) => count + 1);
      return;
    }
    try {
      await this.send(this.referralId(), ifMatch(this.referral.value().version));
    } catch (error) {
      this.showFailure(error);
    }
  }

  private async send(id: string, options: ReturnType<typeof ifMatch>): Promise<void> {
    if (this.isAmendment()) {
      await firstValueFrom(this.amendments.amendReferral(id, options));
      const done = doneState('Amendment sent');
      await this.router.navigateByUrl(`/referrals/${id}/versions`, { ...done, replaceUrl: true });
      return;
    }
    await firstValueFrom(this.service.submitReferral(id, options));
    await this.router.navigateByUrl(`/referrals/${id}/submitted`, { replaceUrl: true });
  }

  private showFailure(error: unknown): void {
    const { status, code } = toProblem(error);
    if (status === 412 || code === 'referral_incomplete') {
      const message = 'Somebody has changed this referral since you opened it. Check the answers below again';
      this.problems.show(asProblem([{ pointer: '', message }]));
      this.referral.reload();
      return;
    }
    if (code.startsWith('open_referral_exists')) void this.showOpen();
    this.problems.show(error);
  }

  /** The refusal itself names nobody: what stands in it may be logged on its way. */
  private async showOpen(): Promise<void> {
    if (!this.referral.hasValue()) return;
    const { school, sections } = this.referral.value();
    const open = await findOpenReferral(this.known, { schoolId: school.id, upn: sections.pupil.answers.upn });
    this.open.set(open?.id === this.referralId() ? null : open);
  }

  private changeable(section: ReferralSection, { path, key, value: answer, copied }: AnswerRow): SummaryRow {
    const lines = typeof answer === 'string' ? [answer] : (answer ?? []);
    const value = copied === undefined ? answer : [...lines, `(${copied})`];
    const link = questionLink(this.referralId(), section, path);
    return { key, value, actions: [{ text: 'Change', visuallyHiddenText: key.toLowerCase(), link }] };
  }

  private gapLink({ section, pointer, message }: ReferralGapAnswer): GapLink {
    const path = pointer.replace(/^\/[^/]+\//, '');
    const tasks = `/referrals/${this.referralId()}/tasks`;
    return { message, link: isReferralSection(section) ? questionLink(this.referralId(), section, path) : tasks };
  }
}
