import { HttpContext } from '@angular/common/http';
import { Component, computed, DestroyRef, effect, inject, input, signal } from '@angular/core';
import type { SectionWriters } from '@panel/api-client';
import { ReferralsService } from '@panel/api-client/referrals/referrals.service';
import { firstValueFrom } from 'rxjs';
import { isInBackground } from '../../session/own-request-interceptor.js';
import type { SectionDraft } from './section-draft.js';

const beat = 15_000;

/**
 * Says who else writes in the section, and brings what they have saved onto the page. The page gives a sign of life every
 * quarter of a minute while it is seen; that alone does not keep a session alive.
 */
@Component({
  selector: 'app-fellow-writers',
  template: ` <p class="govuk-hint" role="status">{{ text() }}</p> `,
})
export class FellowWriters {
  readonly draft = input.required<SectionDraft>();
  readonly referralId = input.required<string>();

  private readonly service = inject(ReferralsService);
  private readonly names = signal<readonly string[]>([]);

  protected readonly text = computed(() => {
    const names = this.names();
    return names.length > 0 ? `Also being written by ${names.join(' and ')}` : '';
  });

  constructor() {
    let timer: ReturnType<typeof setInterval> | undefined;
    effect(() => {
      clearInterval(timer);
      if (!this.draft().isEditable()) return;
      void this.giveSign();
      timer = setInterval(() => void this.giveSign(), beat);
    });
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  private async giveSign(): Promise<void> {
    if (document.visibilityState === 'hidden') return;
    const { section } = this.draft().page();
    try {
      const context = new HttpContext().set(isInBackground, true);
      const { others, version } = await firstValueFrom(
        this.service.announceWriter<SectionWriters>(this.referralId(), section, { context }),
      );
      this.names.set(others.map(({ name }) => name));
      await this.draft().takeUpNewer(version);
    } catch {
      // Nothing hangs on it: what cannot be read now is read with the next sign, and a save meets it anyway.
      this.names.set([]);
    }
  }
}
