import { Directive, inject, input, TemplateRef } from '@angular/core';

/** What the template of a cell is given. */
export interface CellContext<TRow> {
  readonly $implicit: TRow;
}

/**
 * Own content for the cells of one column:
 * `<ng-template uiCell="status" [uiCellOf]="rows()" let-row><ui-tag [text]="row.status" /></ng-template>`.
 */
@Directive({ selector: 'ng-template[uiCell]' })
export class Cell<TRow> {
  /** Key of the column. */
  readonly uiCell = input.required<string>();
  /** The rows of the table again; they only tell the compiler the type of `let-row`. */
  readonly uiCellOf = input<readonly TRow[]>();
  readonly template = inject<TemplateRef<CellContext<TRow>>>(TemplateRef);

  static ngTemplateContextGuard<TRow>(_: Cell<TRow>, _context: unknown): _context is CellContext<TRow> {
    return true;
  }
}
