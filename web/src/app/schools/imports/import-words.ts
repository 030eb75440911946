import type { SchoolImport, SchoolImportCounts } from '@panel/api-client';

/** The groups of rows that a person looks at, in the order of what needs them most. */
export const rowGroups = [
  { action: 'error', heading: 'Rows with errors', text: 'With errors' },
  { action: 'new', heading: 'New schools', text: 'New' },
  { action: 'closed', heading: 'Schools that have closed', text: 'Closed' },
  { action: 'changed', heading: 'Changed schools', text: 'Changed' },
  { action: 'kept', heading: 'Schools that stay as they were corrected here', text: 'Kept as corrected here' },
] as const;
export type RowGroup = (typeof rowGroups)[number];

export function rowCount(counts: SchoolImportCounts, { action }: RowGroup): number {
  return action === 'error' ? counts.errors : counts[action];
}

export function scopeText({ laCodes }: SchoolImport): string {
  return laCodes.length === 0 ? 'All schools of the file' : `Local authority ${laCodes.join(', ')}`;
}

/** How many schools an import has brought or changed, in words. */
export function resultText(counts: SchoolImportCounts): string {
  return `${schools(counts.new)} new, ${counts.changed.toLocaleString('en-GB')} changed, ${counts.closed.toLocaleString('en-GB')} closed`;
}

export function schools(count: number): string {
  return count === 1 ? '1 school' : `${count.toLocaleString('en-GB')} schools`;
}
