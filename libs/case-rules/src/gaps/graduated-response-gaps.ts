import { type IsoDate } from '@panel/reference';
import { type CycleAnswers, CYCLES_MAX, CYCLES_MIN, type GraduatedResponseAnswers } from '../referral-answers.js';
import { gap, type GapPlace, isBlank, pastDateGaps, type ReferralGap, requiredText } from './gap.js';

const WHY_CYCLES = 'The panel must see what the school has tried and what came of it before it adds support.';

/** Whether nothing at all was typed into a cycle; such a cycle is left out. */
export function isBlankCycle(cycle: CycleAnswers): boolean {
  return Object.values(cycle).every((answer: string) => answer.replaceAll('-', '').trim() === '');
}

/** What the graduated response still needs: at least two complete assess-plan-do-review cycles. */
export function graduatedResponseGaps({ cycles }: GraduatedResponseAnswers, today: IsoDate): readonly ReferralGap[] {
  const place: GapPlace = { section: 'graduatedResponse', field: 'cycles', why: WHY_CYCLES };
  const filled = cycles.filter((cycle) => !isBlankCycle(cycle)).length;
  return [
    ...(filled < CYCLES_MIN
      ? gap(place, 'cycles_too_few', `Enter at least ${CYCLES_MIN} assess, plan, do, review cycles`)
      : []),
    ...(cycles.length > CYCLES_MAX ? gap(place, 'cycles_too_many', `Enter no more than ${CYCLES_MAX} cycles`) : []),
    ...cycles.flatMap((cycle, index) => (isBlankCycle(cycle) ? [] : cycleGaps(cycle, index, today))),
  ];
}

function cycleGaps(cycle: CycleAnswers, index: number, today: IsoDate): readonly ReferralGap[] {
  const at = (field: keyof CycleAnswers, why: string): GapPlace => ({
    section: 'graduatedResponse',
    field: `cycles/${index}/${field}`,
    why,
  });
  const cycleName = `cycle ${index + 1}`;
  return [
    ...requiredText(
      cycle.strategy,
      at('strategy', WHY_CYCLES),
      'cycle_strategy_missing',
      `Enter what was done in ${cycleName}`,
    ),
    ...dateGaps(cycle, cycleName, at('startedOn', WHY_CYCLES), at('endedOn', WHY_CYCLES), today),
    ...wholeNumber(
      cycle.minutesPerWeek,
      2400,
      at('minutesPerWeek', 'It shows how much support the child has had.'),
      'cycle_minutes_not_a_number',
      `Minutes a week in ${cycleName} must be a whole number between 1 and 2,400`,
    ),
    ...wholeNumber(
      cycle.groupSize,
      60,
      at('groupSize', 'It shows how much support the child has had.'),
      'cycle_group_size_not_a_number',
      `Group size in ${cycleName} must be a whole number between 1 and 60`,
    ),
    ...requiredText(
      cycle.whatChanged,
      at('whatChanged', 'What changed tells the panel what to try next.'),
      'cycle_what_changed_missing',
      `Enter what changed after ${cycleName}`,
    ),
  ];
}

function dateGaps(
  cycle: CycleAnswers,
  cycleName: string,
  startPlace: GapPlace,
  endPlace: GapPlace,
  today: IsoDate,
): readonly ReferralGap[] {
  const start = pastDateGaps(
    cycle.startedOn,
    startPlace,
    { name: `Start of ${cycleName}`, code: 'cycle_started_on', enter: `Enter when ${cycleName} started` },
    today,
  );
  const end = pastDateGaps(
    cycle.endedOn,
    endPlace,
    { name: `End of ${cycleName}`, code: 'cycle_ended_on', enter: `Enter when ${cycleName} ended` },
    today,
  );
  const isBackwards = start.date !== null && end.date !== null && end.date <= start.date;
  return [
    ...start.gaps,
    ...end.gaps,
    ...(isBackwards
      ? gap(endPlace, 'cycle_ends_before_start', `End of ${cycleName} must be after the date it started`)
      : []),
  ];
}

function wholeNumber(
  text: string,
  max: number,
  place: GapPlace,
  code: string,
  message: string,
): readonly ReferralGap[] {
  if (isBlank(text)) return [];
  const number = /^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : 0;
  return number >= 1 && number <= max ? [] : gap(place, code, message);
}
