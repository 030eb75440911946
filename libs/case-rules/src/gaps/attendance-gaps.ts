import { type AttendanceAnswers } from '../answers/sections.js';
import { gap, type GapPlace, isBlank, type ReferralGap, requiredText } from './gap.js';

/** What the section about attendance and exclusion still needs. */
export function attendanceGaps(attendance: AttendanceAnswers): readonly ReferralGap[] {
  return [
    ...requiredText(
      attendance.attendanceThisYear,
      at('attendanceThisYear', 'Absence is often the first sign that school no longer works for a child.'),
      'attendance_this_year_missing',
      'Enter the child’s attendance this school year',
    ),
    ...requiredText(
      attendance.suspensions,
      at('suspensions', 'The review compares it with the number after the support.'),
      'suspensions_missing',
      'Enter how many times the child has been suspended this school year, or 0',
    ),
    ...dayGaps(attendance),
    ...(attendance.isAtRiskOfExclusion === 'yes' || attendance.isAtRiskOfExclusion === 'no'
      ? []
      : gap(
          at('isAtRiskOfExclusion', 'The coordinator looks at such a case first.'),
          'exclusion_risk_missing',
          'Select yes if the child is at risk of permanent exclusion',
        )),
  ];
}

/** Days go with suspensions: asked for where there was one, and at least half a day for each. */
function dayGaps({ suspensions, suspensionDays }: AttendanceAnswers): readonly ReferralGap[] {
  const place = at('suspensionDays', 'The number of days says more than the number of suspensions.');
  const count = /^\d{1,3}$/.test(suspensions.trim()) ? Number(suspensions.trim()) : 0;
  if (isBlank(suspensionDays)) {
    return count > 0
      ? gap(place, 'suspension_days_missing', 'Enter on how many school days the child was suspended')
      : [];
  }
  const days = /^\d{1,3}(\.[05])?$/.test(suspensionDays.trim()) ? Number(suspensionDays.trim()) : -1;
  if (days < 0 || days > 200) {
    return gap(
      place,
      'suspension_days_not_a_number',
      'Days suspended must be a number like 2 or 2.5, no more than 200',
    );
  }
  if (count === 0 && days > 0 && !isBlank(suspensions)) {
    return gap(
      place,
      'suspension_days_without_suspension',
      'Days suspended must be 0 when the child was never suspended',
    );
  }
  return count > 0 && days < count / 2
    ? gap(place, 'suspension_days_too_few', 'Days suspended must be at least half a day for each suspension')
    : [];
}

function at(field: keyof AttendanceAnswers, why: string): GapPlace {
  return { section: 'attendance', field, why };
}
