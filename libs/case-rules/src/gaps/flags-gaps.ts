import { type FlagsAnswers } from '../answers/sections.js';
import { gap, isBlank, type ReferralGap } from './gap.js';

const FAIRNESS = 'It is used to check that support reaches the children who need it, not to rank them.';

const asked: readonly (readonly [keyof FlagsAnswers, string, string, string])[] = [
  ['pupilPremium', 'pupil_premium_missing', 'Select whether the school has pupil premium for the child', FAIRNESS],
  [
    'lookedAfter',
    'looked_after_missing',
    'Select whether the child is or was looked after by a council',
    'The virtual school must be involved, and other support may be open to the child.',
  ],
  [
    'childPlan',
    'child_plan_missing',
    'Select whether the child has a child in need or a child protection plan',
    'Support must fit with what social care does for the family.',
  ],
  [
    'hasSocialWorker',
    'has_social_worker_missing',
    'Select whether the child has a social worker',
    'Support must fit with what social care does for the family.',
  ],
  [
    'youngCarer',
    'young_carer_missing',
    'Select whether the child cares for somebody at home',
    'Young carers have a right to an assessment of their own.',
  ],
  ['serviceChild', 'service_child_missing', 'Select whether a parent serves in the armed forces', FAIRNESS],
];

/** What the section about the child's circumstances still needs; "not known" is an answer. */
export function flagsGaps(flags: FlagsAnswers): readonly ReferralGap[] {
  return asked.flatMap(([field, code, message, why]) =>
    isBlank(flags[field]) ? gap({ section: 'flags', field, why }, code, message) : [],
  );
}
