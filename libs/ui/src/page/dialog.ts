import { afterRenderEffect, Component, type ElementRef, input, output, viewChild } from '@angular/core';

let count = 0;

/**
 * A question that cannot wait, over the page: the rest is inert, Escape closes, and focus comes back to where it was.
 * Use it seldom; a page of its own is nearly always better.
 */
@Component({
  selector: 'ui-dialog',
  template: `
    <dialog #dialog class="app-dialog" [attr.aria-labelledby]="headingId" (close)="closed.emit()">
      <h2 class="govuk-heading-m" [id]="headingId" tabindex="-1" autofocus>{{ heading() }}</h2>
      @if (isOpen()) {
        <ng-content />
      }
    </dialog>
  `,
})
export class Dialog {
  readonly heading = input.required<string>();
  readonly isOpen = input.required<boolean>();
  readonly closed = output();

  protected readonly headingId = `dialog-${++count}-heading`;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    afterRenderEffect(() => {
      const dialog = this.dialog().nativeElement;
      if (this.isOpen() && !dialog.open) dialog.showModal();
      if (this.isOpen() || !dialog.open) return;
      // The selection is still inside the dialog when its content goes. The field that gets the focus back would then have
      // no caret, and Chromium would drop what is typed into it.
      dialog.ownerDocument.getSelection()?.removeAllRanges();
      dialog.close();
    });
  }
}
