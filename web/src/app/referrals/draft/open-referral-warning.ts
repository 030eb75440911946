import { Component, computed, effect, inject, input, signal } from '@angular/core';
import type { OpenReferral } from '@panel/api-client';
import { KnownChildService } from '@panel/api-client/known-child/known-child.service';
import { checkUpn, isIsoDate, ncYearFor, ncYearLabel, normaliseUpn, readTypedDate } from '@panel/reference';
import { LiveRegion } from '../../shell/live-region.js';
import { findOpenReferral, OpenReferralNotice } from './open-referral-notice.js';
import type { SectionDraft } from './section-draft.js';

/** What the page knows by itself as soon as the UPN and the date of birth are whole: an open referral, and the year by age. */
@Component({
  selector: 'app-open-referral-warning',
  imports: [OpenReferralNotice],
  template: `
    @if (open(); as other) {
      <app-open-referral-notice [open]="other" />
    }
    @if (yearByAge(); as year) {
      <p class="govuk-body">By age the child is in {{ year }}.</p>
    }
  `,
})
export class OpenReferralWarning {
  readonly draft = input.required<SectionDraft>();
  readonly referralId = input.required<string>();

  private readonly service = inject(KnownChildService);
  private readonly live = inject(LiveRegion);
  protected readonly open = signal<OpenReferral | null>(null);

  private readonly upn = computed(() => {
    const upn = normaliseUpn(this.draft().text('upn'));
    return checkUpn(upn).isValid ? upn : '';
  });
  protected readonly yearByAge = computed(() => {
    const typed = readTypedDate(this.draft().text('bornOn'));
    const today = new Date().toISOString().slice(0, 10);
    if (typed.kind !== 'date' || !isIsoDate(today)) return '';
    const year = ncYearFor(typed.date, today);
    return year === null ? '' : ncYearLabel(year);
  });

  constructor() {
    effect((onCleanup) => {
      const upn = this.upn();
      const { referral } = this.draft();
      const schoolId = referral.hasValue() ? referral.value().school.id : '';
      this.open.set(null);
      if (upn === '' || schoolId === '') return;
      let isStill = true;
      onCleanup(() => (isStill = false));
      void findOpenReferral(this.service, { schoolId, upn }).then((open) => {
        if (!isStill || open === null || open.id === this.referralId()) return;
        this.open.set(open);
        this.live.announce('This child already has an open referral.');
      });
    });
  }
}
