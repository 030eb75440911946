import { isBlankEntry } from '../answers/read-answers.js';
import { type GoalAnswers, type MeasuresAnswers, type SdqAnswers } from '../answers/sections.js';
import { gap, type GapPlace, isBlank, type ReferralGap, requiredText } from './gap.js';

const WHY_GOAL = 'Whether the support helped is seen by measuring the same goal again at the review.';

/** What the measures still need: one goal with a score; every score that is given says what it is a score of. */
export function measuresGaps({ goals, sdqScores }: MeasuresAnswers): readonly ReferralGap[] {
  const place: GapPlace = { section: 'measures', field: 'goals', why: WHY_GOAL };
  return [
    ...(goals.every(isBlankEntry)
      ? gap(place, 'goals_missing', 'Enter at least one goal and where the child is now')
      : []),
    ...goals.flatMap((entry, index) => (isBlankEntry(entry) ? [] : goalGaps(entry, index))),
    ...sdqScores.flatMap((entry, index) => (isBlankEntry(entry) ? [] : sdqGaps(entry, index))),
  ];
}

function goalGaps({ goal, score }: GoalAnswers, index: number): readonly ReferralGap[] {
  const at = (field: string): GapPlace => ({ section: 'measures', field: `goals/${index}/${field}`, why: WHY_GOAL });
  return [
    ...requiredText(goal, at('goal'), 'goal_missing', `Enter goal ${index + 1}`),
    ...requiredText(
      score,
      at('score'),
      'goal_score_missing',
      `Enter where the child is now with goal ${index + 1}, from 0 to 10`,
    ),
  ];
}

/** A total without who filled in which form cannot be compared with another one. */
function sdqGaps(entry: SdqAnswers, index: number): readonly ReferralGap[] {
  const name = `SDQ score ${index + 1}`;
  const asked = [
    ['informant', `Select who filled in ${name}`],
    ['ageForm', `Select the form of ${name}`],
    ['banding', `Select the bands of ${name}`],
    ['total', `Enter the total difficulties of ${name}`],
  ] as const;
  return asked.flatMap(([field, message]) => {
    const place: GapPlace = {
      section: 'measures',
      field: `sdqScores/${index}/${field}`,
      why: 'Scores can be compared only with those of the same informant, form and bands.',
    };
    return isBlank(entry[field]) ? gap(place, `sdq_${field.toLowerCase()}_missing`, message) : [];
  });
}
