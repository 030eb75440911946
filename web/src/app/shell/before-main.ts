import { DestroyRef, Directive, inject, Injectable, type OnInit, signal, TemplateRef } from '@angular/core';

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
export class BeforeMain implements OnInit {
  private readonly slot = inject(BeforeMainSlot);
  private readonly template = inject<TemplateRef<unknown>>(TemplateRef);

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      // The next page may have taken the place already.
      if (this.slot.template() === this.template) this.slot.template.set(null);
    });
  }

  /** Not earlier: the frame draws it at once, and the inputs of a part that stands inside a page are not set before. */
  ngOnInit(): void {
    this.slot.template.set(this.template);
  }
}
