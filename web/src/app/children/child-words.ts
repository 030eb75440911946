import { DUPLICATE_GROUNDS, duplicateGroundLabel } from '@panel/case-rules';
import { ncYearLabel, sexLabel } from '@panel/reference';
import type { ChildUpn, MergeFacts } from '@panel/api-client';
import { dayText } from '@panel/ui';

export function upnText({ value, kind, isLaCodeKnown }: ChildUpn): readonly string[] {
  if (kind === null) return [value, 'The check letter is wrong'];
  return [
    value,
    ...(kind === 'temporary' ? ['Temporary: ask the school for the permanent UPN'] : []),
    ...(isLaCodeKnown ? [] : ['Its local authority is not in our list; the UPN may still be right']),
  ];
}

export const yearText = (ncYear: string | null): string => (ncYear === null ? 'Not known' : ncYearLabel(ncYear));

export function groundsText(grounds: readonly string[]): string {
  return DUPLICATE_GROUNDS.filter((ground) => grounds.includes(ground))
    .map(duplicateGroundLabel)
    .join('. ');
}

export const mergedFields = [
  { field: 'upn', text: 'UPN' },
  { field: 'legalForename', text: 'Legal first name' },
  { field: 'legalSurname', text: 'Legal last name' },
  { field: 'preferredName', text: 'Preferred first name' },
  { field: 'bornOn', text: 'Date of birth' },
  { field: 'sex', text: 'Sex' },
  { field: 'ncYear', text: 'Year group' },
] as const;
export type MergedField = (typeof mergedFields)[number]['field'];

/** A fact of a record as people read it. */
export function factText(facts: MergeFacts, field: MergedField): string {
  const value = facts[field];
  if (field === 'ncYear') return value === null ? 'As the birth date says' : ncYearLabel(value);
  if (value === null || value === '') return 'Nothing';
  if (field === 'bornOn') return dayText(value);
  return field === 'sex' ? sexLabel(value) : value;
}
