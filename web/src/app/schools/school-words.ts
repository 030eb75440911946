import type { StatusDisplay } from '@panel/case-rules';
import { codeLabel, REGISTER_PHASES, SCHOOL_STATUSES } from '@panel/reference';
import { dayText } from '@panel/ui';

const statusColours: Readonly<Record<string, StatusDisplay['colour']>> = {
  open: 'green',
  closed: 'grey',
  proposed_to_close: 'orange',
  proposed_to_open: 'blue',
};

export const phaseText = (code: string): string => codeLabel(REGISTER_PHASES, code);

export function schoolStatusDisplay(code: string): StatusDisplay {
  return { label: codeLabel(SCHOOL_STATUSES, code), colour: statusColours[code] ?? 'grey' };
}

export const phaseOptions = REGISTER_PHASES.map(({ code, label }) => ({ value: code, text: label }));
export const schoolStatusOptions = SCHOOL_STATUSES.map(({ code, label }) => ({ value: code, text: label }));

const fieldNames: Readonly<Record<string, string>> = {
  name: 'Name',
  laCode: 'Local authority',
  establishmentNumber: 'Establishment number',
  typeCode: 'Code of the type',
  typeName: 'Type',
  phase: 'Phase',
  status: 'Status',
  openedOn: 'Opened',
  closedOn: 'Closed',
  lowAge: 'Youngest age',
  highAge: 'Oldest age',
  street: 'Street',
  town: 'Town',
  postcode: 'Postcode',
  headTeacher: 'Head teacher',
  trustUid: 'Number of the trust',
  trustName: 'Trust',
  successor: 'Successor',
};

export const schoolFieldText = (field: string): string => fieldNames[field] ?? field;

/** A value of a field as people read it. */
export function schoolValueText(field: string, value: string | null): string {
  if (value === null || value === '') return 'Nothing';
  if (field === 'phase') return phaseText(value);
  if (field === 'status') return schoolStatusDisplay(value).label;
  return field === 'openedOn' || field === 'closedOn' ? dayText(value) : value;
}
