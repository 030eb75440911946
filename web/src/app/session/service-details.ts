import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import { CurrentSession } from './current-session.js';
import type { ServiceInformation } from './session-contract.js';

/** What the service is called and whose it is. Until that is known, and when it cannot be asked, the product's name. */
@Injectable({ providedIn: 'root' })
export class ServiceDetails {
  private readonly session = inject(CurrentSession).session;
  private readonly information = httpResource<ServiceInformation>(() => '/api/service');
  private readonly value = computed(() => (this.information.hasValue() ? this.information.value() : undefined));

  readonly serviceName = computed(() => this.value()?.serviceName ?? 'Inclusion Panel');
  readonly councilName = computed(() => this.session()?.authority.name ?? this.value()?.councilName ?? '');
  readonly isDemo = computed(() => this.value()?.isDemo ?? false);
}
