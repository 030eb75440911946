import type { Attendance } from '@panel/api-client';

const attendances: Readonly<Record<Attendance, string>> = {
  attended: 'Attended',
  cancelled_by_provider: 'Cancelled by the provider',
  cancelled_by_school: 'Cancelled by the school',
  child_absent: 'The child was absent',
};

export const attendanceText = (attendance: Attendance): string => attendances[attendance];

/** The answers in the order in which they are offered: the usual one first. */
export const attendanceOptions: readonly { readonly value: Attendance; readonly text: string }[] = [
  { value: 'attended', text: attendances.attended },
  { value: 'child_absent', text: attendances.child_absent },
  { value: 'cancelled_by_school', text: attendances.cancelled_by_school },
  { value: 'cancelled_by_provider', text: attendances.cancelled_by_provider },
];
