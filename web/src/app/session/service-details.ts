import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { CurrentSession } from './current-session.js';
import type { ServiceInformation } from './session-contract.js';

/** What the service is called and whose it is. Until that is known, and when it cannot be asked, the product's name. */
@Injectable({ providedIn: 'root' })
export class ServiceDetails {
  private readonly session = inject(CurrentSession).session;
  private readonly information = signal<ServiceInformation | undefined>(undefined);

  readonly serviceName = computed(() => this.information()?.serviceName ?? 'Inclusion Panel');
  readonly councilName = computed(() => this.session()?.authority.name ?? this.information()?.councilName ?? '');
  readonly isDemo = computed(() => this.information()?.isDemo ?? false);

  /** Fulfilled once the service has answered or cannot be asked; never rejected. */
  readonly asked: Promise<void> = firstValueFrom(inject(HttpClient).get<ServiceInformation>('/api/service')).then(
    (information) => this.information.set(information),
    () => undefined,
  );
}
