import { HttpErrorResponse } from '@angular/common/http';

/** One refused field, as the API names it. */
export interface FieldProblem {
  /** JSON pointer into what was sent: `/cycles/0/strategy`. */
  readonly pointer: string;
  readonly code: string;
  /** What to do, in words for people. */
  readonly detail: string;
}

/** An expected failure of a request: the API's problem details (RFC 9457), or that it could not be reached. */
export class Problem extends Error {
  constructor(
    /** HTTP status; 0 when there was no answer. */
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly FieldProblem[] = [],
  ) {
    super(`${code}: ${detail}`);
  }

  /** Trying the same again later may well work. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Any failure as a problem. What is no answer of the API keeps its own error as `cause`. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  // Among them a part of the application that is loaded when it is first needed.
  if (!(error instanceof HttpErrorResponse) && !navigator.onLine) return unreachable();
  if (!(error instanceof HttpErrorResponse)) {
    const problem = new Problem(
      500,
      'unexpected',
      'Something went wrong',
      'Try again. If it happens again, reload the page.',
    );
    problem.cause = error;
    return problem;
  }
  if (error.status === 0) return unreachable();
  const body = problemBody(error.error);
  return new Problem(
    error.status,
    body.code ?? 'unexpected',
    body.title ?? 'Something went wrong',
    body.detail ?? 'Try again. If it happens again, contact the inclusion team.',
    body.errors,
  );
}

function unreachable(): Problem {
  return new Problem(0, 'unreachable', 'The service cannot be reached', 'Check your connection and try again.');
}

interface ProblemBody {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors: readonly FieldProblem[];
}

/** A proxy may answer with a page of its own, so nothing is taken for granted. */
function problemBody(body: unknown): ProblemBody {
  const record = asRecord(body);
  const errors = Array.isArray(record['errors']) ? record['errors'] : [];
  return {
    ...textOf(record, 'code'),
    ...textOf(record, 'title'),
    ...textOf(record, 'detail'),
    errors: errors.map(asRecord).map((error) => ({
      pointer: wordsOf(error['pointer']),
      code: wordsOf(error['code']),
      detail: wordsOf(error['detail']),
    })),
  };
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function textOf<K extends string>(record: Readonly<Record<string, unknown>>, key: K): { [P in K]?: string } {
  const value = record[key];
  const found: { [P in K]?: string } = {};
  if (typeof value === 'string' && value) found[key] = value;
  return found;
}
