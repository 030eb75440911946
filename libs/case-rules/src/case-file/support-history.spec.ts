import fc from 'fast-check';

import { AGENCIES, agencyLabel, inTimeOrder, type SupportEntry, supportOfReferral } from '../index.js';

describe('the support of a referral', () => {
  it('is its cycles, the specialist teacher it asked and the agencies with a report, each at its time', () => {
    const entries = supportOfReferral({
      cycles: [
        { strategy: 'Small group', startedOn: '2026-1-8', endedOn: '2026-03-20', whatChanged: 'Less running off' },
        { strategy: 'Mentor', startedOn: '2026-04-20', endedOn: '' },
        { strategy: 'Nothing begun', startedOn: '2026-4-' },
      ],
      teacherConsultedOn: '2026-05-04',
      teacherAdvice: 'A quiet start of the day',
      agencies: [
        { agency: 'Educational psychologist', reportedOn: '2026-06-01', advice: 'Assess language' },
        { agency: 'CAMHS', reportedOn: '' },
      ],
    });
    expect(entries.map(({ kind, title, from, to }) => [kind, title, from, to])).toEqual([
      ['cycle', 'Small group', '2026-01-08', '2026-03-20'],
      ['cycle', 'Mentor', '2026-04-20', null],
      ['consultation', 'Specialist teacher', '2026-05-04', null],
      ['report', 'Educational psychologist', '2026-06-01', null],
    ]);
  });

  it('is empty for whatever else is stored, and never fails', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (answers) => {
        expect(Array.isArray(supportOfReferral(answers))).toBe(true);
      }),
    );
    expect(supportOfReferral(null)).toEqual([]);
  });

  it('never ends before it begins', () => {
    const [entry] = supportOfReferral({ cycles: [{ strategy: 'x', startedOn: '2026-03-01', endedOn: '2026-02-01' }] });
    expect(entry?.to).toBeNull();
  });

  it('stands in the same order however it comes', () => {
    const day = fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01');
    const entry: fc.Arbitrary<SupportEntry> = fc.record({
      kind: fc.constantFrom('cycle', 'consultation', 'report'),
      title: fc.constantFrom('a', 'b'),
      detail: fc.string({ maxLength: 2 }),
      from: day,
      to: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        const keys = (list: readonly SupportEntry[]) =>
          list.map(({ from, title, detail }) => `${from} ${title} ${detail}`);
        expect(keys(inTimeOrder(entries.toReversed()))).toEqual(keys(inTimeOrder(entries)));
      }),
    );
  });
});

describe('agencies', () => {
  it('have a name each', () => {
    expect(new Set(AGENCIES.map(agencyLabel)).size).toBe(AGENCIES.length);
  });
});
