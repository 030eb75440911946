import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '@panel/ui/content/button';
import { type Problem, toProblem } from './problem.js';

interface Message {
  readonly heading: string;
  readonly text: string;
  readonly canTryAgain: boolean;
}

/** In place of a page that cannot be shown: `<app-problem [error]="referral.error()" (tryAgain)="referral.reload()" />`. */
@Component({
  selector: 'app-problem',
  imports: [Button, RouterLink],
  template: `
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">{{ message().heading }}</h1>
        <p class="govuk-body">{{ message().text }}</p>
        @if (message().canTryAgain) {
          <button ui-button type="button" (click)="tryAgain.emit()">Try again</button>
        }
        <p class="govuk-body"><a class="govuk-link" routerLink="/">Go to your start page</a></p>
      </div>
    </div>
  `,
})
export class ProblemMessage {
  /** Whatever a resource or a request failed with. */
  readonly error = input.required<unknown>();
  readonly tryAgain = output();

  protected readonly message = computed(() => messageFor(toProblem(this.error())));
}

function messageFor(problem: Problem): Message {
  switch (problem.status) {
    case 0:
      return {
        heading: 'The service cannot be reached',
        text: 'Check your connection and try again. What you have saved is safe.',
        canTryAgain: true,
      };
    case 401:
      return { heading: 'Sign in to see this page', text: problem.detail, canTryAgain: true };
    case 403:
      return { heading: 'You do not have access to this page', text: problem.detail, canTryAgain: false };
    case 404:
      return {
        heading: 'Page not found',
        text: 'If you typed or pasted the web address, check that it is correct. It may also be something you may not see.',
        canTryAgain: false,
      };
    default:
      return {
        heading: 'Sorry, there is a problem with the service',
        text: 'Try again in a moment. What you have saved is safe.',
        canTryAgain: true,
      };
  }
}
