import type { CorrectedField } from '@panel/api-client';
import { sexLabel } from '@panel/reference';
import { dayText, type Option } from '@panel/ui';

export const correctedFields: readonly Option<CorrectedField>[] = [
  { value: 'legalForename', text: 'Legal first name' },
  { value: 'legalSurname', text: 'Legal last name' },
  { value: 'preferredName', text: 'Preferred first name' },
  { value: 'upn', text: 'UPN' },
  { value: 'bornOn', text: 'Date of birth' },
  { value: 'sex', text: 'Sex' },
];

export function fieldText(field: CorrectedField): string {
  return correctedFields.find(({ value }) => value === field)?.text ?? field;
}

/** A fact as people read it. */
export function valueText(field: CorrectedField, value: string): string {
  if (value === '') return 'Nothing';
  if (field === 'bornOn') return dayText(value);
  return field === 'sex' && (value === 'M' || value === 'F' || value === 'U') ? sexLabel(value) : value;
}
