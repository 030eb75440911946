import { type VoiceAnswers } from '../answers/sections.js';
import { type GapPlace, type ReferralGap, requiredText } from './gap.js';

/** What the section of views still needs. */
export function voiceGaps({ childsView, parentsView }: VoiceAnswers): readonly ReferralGap[] {
  return [
    ...requiredText(
      childsView,
      at('childsView', 'Nothing should be decided about a child without knowing what they think of it.'),
      'childs_view_missing',
      'Enter what the child thinks, or how you found out',
    ),
    ...requiredText(
      parentsView,
      at('parentsView', 'Parents and carers know the child best, and the support must work at home, too.'),
      'parents_view_missing',
      'Enter what the parents or carers think, or why you could not ask them',
    ),
  ];
}

function at(field: keyof VoiceAnswers, why: string): GapPlace {
  return { section: 'voice', field, why };
}
