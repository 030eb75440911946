import fc from 'fast-check';
import { completeAnswers, TODAY } from './answers.fixture.js';
import {
  allAnswerFields,
  ALLOCATION_TRANSITIONS,
  ANALYSIS_TRANSITIONS,
  DECISION_OUTCOMES,
  emptyReferralAnswers,
  findReferralGaps,
  isReferralOpen,
  moveReferral,
  PANEL_TRANSITIONS,
  REFERRAL_SECTIONS,
  REFERRAL_STATUSES,
  REFERRAL_TRANSITIONS,
  type ReferralStatus,
  type ReferralVerbFacts,
  REOPEN_WITHIN_DAYS,
  REPORT_TRANSITIONS,
  toAnswerRecord,
  SCHOOL_IMPORT_TRANSITIONS,
  toReferralFacts,
} from './index.js';

const gap = { code: 'upn_missing', message: 'Enter the child’s UPN' };
const text = fc.constantFrom('', ' ', 'Because');

const ATTEMPTS = [
  fc
    .record({ gaps: fc.constantFrom([], [gap]), hasOtherOpenReferral: fc.boolean(), isSignedOff: fc.boolean() })
    .map((facts) => attempt('submit', facts)),
  fc.constant(attempt('accept', {})),
  text.map((reason) => attempt('return', { reason })),
  fc
    .record({ reasonCode: fc.constantFrom('', 'outside_remit'), explanation: text })
    .map((facts) => attempt('decline', facts)),
  text.map((reason) => attempt('withdraw', { reason })),
  fc.nat({ max: 2 }).map((problemCount) => attempt('assess', { problemCount })),
  fc.boolean().map((hasAssessment) => attempt('ready_for_panel', { hasAssessment })),
  fc
    .record({ outcome: fc.constantFrom(...DECISION_OUTCOMES), reason: text, isUrgent: fc.boolean() })
    .map((facts) => attempt('decide', facts)),
  fc.boolean().map((hasAcceptedAllocation) => attempt('start_delivery', { hasAcceptedAllocation })),
  fc.constant(attempt('start_review', {})),
  fc.record({ openAllocations: fc.nat({ max: 2 }), hasReview: fc.boolean() }).map((facts) => attempt('close', facts)),
  fc
    .record({ reason: text, gaps: fc.constantFrom([], [gap]), differences: fc.nat({ max: 2 }) })
    .map((facts) => attempt('amend', facts)),
  fc
    .record({
      reason: text,
      daysSinceEnd: fc.constantFrom(0, REOPEN_WITHIN_DAYS, REOPEN_WITHIN_DAYS + 1),
      hasOtherOpenReferral: fc.boolean(),
    })
    // Not of its own: whether it was submitted follows from the walk.
    .map((facts) => ({
      ...attempt('reopen', { ...facts, wasSubmitted: true }),
      run: (status: ReferralStatus, wasSubmitted = true) => moveReferral(status, 'reopen', { ...facts, wasSubmitted }),
    })),
];

interface Attempt {
  readonly verb: string;
  readonly facts: object;
  readonly run: (status: ReferralStatus, wasSubmitted?: boolean) => ReturnType<typeof moveReferral>;
}

function attempt<V extends keyof ReferralVerbFacts>(verb: V, facts: ReferralVerbFacts[V]): Attempt {
  return { verb, facts, run: (status) => moveReferral(status, verb, facts) };
}

/** What a walk through the table has earned so far. */
interface Earned {
  wasSubmittedWithoutGaps: boolean;
  wasAccepted: boolean;
  wasAssessed: boolean;
  wasDecided: boolean;
  wasDelivered: boolean;
}

describe('any walk through the table of referrals', () => {
  it('reaches no stage without what it stands on', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(...ATTEMPTS), { maxLength: 80 }), (attempts) => {
        let status: ReferralStatus = 'draft';
        const earned: Earned = {
          wasSubmittedWithoutGaps: false,
          wasAccepted: false,
          wasAssessed: false,
          wasDecided: false,
          wasDelivered: false,
        };
        for (const { verb, facts, run } of attempts) {
          const before: ReferralStatus = status;
          const move = run(status, earned.wasSubmittedWithoutGaps);
          if (!move.allowed) continue;
          expect(isReferralOpen(before)).toBe(verb !== 'reopen');
          status = move.status;
          if (verb === 'submit') {
            expect(facts).toEqual({ gaps: [], hasOtherOpenReferral: false, isSignedOff: true });
            earned.wasSubmittedWithoutGaps = true;
          }
          if (verb === 'accept') earned.wasAccepted = true;
          if (verb === 'assess') earned.wasAssessed = true;
          if (verb === 'decide') earned.wasDecided = true;
          if (verb === 'start_delivery') {
            expect(facts).toEqual({ hasAcceptedAllocation: true });
            earned.wasDelivered = true;
          }
          if (verb === 'close') expect(facts).toMatchObject({ openAllocations: 0 });
          if ('reason' in facts) expect(facts.reason).toBe('Because');
          if (verb === 'amend') {
            expect(facts).toMatchObject({ gaps: [] });
            expect(status).toBe(before);
            expect(earned.wasSubmittedWithoutGaps).toBe(true);
            expect(['submitted', 'accepted', 'assessed', 'ready_for_panel']).toContain(before);
          }
          if (verb === 'reopen') {
            expect(facts).toMatchObject({ hasOtherOpenReferral: false });
            expect(facts).not.toMatchObject({ daysSinceEnd: REOPEN_WITHIN_DAYS + 1 });
            // Nobody gets back further than the school had come.
            expect(status).toBe(
              before === 'declined' ? 'submitted' : earned.wasSubmittedWithoutGaps ? 'returned' : 'draft',
            );
          }
          expectEarned(status, earned);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('accepts nothing again that was sent back since: each acceptance follows a submission or a reopening', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(...ATTEMPTS), { maxLength: 80 }), (attempts) => {
        let status: ReferralStatus = 'draft';
        let wasSubmitted = false;
        let isWaiting = false;
        for (const { verb, run } of attempts) {
          const move = run(status, wasSubmitted);
          if (!move.allowed) continue;
          if (verb === 'accept') expect(isWaiting).toBe(true);
          if (verb === 'submit') wasSubmitted = true;
          status = move.status;
          isWaiting = status === 'submitted';
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('can reach every status', () => {
    const reachable = new Set<ReferralStatus>(['draft']);
    for (let size = 0; size < reachable.size;) {
      size = reachable.size;
      for (const status of [...reachable]) {
        for (const attempts of fc.sample(fc.oneof(...ATTEMPTS), { numRuns: 400, seed: 1 })) {
          const move = attempts.run(status);
          if (move.allowed) reachable.add(move.status);
        }
      }
    }
    expect([...reachable].toSorted()).toEqual([...REFERRAL_STATUSES].toSorted());
  });
});

function expectEarned(status: ReferralStatus, earned: Earned): void {
  if (!['draft', 'withdrawn'].includes(status)) expect(earned.wasSubmittedWithoutGaps).toBe(true);
  if (['accepted', 'assessed', 'ready_for_panel', 'decided', 'in_delivery', 'in_review'].includes(status)) {
    expect(earned.wasAccepted).toBe(true);
  }
  if (['assessed', 'ready_for_panel', 'decided', 'in_delivery', 'in_review', 'closed'].includes(status)) {
    expect(earned.wasAssessed).toBe(true);
  }
  if (['decided', 'in_delivery', 'in_review', 'closed'].includes(status)) expect(earned.wasDecided).toBe(true);
  if (['in_delivery', 'in_review'].includes(status)) expect(earned.wasDelivered).toBe(true);
}

describe('the tables', () => {
  it.each([
    ['referrals', REFERRAL_TRANSITIONS.filter(({ verb }) => verb !== 'reopen'), ['closed', 'withdrawn', 'declined']],
    ['referrals that can be reopened', REFERRAL_TRANSITIONS, ['closed']],
    ['panels', PANEL_TRANSITIONS, ['closed']],
    ['allocations', ALLOCATION_TRANSITIONS, ['declined_by_provider', 'completed', 'ended_early', 'withdrawn']],
    ['analysis runs', ANALYSIS_TRANSITIONS, ['succeeded', 'failed', 'cancelled']],
    ['reports', REPORT_TRANSITIONS, ['superseded']],
    ['imports of schools', SCHOOL_IMPORT_TRANSITIONS, ['rejected', 'undone', 'cancelled', 'failed']],
  ])('of %s have no way out of an end and one row for a verb in a status', (_name, table, ends) => {
    const pairs = table.flatMap((row) => row.from.map((status) => `${status} ${row.verb}`));
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const row of table) for (const status of row.from) expect(ends).not.toContain(status);
  });
});

describe('gaps of a referral', () => {
  it('never throw on whatever is typed, and facts come exactly when there are none', () => {
    const typed = fc.oneof(fc.string(), fc.constantFrom('', 'yes', 'no', '2015-9-3', '2015-9-', 'K', 'SEMH', 'M'));
    fc.assert(
      fc.property(fc.constantFrom(...allAnswerFields()), typed, ({ section, list, name }, answer) => {
        const base = completeAnswers();
        const record = toAnswerRecord(section, base[section]);
        const entries = list === null ? null : record[list];
        const changed = Array.isArray(entries)
          ? { [list ?? '']: entries.map((entry) => ({ ...entry, [name]: answer })) }
          : { [name]: answer };
        const answers = { ...base, [section]: { ...base[section], ...changed } };
        const gaps = findReferralGaps(answers, TODAY);
        expect(toReferralFacts(answers, TODAY).isComplete).toBe(gaps.length === 0);
        expect(new Set(gaps.map(({ pointer }) => pointer)).size).toBe(gaps.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('stay in their section when one section is emptied', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REFERRAL_SECTIONS), (section) => {
        const empty = emptyReferralAnswers();
        const gaps = findReferralGaps({ ...completeAnswers(), [section]: empty[section] }, TODAY);
        expect(gaps.length).toBeGreaterThan(0);
        for (const gap of gaps) expect(gap.section).toBe(section);
      }),
    );
  });
});
