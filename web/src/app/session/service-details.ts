import { HttpClient } from '@angular/common/http';
import { computed, DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { CurrentSession } from './current-session.js';
import type { ServiceInformation } from './session-contract.js';

/** What the service is called and whose it is. Until that is known, and when it cannot be asked, the product's name. */
@Injectable({ providedIn: 'root' })
export class ServiceDetails {
  private readonly http = inject(HttpClient);
  private readonly session = inject(CurrentSession).session;
  private readonly information = signal<ServiceInformation | undefined>(undefined);

  readonly serviceName = computed(() => this.information()?.serviceName ?? 'Inclusion Panel');
  readonly councilName = computed(() => this.session()?.authority.name ?? this.information()?.councilName ?? '');
  /** In place of the product's own, as `#12436d`; null where the council has chosen none. */
  private readonly brandColour = computed(() => {
    const session = this.session();
    return (session ? session.authority.brandColour : this.information()?.brandColour) ?? null;
  });
  readonly isDemo = computed(() => this.information()?.isDemo ?? false);

  /** Fulfilled once the service has answered or cannot be asked; never rejected. */
  readonly asked: Promise<void> = this.ask();

  constructor() {
    const { style } = inject(DOCUMENT).documentElement;
    // The custom property of the Design System: everything that is in the colour of the brand follows it.
    effect(() => {
      const colour = this.brandColour();
      if (colour === null) style.removeProperty('--govuk-brand-colour');
      else style.setProperty('--govuk-brand-colour', colour);
    });
  }

  /** Asks again, where the names have just changed. */
  async ask(): Promise<void> {
    try {
      this.information.set(await firstValueFrom(this.http.get<ServiceInformation>('/api/service')));
    } catch {
      // Then it is called as before.
    }
  }
}
