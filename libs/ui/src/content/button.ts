import { booleanAttribute, Component, ElementRef, inject, input } from '@angular/core';

/** A second click within this time is taken for a double click, as in GOV.UK Frontend. */
const doubleClickTime = 1000;

/**
 * `<button ui-button>Save and continue</button>`, or a link that looks like one: `<a ui-button routerLink="…">`.
 * There is no disabled state: say what is missing after the click instead.
 */
@Component({
  selector: 'button[ui-button], a[ui-button]',
  template: `<ng-content />
    @if (isStart()) {
      <svg
        class="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    }`,
  host: {
    class: 'govuk-button',
    '[class.govuk-button--secondary]': "kind() === 'secondary'",
    '[class.govuk-button--warning]': "kind() === 'warning'",
    '[class.govuk-button--start]': 'isStart()',
    '[attr.type]': 'isLink ? null : type()',
    '[attr.role]': "isLink ? 'button' : null",
    '[attr.draggable]': "isLink ? 'false' : null",
    '(keydown.space)': 'pressLink($event)',
  },
})
export class Button {
  readonly kind = input<'primary' | 'secondary' | 'warning'>('primary');
  readonly type = input<'submit' | 'button'>('submit');
  readonly isStart = input(false, { transform: booleanAttribute });
  readonly preventDoubleClick = input(false, { transform: booleanAttribute });

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly isLink = this.element.tagName === 'A';
  private lastClick = -Infinity;

  constructor() {
    // Before the page's own (click), which Angular would call together with a host listener.
    this.element.addEventListener('click', (event) => this.refuseDoubleClick(event), { capture: true });
  }

  /** People press the space bar on what looks like a button. */
  protected pressLink(event: Event): void {
    if (!this.isLink) return;
    event.preventDefault();
    this.element.click();
  }

  private refuseDoubleClick(event: Event): void {
    if (!this.preventDoubleClick()) return;
    if (event.timeStamp - this.lastClick < doubleClickTime) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    this.lastClick = event.timeStamp;
  }
}
