import { DestroyRef, Directive, inject, Injectable, signal, TemplateRef } from '@angular/core';

/** What the page wants to stand before `<main>`. */
@Injectable({ providedIn: 'root' })
export class BeforeMainSlot {
  readonly template = signal<TemplateRef<unknown> | null>(null);
}

/**
 * Puts a back link or breadcrumbs before `<main>`, where the skip link passes them:
 * `<ui-back-link *appBeforeMain link="/referrals" />`.
 */
@Directive({ selector: '[appBeforeMain]' })
export class BeforeMain {
  constructor() {
    const slot = inject(BeforeMainSlot);
    const template = inject<TemplateRef<unknown>>(TemplateRef);
    slot.template.set(template);
    inject(DestroyRef).onDestroy(() => {
      // The next page may have taken the place already.
      if (slot.template() === template) slot.template.set(null);
    });
  }
}
