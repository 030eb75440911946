import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import type { ReferralCopy } from '@panel/api-client';
import { ReferralCopiesService } from '@panel/api-client/referral-copies/referral-copies.service';
import { Button, ErrorSummary } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../../home/page/submission.js';
import { FormProblems } from '../../shell/form-problems.js';
import { LiveRegion } from '../../shell/live-region.js';
import { toProblem } from '../../shell/problem.js';

const pollMilliseconds = 1_000;

/** A copy to keep: the page at once, a PDF as soon as it is made, or how to print one. */
@Component({
  selector: 'app-copy-downloads',
  providers: [FormProblems],
  imports: [Button, ErrorSummary],
  template: `
    <ui-error-summary [errors]="submission.errors()" />
    <p class="govuk-body">
      <a class="govuk-link" [href]="pageLink()" download>Download a copy{{ ofVersion() }} as a web page</a>
    </p>
    @switch (state()) {
      @case ('ready') {
        <p class="govuk-body">
          <a class="govuk-link" [href]="pdfLink()" download
            >Download the PDF<span class="govuk-visually-hidden">{{ ofVersion() }}</span></a
          >
          (kept for a day)
        </p>
      }
      @case ('queued') {
        <p class="govuk-body">The PDF is being made. This takes a few seconds.</p>
      }
      @case ('none_here') {
        <p class="govuk-body">
          This service makes no PDF here. Open the copy and print it: every browser can print to a PDF.
        </p>
      }
      @default {
        @if (state() === 'failed') {
          <p class="govuk-body">The PDF could not be made. Try again, or print the copy.</p>
        }
        <form novalidate (submit)="make($event)">
          <button ui-button kind="secondary" preventDoubleClick>
            Make a PDF<span class="govuk-visually-hidden">{{ ofVersion() }}</span>
          </button>
        </form>
      }
    }
  `,
})
export class CopyDownloads {
  readonly referralId = input.required<string>();
  /** Of this version; the newest unless said otherwise. */
  readonly number = input<number>();

  protected readonly submission = new Submission();
  protected readonly state = signal<ReferralCopy['status'] | 'not_asked' | 'none_here'>('not_asked');
  private readonly copyId = signal('');
  protected readonly ofVersion = computed(() => {
    const number = this.number();
    return number === undefined ? '' : ` of version ${number}`;
  });
  protected readonly pageLink = computed(() => {
    const number = this.number();
    return `/api/referrals/${this.referralId()}/copy${number === undefined ? '' : `?number=${number}`}`;
  });
  protected readonly pdfLink = computed(() => `/api/referral-copies/${this.copyId()}/content`);

  private readonly service = inject(ReferralCopiesService);
  private readonly live = inject(LiveRegion);
  private isGone = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isGone = true));
  }

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    await this.submission.run(null, async () => {
      try {
        const number = this.number();
        const body = { ...(number !== undefined && { number }) };
        const copy = await firstValueFrom(
          this.service.requestReferralCopy<ReferralCopy>(this.referralId(), body, this.submission.creating(body)),
        );
        this.copyId.set(copy.id);
        this.state.set(copy.status);
        this.live.announce('The PDF is being made');
        void this.wait();
      } catch (error) {
        if (toProblem(error).code !== 'no_pdf_here') throw error;
        this.state.set('none_here');
        this.live.announce('This service makes no PDF here. Print the copy instead');
      }
    });
  }

  private async wait(): Promise<void> {
    while (!this.isGone && this.state() === 'queued') {
      await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
      try {
        const { status } = await firstValueFrom(this.service.readReferralCopy<ReferralCopy>(this.copyId()));
        this.state.set(status);
      } catch {
        // Asked again in a second; the job goes on meanwhile.
        continue;
      }
    }
    if (!this.isGone) this.live.announce(this.state() === 'ready' ? 'The PDF is ready' : 'The PDF could not be made');
  }
}
