import { anAssessment, aWorking } from './assessment.fixture.js';
import { compareAssessments } from './assessment-comparison.js';
import { workingLines } from './assessment-words.js';

describe('a later assessment beside an earlier one', () => {
  it('shows both answers of every question, and which changed', () => {
    const later = anAssessment({ number: 2, riskLevel: 'medium', probabilityPercent: 50, annualValuePence: 469_700 });
    const changed = compareAssessments(anAssessment(), later).filter(({ hasChanged }) => hasChanged);
    expect(changed.map(({ key, before, after }) => [key, before, after])).toEqual([
      ['Risk', 'High', 'Medium'],
      ['Probability without the intervention', '75% (Likely)', '50% (As likely as not)'],
      ['Annual value', '£7,906.10', '£4,697.00'],
    ]);
    expect(compareAssessments(later, later).every(({ hasChanged }) => !hasChanged)).toBe(true);
  });

  it('says of a criterion that one of them had not that it was not asked', () => {
    const old = anAssessment({ criteriaVersion: null, evidence: [] });
    const attendance = compareAssessments(old, anAssessment()).find(({ key }) => key === 'Attendance');
    expect(attendance).toMatchObject({ before: 'Not asked', hasChanged: true });
    expect(attendance?.after).toMatch(/^Some evidence: /);
  });
});

describe('the lines of a working', () => {
  it('say when the contribution covers all of it, and how a card rounds', () => {
    const clipped = {
      ...aWorking,
      grossPence: 400_000,
      paidBySchoolPence: 400_000,
      beforeRoundingPence: 0,
      isClipped: true,
    };
    const lines = workingLines({ ...clipped, netPence: 0, rounding: 'whole_pounds_half_up' });
    expect(lines.map(({ key, amount }) => [key, amount])).toEqual([
      ['Cost a year', '£4,000.00'],
      ['Paid by the school', '−£4,000.00'],
      ['Before rounding', '£0.00'],
      ['Annual value', '£0.00'],
    ]);
    expect(lines[1]?.step).toBe('The school’s contribution, which is up to £6,000.00');
    expect(workingLines({ ...aWorking, isFixedAmount: true })[0]?.step).toContain('Fixed amount of the rate card');
  });
});
