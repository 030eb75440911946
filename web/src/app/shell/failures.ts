import { type ErrorHandler, inject, Injectable, signal } from '@angular/core';
import { Problem, toProblem } from './problem.js';

/** What went wrong without anybody expecting it. The page stays as it is, with all that was typed. */
@Injectable({ providedIn: 'root' })
export class Failures {
  private readonly last = signal<Problem | null>(null);
  readonly latest = this.last.asReadonly();
  /** What kept a page from being shown; the page in its place says so. */
  private readonly ofPage = signal<Problem | null>(null);
  readonly latestOfPage = this.ofPage.asReadonly();

  report(error: unknown): void {
    this.last.set(toProblem(error));
  }

  reportOfPage(error: unknown): void {
    this.ofPage.set(toProblem(error));
  }

  clear(): void {
    this.last.set(null);
  }
}

/** Where errors end up that no page has caught. */
@Injectable()
export class ReportingErrorHandler implements ErrorHandler {
  private readonly failures = inject(Failures);

  handleError(error: unknown): void {
    const cause = rejectionOf(error);
    // The person has just closed the dialog that asked them to sign in again, and knows.
    if (cause instanceof Problem && cause.status === 401) return;
    console.error(cause);
    this.failures.report(cause);
  }
}

/** A promise that nobody waited for arrives wrapped. */
function rejectionOf(error: unknown): unknown {
  return error instanceof Error && 'rejection' in error ? error.rejection : error;
}
