import type { Attendance } from './attendance.js';
import { deliveredUnits } from './delivered-units.js';

function sessions(attendance: Attendance, ...minutes: number[]) {
  return minutes.map((each) => ({ minutes: each, attendance }));
}

describe('delivered units', () => {
  it('counts attended sessions and no other', () => {
    const allocation = { unit: 'session', units: 10, isCompleted: false } as const;
    const held = [
      ...sessions('attended', 30, 45),
      ...sessions('child_absent', 30),
      ...sessions('cancelled_by_school', 0),
    ];
    expect(deliveredUnits(allocation, held)).toBe(2);
  });

  it('adds minutes up to whole hours', () => {
    const allocation = { unit: 'hour', units: 10, isCompleted: false } as const;
    expect(deliveredUnits(allocation, sessions('attended', 45))).toBe(0);
    expect(deliveredUnits(allocation, sessions('attended', 45, 45))).toBe(1);
    expect(deliveredUnits(allocation, sessions('attended', 45, 45, 30))).toBe(2);
  });

  it('never exceeds what was allocated', () => {
    expect(deliveredUnits({ unit: 'session', units: 2, isCompleted: false }, sessions('attended', 30, 30, 30))).toBe(2);
    expect(deliveredUnits({ unit: 'hour', units: 1, isCompleted: true }, sessions('attended', 600))).toBe(1);
  });

  it('delivers a place when the support is completed, not before', () => {
    expect(deliveredUnits({ unit: 'place', units: 1, isCompleted: false }, sessions('attended', 60, 60))).toBe(0);
    expect(deliveredUnits({ unit: 'place', units: 1, isCompleted: true }, sessions('attended', 60))).toBe(1);
  });
});
