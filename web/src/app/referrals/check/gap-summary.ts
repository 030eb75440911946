import { afterRenderEffect, Component, type ElementRef, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { UiUrl } from '@panel/ui';

/** A missing answer and the question that asks for it, which is on another page. */
export interface GapLink {
  readonly message: string;
  readonly link: string;
}

/** An error summary whose links lead to other pages. Takes focus each time `attempts` grows. */
@Component({
  selector: 'app-gap-summary',
  imports: [RouterLink, UiUrl],
  template: `
    <div #summary class="govuk-error-summary" tabindex="-1">
      <div role="alert">
        <h2 class="govuk-error-summary__title">There is a problem</h2>
        <div class="govuk-error-summary__body">
          <p>Complete these answers before you submit the referral.</p>
          <ul class="govuk-list govuk-error-summary__list">
            @for (gap of gaps(); track gap.link) {
              <li>
                <a [routerLink]="gap.link | uiUrl">{{ gap.message }}</a>
              </li>
            }
          </ul>
        </div>
      </div>
    </div>
  `,
})
export class GapSummary {
  readonly gaps = input.required<readonly GapLink[]>();
  readonly attempts = input.required<number>();

  private readonly summary = viewChild.required<ElementRef<HTMLElement>>('summary');

  constructor() {
    afterRenderEffect(() => {
      if (this.attempts() > 0) this.summary().nativeElement.focus();
    });
  }
}
