import type { RegisterSchool } from '@panel/reference';

/** A school that is in our register already. */
export interface KnownSchool extends Omit<RegisterSchool, 'laCode'> {
  readonly id: string;
  readonly version: number;
  readonly laCode: string | null;
  /** Fields that somebody corrected by hand. */
  readonly corrected: readonly string[];
}

export interface SchoolChange {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly isKept: boolean;
}

export interface Comparison {
  readonly action: 'new' | 'changed' | 'closed' | 'kept' | 'unchanged';
  readonly changes: readonly SchoolChange[];
  /** As it will be: the file's values, but for what was corrected by hand. */
  readonly school: RegisterSchool;
}

export const comparedFields = [
  'name',
  'laCode',
  'establishmentNumber',
  'typeCode',
  'typeName',
  'phase',
  'status',
  'openedOn',
  'closedOn',
  'lowAge',
  'highAge',
  'street',
  'town',
  'postcode',
  'headTeacher',
  'trustUid',
  'trustName',
] as const satisfies readonly (keyof RegisterSchool)[];

/** What a row of the extract means for our register. What was corrected by hand stays, and is shown as a difference. */
export function compareSchool(known: KnownSchool | undefined, incoming: RegisterSchool): Comparison {
  if (!known) return { action: 'new', changes: [], school: incoming };
  const changes: SchoolChange[] = [];
  let school: RegisterSchool = incoming;
  for (const field of comparedFields) {
    const [from, to] = [known[field], incoming[field]];
    if (from === to) continue;
    const isKept = known.corrected.includes(field);
    changes.push({ field, from: textOf(from), to: textOf(to), isKept });
    if (isKept) school = { ...school, [field]: from };
  }
  return { action: actionOf(known, school, changes), changes, school };
}

function actionOf(known: KnownSchool, school: RegisterSchool, changes: readonly SchoolChange[]): Comparison['action'] {
  if (changes.length === 0) return 'unchanged';
  if (changes.every(({ isKept }) => isKept)) return 'kept';
  return school.status === 'closed' && known.status !== 'closed' ? 'closed' : 'changed';
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value);
}
