import { booleanAttribute, computed, Directive, ElementRef, inject, input, output } from '@angular/core';

/** Size of a label or legend. */
export type LabelSize = 's' | 'm' | 'l' | 'xl';

/**
 * What all form controls share. A control binds to Signal Forms with `[formField]`, but shows only the `error` it is
 * given: errors appear when the form is submitted and stay until it is submitted again, never while someone types.
 *
 * No control writes `required`, `maxlength` or `disabled`: browsers would cut pasted text and speak in their own words.
 */
@Directive({
  // The id belongs to the native control inside; left on the host it would stand twice in the page.
  host: { '[attr.id]': 'null' },
})
export abstract class Field {
  /** Id of the native control (of the first one in a group); the links of the error summary lead to it. */
  readonly id = input.required<string>();
  /** The question: text of the label, or of the legend of a group. */
  readonly label = input.required<string>();
  /** Default: plain text size, or `l` when the label is the page heading. */
  readonly labelSize = input<LabelSize>();
  /** On a page with one question its label is the `<h1>`. */
  readonly isPageHeading = input(false, { transform: booleanAttribute });
  readonly hint = input<string>();
  /** The message to show with the control, without "Error:". */
  readonly error = input<string>();
  /** Focus has left the control. */
  readonly touch = output();

  protected readonly hintId = computed(() => (this.hint() ? `${this.id()}-hint` : undefined));
  protected readonly errorId = computed(() => (this.error() ? `${this.id()}-error` : undefined));
  protected readonly describedBy = computed(() => spaceSeparated(this.hintId(), this.errorId()));

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** Focuses the native control; Signal Forms calls this too. */
  focus(options?: FocusOptions): void {
    this.host.querySelector<HTMLElement>('input, textarea, select')?.focus(options);
  }
}

/** Ids for `aria-describedby`; null removes the attribute. */
export function spaceSeparated(...ids: readonly (string | undefined)[]): string | null {
  return ids.filter(Boolean).join(' ') || null;
}
