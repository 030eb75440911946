import { type IsoDate } from './dates.js';

/** One entry of a code set: data, never an enum, because codes come and go with the school census. */
export interface Code {
  readonly code: string;
  readonly label: string;
  /** First day on which the code may be recorded; absent: always. Never back-date a code. */
  readonly validFrom?: IsoDate;
  /** Last day on which the code may be recorded; absent: still in use. */
  readonly validTo?: IsoDate;
}

/** The entry of a code set, or null when the set does not hold the code. Exact case: normalise at the boundary. */
export function findCode<C extends Code>(codes: readonly C[], code: string): C | null {
  return codes.find((entry) => entry.code === code) ?? null;
}

/** The label of a code, or the code itself where the set does not hold it, so that old data still shows something. */
export function codeLabel(codes: readonly Code[], code: string): string {
  return findCode(codes, code)?.label ?? code;
}

/** Whether a code may be recorded on a date. */
export function isCodeValidOn(entry: Code, date: IsoDate): boolean {
  // Dates of the same form compare as text.
  return (entry.validFrom ?? date) <= date && date <= (entry.validTo ?? date);
}
