import { Component, inject } from '@angular/core';
import { Failures } from './failures.js';
import { Problem } from './problem.js';
import { ProblemMessage } from './problem-message.js';

@Component({ imports: [ProblemMessage], template: '<app-problem [error]="problem" />' })
export class NotFoundPage {
  protected readonly problem = new Problem(404, 'not_found', 'Page not found', '');
}

@Component({ imports: [ProblemMessage], template: '<app-problem [error]="problem" />' })
export class NoAccessPage {
  protected readonly problem = new Problem(
    403,
    'permission_missing',
    'You do not have access to this page',
    'Your role does not include it. Ask your administrator if it should.',
  );
}

/** When a page could not even be loaded: the network is gone, or a new version of the service is out. */
@Component({
  imports: [ProblemMessage],
  template: '<app-problem [error]="problem" (tryAgain)="reload()" />',
})
export class ProblemPage {
  protected readonly problem = inject(Failures).latestOfPage() ?? new Problem(500, 'unexpected', '', '');

  protected reload(): void {
    window.location.reload();
  }
}
