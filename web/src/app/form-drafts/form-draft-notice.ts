import { Component, inject, input } from '@angular/core';
import { Button, InsetText } from '@panel/ui';
import { PageFocus } from '../shell/page-focus.js';
import type { KeptForm } from './form-draft.js';

/** Above a form: that it holds what was typed before, or that something else was typed in another window. */
@Component({
  selector: 'app-form-draft-notice',
  imports: [Button, InsetText],
  template: `
    @if (draft().elsewhere(); as when) {
      <ui-inset-text>
        <p class="govuk-body">
          You typed something else into this form in another window or on another device, on {{ when }}.
        </p>
        <div class="govuk-button-group govuk-!-margin-bottom-0">
          <button ui-button type="button" kind="secondary" (click)="keepThis()">Keep what is on this page</button>
          <button ui-button type="button" kind="secondary" (click)="useOther()">Use what you typed there</button>
        </div>
      </ui-inset-text>
    } @else if (draft().restored(); as when) {
      <ui-inset-text>
        <p class="govuk-body">You typed this on {{ when }} and did not send it.</p>
        <button ui-button type="button" kind="secondary" class="govuk-!-margin-bottom-0" (click)="discard()">
          Throw it away
        </button>
      </ui-inset-text>
    }
    @if (draft().failure(); as text) {
      <p class="govuk-error-message" role="alert"><span class="govuk-visually-hidden">Error:</span> {{ text }}</p>
    }
  `,
})
export class FormDraftNotice {
  readonly draft = input.required<KeptForm>();

  private readonly focus = inject(PageFocus);

  protected async discard(): Promise<void> {
    if (await this.draft().discard()) this.focus.focusPresentHeading();
  }

  protected keepThis(): void {
    this.draft().keepThis();
    this.focus.focusPresentHeading();
  }

  protected useOther(): void {
    this.draft().useOther();
    this.focus.focusPresentHeading();
  }
}
