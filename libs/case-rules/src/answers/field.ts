import type { Code } from '@panel/reference';

/**
 * How an answer is asked for and read back. Every answer is kept as text, exactly as typed: a `date` is 'YYYY-MM-DD' in
 * which parts may be missing, `pounds` is what a person types ("1,250.50"), a `choice` or `select` is a code.
 */
export type AnswerKind =
  | 'line'
  | 'name'
  | 'identifier'
  | 'text'
  | 'date'
  | 'choice'
  | 'select'
  | 'wholeNumber'
  | 'percent'
  | 'pounds'
  | 'email'
  | 'telephone';

/** One answer of a section: its words, its kind, and who may see it. */
export interface AnswerField {
  readonly kind: AnswerKind;
  /** How the answer is called where it is read: "Date of birth". */
  readonly label: string;
  /** The question of the form; the label where it is left out. */
  readonly question?: string;
  readonly hint?: string;
  readonly codes?: readonly Code[];
  /** The first entry of a select: what it means to choose nothing. */
  readonly nothingChosen?: string;
  /** Nobody is asked again for it when a referral is submitted. */
  readonly isOptional?: boolean;
  /** The least and the most that a number may be. */
  readonly range?: { readonly least: number; readonly most: number };
  /** Rows of a text box. */
  readonly rows?: number;
  /** Asked only while another answer of the same section (or row) has this value. */
  readonly onlyWhen?: { readonly field: string; readonly is: string };
  /** Not copied from the child's last referral: what holds now must be said anew. */
  readonly isAskedAnew?: boolean;
  /** Left out for everybody but the school and the coordinators: panel members do not need it. */
  readonly isForCaseworkersOnly?: boolean;
}

export type AnswerFields = Readonly<Record<string, AnswerField>>;

/** Several of the same kind: cycles, parents. Each entry has a `key`, so that two people can change the list at once. */
export interface AnswerList {
  /** What one entry is called: "Cycle". */
  readonly itemLabel: string;
  /** What the list is about, where it may be empty. */
  readonly heading?: string;
  readonly fields: AnswerFields;
  /** How many are shown before anything is typed, and at least. */
  readonly fewest: number;
  readonly most: number;
}

/** The answers of one section of a referral. */
export interface AnswerSection {
  readonly label: string;
  readonly fields: AnswerFields;
  readonly lists: Readonly<Record<string, AnswerList>>;
  /** Nothing of it is copied from the child's last referral. */
  readonly isAskedAnew?: boolean;
}

/** Longest texts that are kept, in characters. */
export const SHORT_TEXT_MAX = 200;
export const LONG_TEXT_MAX = 5000;

/** The most characters that an answer may have. */
export function longestAnswer({ kind }: AnswerField): number {
  return kind === 'text' ? LONG_TEXT_MAX : SHORT_TEXT_MAX;
}

export const YES_NO = [
  { code: 'yes', label: 'Yes' },
  { code: 'no', label: 'No' },
] as const satisfies readonly Code[];

export const YES_NO_NOT_KNOWN = [
  ...YES_NO,
  { code: 'not_known', label: 'Not known' },
] as const satisfies readonly Code[];
