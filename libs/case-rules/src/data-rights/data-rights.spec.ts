import {
  accessRequestDue,
  canDestroy,
  classOfCase,
  consentState,
  DEFAULT_RETENTION,
  defaultRetentionRule,
  draftExpiry,
  RECORD_CLASSES,
  retentionEnd,
  retentionPeriodProblem,
} from '../index.js';

const request = { receivedOn: '2026-09-03', identityProvenOn: null, isComplex: false, pauses: [] };
const dueOn = (changes: Partial<Parameters<typeof accessRequestDue>[0]>, today = '2026-11-24'): string =>
  accessRequestDue({ ...request, ...changes }, today).dueOn;

describe('an access request', () => {
  it('is due on the same date of the next month (the Information Commissioner’s example: 3 September, 3 October)', () => {
    // 3 October 2025 is a Friday; in 2026 it is a Saturday and the answer is due on Monday.
    expect(dueOn({ receivedOn: '2025-09-03' })).toBe('2025-10-03');
    expect(dueOn({ receivedOn: '2026-09-03' })).toBe('2026-10-05');
  });

  it('is due on the last day of a month that has no such date (31 March, 30 April)', () => {
    expect(dueOn({ receivedOn: '2026-03-31' })).toBe('2026-04-30');
    expect(dueOn({ receivedOn: '2027-01-31' })).toBe('2027-03-01'); // 28 February 2027 is a Sunday
  });

  it('is due on the next working day after Christmas (25 November, 29 December)', () => {
    // Friday 25 and Monday 28 December 2026 are bank holidays.
    expect(dueOn({ receivedOn: '2026-11-25' })).toBe('2026-12-29');
  });

  it('has two months more when it is complex', () => {
    expect(dueOn({ receivedOn: '2026-08-31', isComplex: true })).toBe('2026-11-30');
  });

  it('starts its clock when identity is proven, and shows each step of the working', () => {
    const due = accessRequestDue(
      {
        ...request,
        receivedOn: '2026-10-01',
        identityProvenOn: '2026-10-08',
        pauses: [{ pausedOn: '2026-10-12', resumedOn: '2026-10-15' }],
      },
      '2026-11-24',
    );
    expect(due).toEqual({
      dueOn: '2026-11-11',
      isPaused: false,
      pausedDays: 3,
      working: [
        { kind: 'received', text: 'Request received', date: '2026-10-01' },
        { kind: 'identity', text: 'The clock starts when identity is proven', date: '2026-10-08' },
        { kind: 'months', text: 'One calendar month', date: '2026-11-08' },
        { kind: 'pause', text: '3 days paused for clarification', date: '2026-11-11' },
      ],
    });
  });

  it('moves on by a day each day while it is paused', () => {
    const pauses = [{ pausedOn: '2026-11-10', resumedOn: null }];
    const at = (today: string) => accessRequestDue({ ...request, receivedOn: '2026-11-02', pauses }, today);
    expect(at('2026-11-12')).toMatchObject({ dueOn: '2026-12-04', isPaused: true, pausedDays: 2 });
    expect(at('2026-11-16')).toMatchObject({ dueOn: '2026-12-08', isPaused: true, pausedDays: 6 });
  });
});

describe('a record', () => {
  it('of a child who had support is kept until the 31st birthday', () => {
    expect(retentionEnd(defaultRetentionRule('sen_case'), '2016-02-29')).toBe('2047-02-28');
    expect(retentionEnd(defaultRetentionRule('sen_case'), '2016-03-05')).toBe('2047-03-05');
  });

  it('has its class by what became of it', () => {
    const facts = {
      status: 'closed',
      bornOn: '2016-03-05',
      hadSupport: true,
      statusChangedOn: '2021-07-01',
      lastChangedOn: '2021-07-01',
    };
    expect(classOfCase(facts)).toEqual({ recordClass: 'sen_case', startsOn: '2016-03-05' });
    expect(classOfCase({ ...facts, status: 'declined', hadSupport: false })).toEqual({
      recordClass: 'unsuccessful_referral',
      startsOn: '2021-07-01',
    });
    expect(classOfCase({ ...facts, status: 'withdrawn' })).toEqual({ recordClass: 'sen_case', startsOn: '2016-03-05' });
    expect(classOfCase({ ...facts, status: 'in_delivery' })).toBeNull();
    expect(classOfCase({ ...facts, status: 'draft', bornOn: null })).toEqual({
      recordClass: 'draft_referral',
      startsOn: '2021-07-01',
    });
  });

  it('is kept for every reason that there is', () => {
    const facts = {
      keptUntil: '2026-11-24',
      isOnHold: false,
      hasOpenAccessRequest: false,
      hasKeptAccessRequest: false,
    };
    expect(canDestroy(facts, '2026-11-24')).toEqual({ allowed: false, reasons: ['period_not_over'] });
    expect(canDestroy(facts, '2026-11-25')).toEqual({ allowed: true });
    expect(canDestroy({ ...facts, isOnHold: true, hasOpenAccessRequest: true }, '2026-11-25')).toEqual({
      allowed: false,
      reasons: ['on_hold', 'access_request_open'],
    });
    expect(canDestroy({ ...facts, keptUntil: null }, '2026-11-25')).toEqual({ allowed: false, reasons: ['open'] });
  });

  it('has a default rule for each class, with its source, that its own settings page would accept', () => {
    for (const recordClass of RECORD_CLASSES) {
      const { months, days, source } = DEFAULT_RETENTION[recordClass];
      expect(source).not.toBe('');
      expect(retentionPeriodProblem(recordClass, { months, days })).toBeNull();
      expect(retentionPeriodProblem(recordClass, { months: 0, days: 0 })).toBe('too_short');
      expect(retentionPeriodProblem(recordClass, { months: 1_201, days: 0 })).toBe('too_long');
    }
  });

  it('that is a draft is warned about a fortnight before it may be destroyed', () => {
    expect(draftExpiry({ months: 0, days: 90 }, '2026-08-01')).toEqual({
      warnOn: '2026-10-16',
      destroyedFrom: '2026-10-31',
    });
  });
});

describe('consent', () => {
  const first = { shareWithPanel: 'yes', shareWithProviders: 'no', expiresOn: '' };

  const today = '2026-11-24';

  it('ends after the last day on which the family agreed, unless they have agreed again', () => {
    const until = { ...first, shareWithProviders: 'yes', expiresOn: '2026-11-24' };
    expect(consentState(until, [], '2026-11-24')).toMatchObject({ panelSchools: true, providers: true });
    expect(consentState(until, [], '2026-11-25')).toMatchObject({ panelSchools: false, providers: false });
    const again = { kind: 'given', groups: ['providers'], saidOn: '2026-11-24' } as const;
    expect(consentState(until, [again], '2026-11-25')).toMatchObject({ panelSchools: false, providers: true });
    expect(consentState({ ...until, expiresOn: '2026-11-' }, [], '2027-01-01').panelSchools).toBe(true);
  });

  it('is what the referral says until the family says something else', () => {
    expect(consentState(first, [], today)).toEqual({ panelSchools: true, providers: false, isWithdrawn: false });
  });

  it('can be taken back for one group and given for the other, and given again later', () => {
    const taken = { kind: 'withdrawn', groups: ['panel_schools'], saidOn: '2026-11-01' } as const;
    const given = { kind: 'given', groups: ['providers'], saidOn: '2026-10-01' } as const;
    expect(consentState(first, [taken, given], today)).toEqual({
      panelSchools: false,
      providers: true,
      isWithdrawn: true,
    });
    const again = { kind: 'given', groups: ['panel_schools'], saidOn: '2026-11-20' } as const;
    expect(consentState(first, [taken, given, again], today)).toEqual({
      panelSchools: true,
      providers: true,
      isWithdrawn: false,
    });
  });
});
