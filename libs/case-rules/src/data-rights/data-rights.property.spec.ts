import { addDays, addMonths, compareDates, dateOfDayNumber, dayNumber, isWorkingDay } from '@panel/reference';
import fc from 'fast-check';

import {
  accessRequestDue,
  canDestroy,
  classOfCase,
  consentState,
  draftExpiry,
  retentionEnd,
  SHARING_GROUPS,
} from '../index.js';

const date = fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2060-12-31') }).map(dateOfDayNumber);
const days = fc.integer({ min: 0, max: 60 });

/** A request with pauses that follow each other after it was received, the last of which may still be open. */
const dates = fc
  .record({
    receivedOn: date,
    identityAfter: fc.option(days),
    isComplex: fc.boolean(),
    gaps: fc.array(fc.tuple(days, days), { maxLength: 4 }),
    isOpen: fc.boolean(),
  })
  .map(({ receivedOn, identityAfter, isComplex, gaps, isOpen }) => {
    let at = receivedOn;
    const pauses = gaps.map(([before, length], index) => {
      const pausedOn = addDays(at, before);
      at = addDays(pausedOn, length);
      return { pausedOn, resumedOn: isOpen && index === gaps.length - 1 ? null : at };
    });
    return {
      receivedOn,
      identityProvenOn: identityAfter === null ? null : addDays(receivedOn, identityAfter),
      isComplex,
      pauses,
    };
  });

describe('the due date of an access request', () => {
  it('is a working day, never before the month is over, and the last line of its working', () => {
    fc.assert(
      fc.property(dates, date, (facts, today) => {
        const { dueOn, working, pausedDays } = accessRequestDue(facts, today);
        expect(isWorkingDay(dueOn)).toBe(true);
        expect(working.at(-1)?.date).toBe(dueOn);
        expect(compareDates(dueOn, addMonths(facts.receivedOn, 1))).toBeGreaterThanOrEqual(0);
        expect(pausedDays).toBeGreaterThanOrEqual(0);
        for (const [index, step] of working.entries()) {
          if (index > 0) expect(compareDates(step.date, working[index - 1]?.date ?? '')).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('never comes earlier by another pause or by complexity', () => {
    fc.assert(
      fc.property(dates, days, days, date, (facts, after, length, today) => {
        const base = accessRequestDue(facts, today).dueOn;
        const pausedOn = addDays(facts.receivedOn, after);
        const pause = { pausedOn, resumedOn: addDays(pausedOn, length) };
        const later = [
          accessRequestDue({ ...facts, pauses: [...facts.pauses, pause] }, today),
          accessRequestDue({ ...facts, isComplex: true }, today),
        ];
        for (const { dueOn } of later) expect(compareDates(dueOn, base)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('does not depend on the order of pauses and counts each day once', () => {
    fc.assert(
      fc.property(dates, date, (facts, today) => {
        const once = accessRequestDue(facts, today);
        const twice = accessRequestDue({ ...facts, pauses: [...facts.pauses, ...facts.pauses].toReversed() }, today);
        expect(twice).toEqual(once);
      }),
    );
  });
});

const rule = fc.record({ months: fc.integer({ min: 0, max: 480 }), days: fc.integer({ min: 0, max: 400 }) });
const caseFacts = fc.record({
  status: fc.constantFrom(
    'draft',
    'submitted',
    'returned',
    'accepted',
    'assessed',
    'ready_for_panel',
    'decided',
    'in_delivery',
    'in_review',
    'closed',
    'withdrawn',
    'declined',
  ),
  bornOn: fc.option(date),
  hadSupport: fc.boolean(),
  statusChangedOn: date,
  lastChangedOn: date,
});

describe('destruction', () => {
  it('never meets an open case, a running period, a hold or an access request', () => {
    fc.assert(
      fc.property(
        caseFacts,
        rule,
        date,
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (facts, period, today, isOnHold, hasOpenAccessRequest, hasKeptAccessRequest) => {
          const found = classOfCase(facts);
          const keptUntil = found && retentionEnd(period, found.startsOn);
          const verdict = canDestroy({ keptUntil, isOnHold, hasOpenAccessRequest, hasKeptAccessRequest }, today);
          if (!verdict.allowed) return expect(verdict.reasons.length).toBeGreaterThan(0);
          expect(isOnHold || hasOpenAccessRequest || hasKeptAccessRequest).toBe(false);
          expect(['draft', 'closed', 'withdrawn', 'declined']).toContain(facts.status);
          expect(compareDates(today, keptUntil ?? '9999-12-31')).toBeGreaterThan(0);
          // A support case is never taken for one without.
          if (facts.hadSupport && facts.bornOn !== null) expect(found?.recordClass).toBe('sen_case');
        },
      ),
    );
  });

  it('once allowed stays allowed, and a longer period never brings it forward', () => {
    fc.assert(
      fc.property(date, rule, days, (startsOn, period, more) => {
        const end = retentionEnd(period, startsOn);
        const longer = retentionEnd({ months: period.months, days: period.days + more }, startsOn);
        expect(compareDates(longer, end)).toBeGreaterThanOrEqual(0);
        const free = { keptUntil: end, isOnHold: false, hasOpenAccessRequest: false, hasKeptAccessRequest: false };
        expect(canDestroy(free, end).allowed).toBe(false);
        expect(canDestroy(free, addDays(end, 1 + more)).allowed).toBe(true);
      }),
    );
  });

  it('of a draft never comes without its warning before', () => {
    fc.assert(
      fc.property(rule, date, (period, changedOn) => {
        const { warnOn, destroyedFrom } = draftExpiry(period, changedOn);
        expect(compareDates(destroyedFrom, warnOn)).toBe(15);
      }),
    );
  });
});

const groups = fc.subarray([...SHARING_GROUPS], { minLength: 1 });
const events = fc.array(
  fc.record({ kind: fc.constantFrom('given' as const, 'withdrawn' as const), groups, saidOn: date }),
  { maxLength: 8 },
);
const first = fc.record({
  shareWithPanel: fc.constantFrom('yes', 'no', ''),
  shareWithProviders: fc.constantFrom('yes', 'no', ''),
  expiresOn: fc.constantFrom('', '2026-11-23', '2026-11-24'),
});

describe('consent over time', () => {
  it('is off for a group from its withdrawal until a newer yes for that group, whatever is said for the other', () => {
    fc.assert(
      fc.property(first, events, groups, events, (answers, before, taken, after) => {
        const others = after.map((event) => ({
          ...event,
          groups: event.groups.filter((group) => !taken.includes(group)),
        }));
        const state = consentState(
          answers,
          [...before, { kind: 'withdrawn', groups: taken, saidOn: '2026-01-01' }, ...others],
          '2026-11-24',
        );
        if (taken.includes('panel_schools')) expect(state.panelSchools).toBe(false);
        if (taken.includes('providers')) expect(state.providers).toBe(false);
        expect(state.isWithdrawn).toBe(true);
      }),
    );
  });

  it('is only ever on by the family’s own yes', () => {
    fc.assert(
      fc.property(first, events, (answers, history) => {
        const state = consentState(answers, history, '2026-11-24');
        const saidYes = history.some(({ kind, groups: to }) => kind === 'given' && to.includes('providers'));
        if (state.providers) expect(saidYes || answers.shareWithProviders === 'yes').toBe(true);
      }),
    );
  });
});
