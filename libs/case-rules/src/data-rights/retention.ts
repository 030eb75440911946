import { addDays, addMonths, compareDates, type IsoDate } from '@panel/reference';

/** Kinds of records that are kept for a time of their own. */
export const RECORD_CLASSES = [
  'sen_case',
  'unsuccessful_referral',
  'draft_referral',
  'access_request',
  'access_pack',
  'mail',
  'repeat_protection',
] as const;
export type RecordClass = (typeof RECORD_CLASSES)[number];

/** What a period is counted from. */
export const RETENTION_STARTS = ['birth', 'closing', 'last_change', 'release', 'sending'] as const;
export type RetentionStart = (typeof RETENTION_STARTS)[number];

/** How long a class is kept: calendar months from its start, then days. */
export interface RetentionRule {
  readonly recordClass: RecordClass;
  readonly months: number;
  readonly days: number;
  /** Counts the settings of this class; 1 is the default that ships. */
  readonly version: number;
  readonly source: string;
}

interface RecordClassDefinition {
  readonly label: string;
  readonly startsAt: RetentionStart;
  readonly months: number;
  readonly days: number;
  readonly source: string;
  /** A shorter period would destroy what the law or the work still needs; the settings page refuses it. */
  readonly atLeastDays: number;
}

/** Version 1 of every rule. An authority's own settings stand beside them, each with its source. */
export const DEFAULT_RETENTION: Readonly<Record<RecordClass, RecordClassDefinition>> = {
  sen_case: {
    label: 'Case of a child who had support',
    startsAt: 'birth',
    months: 31 * 12,
    days: 0,
    source: 'IRMS toolkit for schools: SEN file, date of birth + 31 years (25 years of an EHC plan + 6 of limitation)',
    atLeastDays: 25 * 365,
  },
  unsuccessful_referral: {
    label: 'Referral that was declined or withdrawn without support',
    startsAt: 'closing',
    months: 3 * 12,
    days: 0,
    source: 'Authority’s schedule: three years, for a second referral and complaints (Local Government Ombudsman)',
    atLeastDays: 365,
  },
  draft_referral: {
    label: 'Draft that was never submitted',
    startsAt: 'last_change',
    months: 0,
    days: 90,
    source: 'UK GDPR 5(1)(e): nobody has agreed yet that the council holds it',
    atLeastDays: 14,
  },
  access_request: {
    label: 'Access request and what was answered',
    startsAt: 'closing',
    months: 3 * 12,
    days: 0,
    source: 'Authority’s schedule: three years, for complaints to the Information Commissioner',
    atLeastDays: 180,
  },
  access_pack: {
    label: 'Files of a released access pack',
    startsAt: 'release',
    months: 0,
    days: 90,
    source: 'UK GDPR 5(1)(c): a copy of everything is kept no longer than it may have to be sent again',
    atLeastDays: 7,
  },
  mail: {
    label: 'Sent mail',
    startsAt: 'sending',
    months: 6,
    days: 0,
    source: 'Authority’s schedule: six months, to answer who was told when',
    atLeastDays: 14,
  },
  repeat_protection: {
    label: 'Answers kept so that a repeated request is not done twice',
    startsAt: 'last_change',
    months: 0,
    days: 7,
    source: 'No purpose after a week: browsers repeat within minutes',
    atLeastDays: 1,
  },
};

export function defaultRetentionRule(recordClass: RecordClass): RetentionRule {
  const { months, days, source } = DEFAULT_RETENTION[recordClass];
  return { recordClass, months, days, version: 1, source };
}

export function recordClassLabel(recordClass: RecordClass): string {
  return DEFAULT_RETENTION[recordClass].label;
}

export function isRecordClass(text: string): text is RecordClass {
  return RECORD_CLASSES.some((recordClass) => recordClass === text);
}

/** Why a period cannot be set: `too_short` for its class, or `too_long` (over a hundred years). Null: it can. */
export function retentionPeriodProblem(
  recordClass: RecordClass,
  period: { readonly months: number; readonly days: number },
): 'too_short' | 'too_long' | null {
  const { atLeastDays } = DEFAULT_RETENTION[recordClass];
  // No month counts for more than 30 days here, so a period near the bound is refused rather than let through.
  if (period.months * 30 + period.days < atLeastDays) return 'too_short';
  return period.months > 1_200 || period.days > 36_500 ? 'too_long' : null;
}

/** The last day on which a record is kept: on the day after it may be destroyed. */
export function retentionEnd(rule: Pick<RetentionRule, 'months' | 'days'>, startsOn: IsoDate): IsoDate {
  return addDays(addMonths(startsOn, rule.months), rule.days);
}

/** What a case is, as far as its keeping is concerned. */
export interface CaseFacts {
  readonly status: string;
  /** Null until it is first submitted. */
  readonly bornOn: IsoDate | null;
  readonly hadSupport: boolean;
  readonly statusChangedOn: IsoDate;
  readonly lastChangedOn: IsoDate;
}

const ended: readonly string[] = ['closed', 'withdrawn', 'declined'];

/** The class of a case and the day its period starts; null while it is open: an open case has no end. */
export function classOfCase(
  facts: CaseFacts,
): { readonly recordClass: RecordClass; readonly startsOn: IsoDate } | null {
  const { status, bornOn, hadSupport, statusChangedOn, lastChangedOn } = facts;
  if (bornOn === null) {
    // Withdrawn before it was ever submitted: it was a draft all its life.
    return status === 'draft' || ended.includes(status)
      ? { recordClass: 'draft_referral', startsOn: lastChangedOn }
      : null;
  }
  if (!ended.includes(status)) return null;
  if (status === 'closed' || hadSupport) return { recordClass: 'sen_case', startsOn: bornOn };
  return { recordClass: 'unsuccessful_referral', startsOn: statusChangedOn };
}

export type KeptReason = 'open' | 'period_not_over' | 'on_hold' | 'access_request_open' | 'access_request_kept';

export interface DestructionFacts {
  /** The last day of its period; null where it has none yet. */
  readonly keptUntil: IsoDate | null;
  readonly isOnHold: boolean;
  readonly hasOpenAccessRequest: boolean;
  /** A closed access request about the child that is itself still kept and needs the child it is about. */
  readonly hasKeptAccessRequest: boolean;
}

/** Whether a case may be destroyed today, or every reason why it must be kept. */
export function canDestroy(
  facts: DestructionFacts,
  today: IsoDate,
): { readonly allowed: true } | { readonly allowed: false; readonly reasons: readonly KeptReason[] } {
  const reasons: KeptReason[] = [];
  if (facts.keptUntil === null) reasons.push('open');
  else if (compareDates(today, facts.keptUntil) <= 0) reasons.push('period_not_over');
  if (facts.isOnHold) reasons.push('on_hold');
  if (facts.hasOpenAccessRequest) reasons.push('access_request_open');
  if (facts.hasKeptAccessRequest) reasons.push('access_request_kept');
  return reasons.length === 0 ? { allowed: true } : { allowed: false, reasons };
}

/** Days before its end on which the school is warned that a draft will be destroyed. */
export const DRAFT_WARNING_DAYS = 14;

/** When a draft is warned about and the first day on which it may be destroyed. */
export function draftExpiry(
  rule: Pick<RetentionRule, 'months' | 'days'>,
  lastChangedOn: IsoDate,
): { readonly warnOn: IsoDate; readonly destroyedFrom: IsoDate } {
  const end = retentionEnd(rule, lastChangedOn);
  return { warnOn: addDays(end, -DRAFT_WARNING_DAYS), destroyedFrom: addDays(end, 1) };
}
