import { ANSWER_MAX_LENGTHS, LONG_TEXT_MAX, type ReferralAnswers, type ReferralSection } from '../referral-answers.js';
import { gap, type ReferralGap } from './gap.js';

const WHY = 'The panel has ten minutes for each case; longer papers can be attached.';

/** Answers that are too long. Pasted text is never cut, so it can be too long until somebody shortens it. */
export function lengthGaps(answers: ReferralAnswers): readonly ReferralGap[] {
  return [
    ...sectionGaps('pupil', '', Object.entries(answers.pupil), ANSWER_MAX_LENGTHS.pupil),
    ...sectionGaps('consent', '', Object.entries(answers.consent), ANSWER_MAX_LENGTHS.consent),
    ...sectionGaps('needs', '', Object.entries(answers.needs), ANSWER_MAX_LENGTHS.needs),
    ...answers.graduatedResponse.cycles.flatMap((cycle, index) =>
      sectionGaps('graduatedResponse', `cycles/${index}/`, Object.entries(cycle), ANSWER_MAX_LENGTHS.cycle),
    ),
    ...sectionGaps('request', '', Object.entries(answers.request), ANSWER_MAX_LENGTHS.request),
  ];
}

function sectionGaps(
  section: ReferralSection,
  path: string,
  entries: readonly (readonly [string, string])[],
  limits: Readonly<Record<string, number>>,
): readonly ReferralGap[] {
  return entries.flatMap(([field, text]) => {
    const max = limits[field] ?? LONG_TEXT_MAX;
    if (text.length <= max) return [];
    const place = { section, field: `${path}${field}`, why: WHY };
    return gap(place, 'answer_too_long', `Shorten this answer to ${max.toLocaleString('en-GB')} characters or fewer`);
  });
}
