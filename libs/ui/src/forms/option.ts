/** One answer to choose. */
export interface Option<T extends string = string> {
  readonly value: T;
  readonly text: string;
  readonly hint?: string | undefined;
  /** A word between this option and the one before, usually "or". */
  readonly dividerBefore?: string | undefined;
}

/** The first option carries the id of the control itself, so that the error summary can lead to it. */
export function optionId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}
