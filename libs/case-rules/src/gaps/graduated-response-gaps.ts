import { type IsoDate } from '@panel/reference';
import { CYCLES_MIN } from '../answers/graduated-response.js';
import { isBlankEntry } from '../answers/read-answers.js';
import { type CycleAnswers, type GraduatedResponseAnswers } from '../answers/sections.js';
import { gap, type GapPlace, pastDateGaps, type ReferralGap, requiredText } from './gap.js';

const WHY_CYCLES = 'The panel must see what the school has tried and what came of it before it adds support.';

/** What the graduated response still needs: at least two complete assess-plan-do-review cycles, and who was asked. */
export function graduatedResponseGaps(answers: GraduatedResponseAnswers, today: IsoDate): readonly ReferralGap[] {
  const { cycles } = answers;
  const place: GapPlace = { section: 'graduatedResponse', field: 'cycles', why: WHY_CYCLES };
  const filled = cycles.filter((cycle) => !isBlankEntry(cycle)).length;
  return [
    ...(filled < CYCLES_MIN
      ? gap(place, 'cycles_too_few', `Enter at least ${CYCLES_MIN} assess, plan, do, review cycles`)
      : []),
    ...cycles.flatMap((cycle, index) => (isBlankEntry(cycle) ? [] : cycleGaps(cycle, index, today))),
    ...consultationGaps(answers, today),
    ...agencyGaps(answers),
  ];
}

function consultationGaps(answers: GraduatedResponseAnswers, today: IsoDate): readonly ReferralGap[] {
  const { teacherConsulted, teacherConsultedOn, teacherAdvice } = answers;
  const at = (field: keyof GraduatedResponseAnswers): GapPlace => ({
    section: 'graduatedResponse',
    field,
    why: 'A specialist teacher can often help at once, and the panel builds on their advice.',
  });
  if (teacherConsulted === 'no') return [];
  if (teacherConsulted !== 'yes') {
    return gap(
      at('teacherConsulted'),
      'teacher_consulted_missing',
      'Select yes if you have consulted a specialist SEMH teacher',
    );
  }
  const words = {
    name: 'Date of the consultation',
    code: 'teacher_consulted_on',
    enter: 'Enter when you consulted the specialist teacher',
  };
  return [
    ...pastDateGaps(teacherConsultedOn, at('teacherConsultedOn'), words, today).gaps,
    ...requiredText(
      teacherAdvice,
      at('teacherAdvice'),
      'teacher_advice_missing',
      'Enter what the specialist teacher advised',
    ),
  ];
}

/** An agency about which something is written must have a name. */
function agencyGaps({ agencies }: GraduatedResponseAnswers): readonly ReferralGap[] {
  return agencies.flatMap((entry, index) =>
    isBlankEntry(entry)
      ? []
      : requiredText(
          entry.agency,
          {
            section: 'graduatedResponse',
            field: `agencies/${index}/agency`,
            why: 'The coordinator may have to ask for the report.',
          },
          'agency_missing',
          `Enter who has seen the child (agency ${index + 1})`,
        ),
  );
}

function cycleGaps(cycle: CycleAnswers, index: number, today: IsoDate): readonly ReferralGap[] {
  const at = (field: Exclude<keyof CycleAnswers, 'key'>, why: string): GapPlace => ({
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
