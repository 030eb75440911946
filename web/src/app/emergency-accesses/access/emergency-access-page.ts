import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readEmergencyAccessResource } from '@panel/api-client/emergency-accesses/emergency-accesses.resource';
import { EmergencyAccessesService } from '@panel/api-client/emergency-accesses/emergency-accesses.service';
import { isRole, roleLabel } from '@panel/case-rules';
import { BackLink, Button, ErrorSummary, instantText, SummaryList, type SummaryRow } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { JustDone, justDone } from '../../home/page/just-done.js';
import { Submission } from '../../home/page/submission.js';
import { CurrentSession } from '../../session/current-session.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { LiveRegion } from '../../shell/live-region.js';
import { Loading } from '../../shell/loading.js';
import { PageFocus } from '../../shell/page-focus.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { outcomeText, reasonText, stateText } from '../emergency-words.js';

/** One emergency access: who, why, until when, what was opened under it, and what was thought of it. */
@Component({
  providers: [FormProblems],
  imports: [BackLink, BeforeMain, Button, ErrorSummary, JustDone, Loading, ProblemMessage, RouterLink, SummaryList],
  template: `
    <ui-back-link *appBeforeMain text="Back to emergency accesses" link="/emergency-accesses" />
    @if (access.hasValue()) {
      <ui-error-summary [errors]="submission.errors()" />
      <app-just-done [text]="done" />
      <span class="govuk-caption-l">Emergency access</span>
      <h1 class="govuk-heading-l">Case {{ access.value().reference }}</h1>
      <ui-summary-list [rows]="facts()" />
      @if (access.value().review) {
        <ui-summary-list cardHeading="Review" [rows]="review()" />
      }
      <div class="govuk-button-group">
        @if (access.value().isLiving && access.value().isOwn) {
          <a ui-button [routerLink]="['/referrals', access.value().referralId]">Read the case</a>
        }
        @if (access.value().canReview) {
          <a ui-button [routerLink]="['/emergency-accesses', accessId(), 'review']">Review this access</a>
        }
        @if (access.value().canEnd) {
          <button ui-button kind="secondary" type="button" (click)="end(access.value().version)">End it now</button>
        }
      </div>
      @if (session.may('audit:read')) {
        <p class="govuk-body">
          <a class="govuk-link" routerLink="/audit-events" [queryParams]="{ accessId: accessId() }"
            >Everything that was opened under it</a
          >
        </p>
      }
    } @else if (access.error(); as error) {
      <app-problem [error]="error" (tryAgain)="access.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class EmergencyAccessPage {
  private readonly service = inject(EmergencyAccessesService);
  private readonly live = inject(LiveRegion);
  private readonly focus = inject(PageFocus);
  protected readonly session = inject(CurrentSession);
  readonly accessId = input.required<string>();

  protected readonly done = justDone();
  protected readonly submission = new Submission();
  protected readonly access = readEmergencyAccessResource(this.accessId);
  private readonly shown = computed(() => (this.access.hasValue() ? this.access.value() : undefined));
  protected readonly facts = computed((): readonly SummaryRow[] => {
    const access = this.shown();
    if (!access) return [];
    return [
      { key: 'State', value: stateText(access) },
      { key: 'By', value: `${access.userName} (${isRole(access.role) ? roleLabel(access.role) : access.role})` },
      { key: 'Opened', value: instantText(access.startedAt) },
      { key: 'Why', value: reasonText(access.reasonCode) },
      { key: 'In their words', value: access.reason },
      { key: 'Events recorded under it', value: String(access.views) },
    ];
  });
  protected readonly review = computed((): readonly SummaryRow[] => {
    const review = this.shown()?.review;
    if (!review) return [];
    return [
      { key: 'Judgement', value: outcomeText(review.outcome) },
      { key: 'By', value: `${review.reviewedByName}, ${instantText(review.reviewedAt)}` },
      { key: 'Note', value: review.note },
    ];
  });

  protected async end(version: number): Promise<void> {
    const isDone = await this.submission.run(null, () =>
      firstValueFrom(this.service.endEmergencyAccess(this.accessId(), this.submission.changing(version))),
    );
    this.access.reload();
    if (!isDone) return;
    // The button that was pressed is gone.
    this.focus.focusPresentHeading();
    this.live.announce('Emergency access ended');
    await this.session.refresh();
  }
}
