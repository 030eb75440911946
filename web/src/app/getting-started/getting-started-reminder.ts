import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GettingStarted } from '@panel/api-client';
import { InsetText } from '@panel/ui';
import { progressOf, progressText } from './first-steps.js';

/** On the start page until all is done or the person does not want it. */
@Component({
  selector: 'app-getting-started-reminder',
  imports: [InsetText, RouterLink],
  template: `
    @if (text(); as text) {
      <ui-inset-text>
        <h2 class="govuk-heading-s">Getting started</h2>
        <p class="govuk-body">{{ text }}</p>
        <a class="govuk-link" routerLink="/getting-started">Go on with your first steps</a>
      </ui-inset-text>
    }
  `,
})
export class GettingStartedReminder {
  readonly steps = input.required<GettingStarted>();

  protected readonly text = computed(() => {
    const progress = progressOf(this.steps());
    return progress.done < progress.all && !this.steps().isDismissed ? progressText(progress) : undefined;
  });
}
