/** What came of a planned session. */
export const ATTENDANCES = ['attended', 'cancelled_by_provider', 'cancelled_by_school', 'child_absent'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

const LABELS: Readonly<Record<Attendance, string>> = {
  attended: 'attended',
  cancelled_by_provider: 'cancelled by the provider',
  cancelled_by_school: 'cancelled by the school',
  child_absent: 'child absent',
};

export function attendanceLabel(attendance: Attendance): string {
  return LABELS[attendance];
}
