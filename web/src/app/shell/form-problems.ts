import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import type { FieldError } from '@panel/ui/forms/error-summary';
import { PageTitle } from './page-title.js';
import { type Problem, toProblem } from './problem.js';

export interface FieldIds {
  /** Stands before every id, where two forms are on one page. */
  readonly idPrefix?: string;
}

/**
 * What is wrong with the form of a page, from the last time it was submitted: for the error summary, for each field and
 * for the title. Provide it with the page: `providers: [FormProblems]`.
 *
 * A field's id is its path in the form, joined by dashes: `cycles.0.strategy` and the pointer `/cycles/0/strategy` are
 * the control with the id `cycles-0-strategy`.
 */
@Injectable()
export class FormProblems {
  private readonly title = inject(PageTitle);
  private readonly list = signal<readonly FieldError[]>([]);
  /** Reversed, because of several messages about one field its first one counts. */
  private readonly byField = computed(
    () => new Map([...this.list()].reverse().map(({ fieldId, message }) => [fieldId, message])),
  );

  /** For `<ui-error-summary [errors]="problems.errors()" />`; a new list each time, so that it takes focus again. */
  readonly errors = this.list.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.title.hasErrors(false));
  }

  /** For `[error]="problems.messageFor('bornOn')"`: the first message about this field. */
  messageFor(fieldId: string): string | undefined {
    return this.byField().get(fieldId);
  }

  /** On submit: collects what the form's own rules say. True when they say nothing. */
  check<T>(form: FieldTree<T>, { idPrefix = '' }: FieldIds = {}): boolean {
    const root = form();
    this.set(
      root.errorSummary().map((error) => {
        const path = pathInForm(error.fieldTree().name(), root.name());
        return fieldError(path && idPrefix + path, error.message ?? 'Check this answer');
      }),
    );
    return this.list().length === 0;
  }

  /** After submit: shows what the API refused, on its fields where it names them. */
  show(error: unknown, ids: FieldIds = {}): void {
    const problem = toProblem(error);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- what was thrown goes on as it was
    if (problem.cause) throw problem.cause;
    this.set(
      fieldErrorsOf(problem, ids).map((each) =>
        // A link that leads nowhere is worse than none.
        each.fieldId && !document.getElementById(each.fieldId) ? { message: each.message } : each,
      ),
    );
  }

  clear(): void {
    this.set([]);
  }

  private set(errors: readonly FieldError[]): void {
    this.list.set(errors);
    this.title.hasErrors(errors.length > 0);
  }
}

/** A problem of the API as messages for a form: one for each field it names, else one about the whole. */
export function fieldErrorsOf(problem: Problem, { idPrefix = '' }: FieldIds = {}): readonly FieldError[] {
  if (problem.errors.length === 0) return [{ message: problem.detail || problem.title }];
  return problem.errors.map(({ pointer, detail }) => {
    const fieldId = fieldIdOf(pointer);
    return fieldError(fieldId && idPrefix + fieldId, detail);
  });
}

function fieldError(fieldId: string, message: string): FieldError {
  return fieldId ? { fieldId, message } : { message };
}

/** Id of the control for a JSON pointer: `/cycles/0/strategy` → `cycles-0-strategy`; `''` for the whole. */
export function fieldIdOf(pointer: string): string {
  return pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('-');
}

/** `''` for the form itself. */
function pathInForm(name: string, rootName: string): string {
  return name.startsWith(`${rootName}.`) ? name.slice(rootName.length + 1).replaceAll('.', '-') : '';
}
