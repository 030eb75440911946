import type { CapacityUnit } from '../contracts/contract.entity.js';
import type { Attendance } from './attendance.js';

/**
 * How many units of an allocation were delivered, never more than were allocated:
 * - sessions: one for each that was attended; a cancelled or missed one delivers nothing;
 * - hours: the whole hours in the minutes of the attended sessions together;
 * - places: all at once when the support is completed, as a place is not used up bit by bit.
 */
export function deliveredUnits(
  allocation: { readonly unit: CapacityUnit; readonly units: number; readonly isCompleted: boolean },
  sessions: readonly { readonly minutes: number; readonly attendance: Attendance }[],
): number {
  const attended = sessions.filter((session) => session.attendance === 'attended');
  switch (allocation.unit) {
    case 'place':
      return allocation.isCompleted ? allocation.units : 0;
    case 'session':
      return Math.min(attended.length, allocation.units);
    case 'hour': {
      const minutes = attended.reduce((sum, session) => sum + session.minutes, 0);
      return Math.min(Math.floor(minutes / 60), allocation.units);
    }
  }
}
