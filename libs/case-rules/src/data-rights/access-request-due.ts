import { addDays, addMonths, compareDates, daysBetween, isWorkingDay, type IsoDate } from '@panel/reference';

/** Months to answer an access request: one, and two more where requests are complex or many (UK GDPR 12(3)). */
export const MONTHS_TO_ANSWER = 1;
export const MONTHS_MORE_WHEN_COMPLEX = 2;

/** A time in which the authority waits for the person to say what they mean. Open while `resumedOn` is null. */
export interface ClockPause {
  readonly pausedOn: IsoDate;
  readonly resumedOn: IsoDate | null;
}

export interface AccessRequestDates {
  readonly receivedOn: IsoDate;
  /** The day the proof of identity arrived, where it had to be asked for; null where nothing was asked. */
  readonly identityProvenOn: IsoDate | null;
  readonly isComplex: boolean;
  readonly pauses: readonly ClockPause[];
}

export type DueStepKind = 'received' | 'identity' | 'months' | 'pause' | 'working_day';

/** One line of the working: what was done, and the date it leads to. */
export interface DueStep {
  readonly kind: DueStepKind;
  readonly text: string;
  readonly date: IsoDate;
}

export interface AccessRequestDue {
  readonly dueOn: IsoDate;
  readonly isPaused: boolean;
  /** Whole days in which the clock stood still, up to today. */
  readonly pausedDays: number;
  readonly working: readonly DueStep[];
}

/**
 * When a request must be answered: the same day one calendar month (three when complex) after the clock starts, or that
 * month's last day; later by the days the clock was paused; then the next working day in England. While it is paused the
 * date moves on by a day each day.
 */
export function accessRequestDue(dates: AccessRequestDates, today: IsoDate): AccessRequestDue {
  const { receivedOn, identityProvenOn, isComplex, pauses } = dates;
  const working: DueStep[] = [{ kind: 'received', text: 'Request received', date: receivedOn }];

  const startsOn = latest(receivedOn, identityProvenOn ?? receivedOn);
  if (startsOn !== receivedOn) {
    working.push({ kind: 'identity', text: 'The clock starts when identity is proven', date: startsOn });
  }

  const months = MONTHS_TO_ANSWER + (isComplex ? MONTHS_MORE_WHEN_COMPLEX : 0);
  let dueOn = addMonths(startsOn, months);
  working.push({
    kind: 'months',
    text: isComplex ? 'Three calendar months: complex' : 'One calendar month',
    date: dueOn,
  });

  const pausedDays = countPausedDays(pauses, startsOn, today);
  if (pausedDays > 0) {
    dueOn = addDays(dueOn, pausedDays);
    working.push({
      kind: 'pause',
      text: `${pausedDays} ${pausedDays === 1 ? 'day' : 'days'} paused for clarification`,
      date: dueOn,
    });
  }

  const onWorkingDay = nextWorkingDay(dueOn);
  if (onWorkingDay !== dueOn) {
    working.push({ kind: 'working_day', text: 'Next working day', date: onWorkingDay });
  }
  return { dueOn: onWorkingDay, isPaused: pauses.some(({ resumedOn }) => resumedOn === null), pausedDays, working };
}

/** The date itself when it is a working day in England, otherwise the first one after it. */
export function nextWorkingDay(date: IsoDate): IsoDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** Days from each pause to its end, each day once however pauses overlap; before the clock started nothing could be paused. */
function countPausedDays(pauses: readonly ClockPause[], startsOn: IsoDate, today: IsoDate): number {
  let days = 0;
  let countedTo = startsOn;
  for (const { pausedOn, resumedOn } of pauses.toSorted((a, b) => compareDates(a.pausedOn, b.pausedOn))) {
    const from = latest(pausedOn, countedTo);
    const to = resumedOn ?? today;
    if (compareDates(to, from) <= 0) continue;
    days += daysBetween(from, to);
    countedTo = to;
  }
  return days;
}

function latest(a: IsoDate, b: IsoDate): IsoDate {
  return compareDates(a, b) >= 0 ? a : b;
}
