import { inject } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { FormProblems } from '../../shell/form-problems.js';
import { Problem, toProblem } from '../../shell/problem.js';

/**
 * The attempts of a page to send something, and what is wrong with the last one. One at a time: a double click sends once,
 * and another form of the page waits for its turn. Made in a field of the page, which provides `FormProblems`.
 */
export class Submission {
  private readonly problems = inject(FormProblems);
  private sending: { readonly what: unknown; readonly ended: Promise<void> } | undefined;
  private repeatable = { body: '', key: '' };

  /** For the error summary. */
  readonly errors = this.problems.errors;

  /** For one control, by its id. */
  errorOf(fieldId: string): string | undefined {
    return this.problems.messageFor(fieldId);
  }

  /**
   * Does `action` when the form's own rules say nothing. `fieldOf` names the control that a refusal without pointers is
   * about, by its code; `what` tells two things without a form apart. Returns whether it was done.
   */
  async run<T>(
    form: FieldTree<T> | null,
    action: () => Promise<unknown>,
    fieldOf: Readonly<Record<string, string>> = {},
    what: unknown = form,
  ): Promise<boolean> {
    while (this.sending) {
      if (this.sending.what === what) return false;
      await this.sending.ended;
    }
    this.problems.clear();
    if (form && !this.problems.check(form)) return false;
    let end = (): void => undefined;
    this.sending = { what, ended: new Promise((resolve) => (end = resolve)) };
    try {
      await action();
      this.repeatable = { body: '', key: '' };
      return true;
    } catch (error) {
      this.problems.show(atField(toProblem(error), fieldOf));
      return false;
    } finally {
      this.sending = undefined;
      end();
    }
  }

  /** Headers of a request that creates something: sent again with the same body, it creates nothing twice. */
  creating(body: unknown): { readonly headers: Record<string, string> } {
    const text = JSON.stringify(body);
    if (this.repeatable.body !== text) this.repeatable = { body: text, key: crypto.randomUUID() };
    return { headers: { 'Idempotency-Key': this.repeatable.key } };
  }

  /** Headers of a request that changes the version that is on the screen. */
  changing(version: number): { readonly headers: Record<string, string> } {
    return { headers: { 'If-Match': `"${version}"` } };
  }
}

/** A refusal with both its sentences, on the control it is about. */
function atField(problem: Problem, fieldOf: Readonly<Record<string, string>>): Problem {
  if (problem.cause || problem.errors.length > 0) return problem;
  const detail = `${problem.title}. ${problem.detail}`;
  const field = fieldOf[problem.code];
  const errors = field ? [{ pointer: `/${field}`, code: problem.code, detail }] : [];
  return new Problem(problem.status, problem.code, problem.title, detail, errors);
}
