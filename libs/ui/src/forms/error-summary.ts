import { afterRenderEffect, Component, type ElementRef, input, viewChild } from '@angular/core';
import { focusField } from './focus-field.js';

/** What is wrong with one answer, in the same words as beside the control. */
export interface FieldError {
  /** Id of the control; without it the message is about the whole form. */
  readonly fieldId?: string | undefined;
  readonly message: string;
}

/**
 * All errors of a form, first on the page. Takes focus whenever it is given a new list, so also when the same mistake
 * is submitted twice.
 */
@Component({
  selector: 'ui-error-summary',
  template: `
    @if (errors().length > 0) {
      <div #summary class="govuk-error-summary" tabindex="-1">
        <div role="alert">
          <h2 class="govuk-error-summary__title">{{ heading() }}</h2>
          <div class="govuk-error-summary__body">
            <ul class="govuk-list govuk-error-summary__list">
              @for (error of errors(); track $index) {
                <li>
                  @if (error.fieldId; as id) {
                    <a [attr.href]="'#' + id" (click)="focus(id, $event)">{{ error.message }}</a>
                  } @else {
                    {{ error.message }}
                  }
                </li>
              }
            </ul>
          </div>
        </div>
      </div>
    }
  `,
})
export class ErrorSummary {
  readonly errors = input.required<readonly FieldError[]>();
  readonly heading = input('There is a problem');

  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');

  constructor() {
    afterRenderEffect(() => {
      if (this.errors().length > 0) this.summary()?.nativeElement.focus();
    });
  }

  protected focus(fieldId: string, event: Event): void {
    // The router would take the fragment for a navigation.
    event.preventDefault();
    focusField(fieldId);
  }
}
