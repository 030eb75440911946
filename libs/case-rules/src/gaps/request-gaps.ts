import { type RequestAnswers } from '../answers/sections.js';
import { type GapPlace, type ReferralGap, requiredText } from './gap.js';

/** What the request section still needs. */
export function requestGaps(request: RequestAnswers): readonly ReferralGap[] {
  return [
    ...requiredText(
      request.requestedSupport,
      at('requestedSupport', 'The panel answers a request; it can also agree something different.'),
      'requested_support_missing',
      'Enter the support you are asking for',
    ),
    ...requiredText(
      request.desiredOutcomes,
      at('desiredOutcomes', 'At the review the support is measured against what it was meant to achieve.'),
      'desired_outcomes_missing',
      'Enter what should be different for the child',
    ),
    ...(request.isUrgent === 'yes'
      ? requiredText(
          request.whyNow,
          at('whyNow', 'The chair can act before the next panel only when it is clear why the case cannot wait.'),
          'why_now_missing',
          'Enter why the case cannot wait for the next panel',
        )
      : []),
  ];
}

function at(field: keyof RequestAnswers, why: string): GapPlace {
  return { section: 'request', field, why };
}
