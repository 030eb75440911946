import { DestroyRef, Directive, ElementRef, inject, input, signal } from '@angular/core';

/**
 * Something that may be wider than the screen and then scrolls by itself. Only then is it a stop of the keyboard,
 * because one can scroll by keyboard only what has focus.
 */
@Directive({
  selector: '[uiScrollRegion]',
  host: {
    class: 'app-scroll-region',
    '[attr.tabindex]': 'isScrollable() ? 0 : null',
    '[attr.role]': "isScrollable() ? 'region' : null",
    '[attr.aria-label]': 'isScrollable() ? uiScrollRegion() : null',
  },
})
export class ScrollRegion {
  /** Its name. */
  readonly uiScrollRegion = input.required<string>();

  protected readonly isScrollable = signal(false);

  constructor() {
    if (typeof ResizeObserver === 'undefined') return;
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const observer = new ResizeObserver(() => this.isScrollable.set(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
