/** One wrong field: where it is (JSON pointer into the body), a stable code, and what to do, in words for people. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/**
 * An expected failure, rendered as RFC 9457 problem details by the one filter. Made only by the factories in
 * `<feature>.problems.ts`. `detail` is shown to people and holds no personal data.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly FieldProblem[] = [],
    /** Sent as Retry-After: when the same request may be let through. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(`${code}: ${detail}`);
  }
}
