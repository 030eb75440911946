import { isSenProvisionCode, isSenTypeCode } from '@panel/reference';
import { type NeedsAnswers } from '../answers/sections.js';
import { gap, type GapPlace, isBlank, type ReferralGap, requiredText } from './gap.js';

/** What the needs section still needs. */
export function needsGaps(needs: NeedsAnswers): readonly ReferralGap[] {
  return [
    ...primaryNeedGaps(needs),
    ...secondaryNeedGaps(needs),
    ...provisionGaps(needs.senProvision),
    ...requiredText(
      needs.strengths,
      at('strengths', 'Support works best when it builds on what the child does well.'),
      'strengths_missing',
      'Enter what the child does well',
    ),
    ...requiredText(
      needs.concerns,
      at('concerns', 'The coordinator assesses the risk from what is happening now.'),
      'concerns_missing',
      'Enter what you are worried about',
    ),
  ];
}

function primaryNeedGaps({ primaryNeed, senProvision }: NeedsAnswers): readonly ReferralGap[] {
  const place = at('primaryNeed', 'Support is bought by type of need.');
  const code = readCode(primaryNeed);
  if (isBlank(code)) return gap(place, 'primary_need_missing', 'Select the child’s primary need');
  if (!isSenTypeCode(code)) return gap(place, 'primary_need_unknown', 'Select a primary need from the list');
  return isUnassessedWithoutSupport(code, senProvision)
    ? gap(place, 'primary_need_needs_sen_support', 'Select “SEN support”, or a type of need that has been assessed')
    : [];
}

function secondaryNeedGaps({ primaryNeed, secondaryNeed, senProvision }: NeedsAnswers): readonly ReferralGap[] {
  const place = at('secondaryNeed', 'At most two different needs are recorded, the main one first.');
  const code = readCode(secondaryNeed);
  if (isBlank(code)) return [];
  if (!isSenTypeCode(code)) return gap(place, 'secondary_need_unknown', 'Select a secondary need from the list');
  if (code === readCode(primaryNeed)) {
    return gap(place, 'secondary_need_same_as_primary', 'Secondary need must be different from the primary need');
  }
  return isUnassessedWithoutSupport(code, senProvision)
    ? gap(place, 'secondary_need_needs_sen_support', 'Select “SEN support”, or a type of need that has been assessed')
    : [];
}

function provisionGaps(senProvision: string): readonly ReferralGap[] {
  const place = at(
    'senProvision',
    'The panel acts before a plan is needed; a child with a plan has support through it.',
  );
  const code = readCode(senProvision);
  if (!isSenProvisionCode(code)) {
    return gap(place, 'sen_provision_missing', 'Select whether the child has SEN support');
  }
  return code === 'E'
    ? gap(
        place,
        'sen_provision_is_plan',
        'A child with an education, health and care plan cannot be referred: ask for a review of the plan instead',
      )
    : [];
}

/** School census rule 2175: NSA ("no specialist assessment") goes with SEN support (K) and nothing else. */
function isUnassessedWithoutSupport(need: string, senProvision: string): boolean {
  return need === 'NSA' && isSenProvisionCode(readCode(senProvision)) && readCode(senProvision) !== 'K';
}

/** Codes were once written in mixed case ("SpLD"). */
function readCode(text: string): string {
  return text.trim().toUpperCase();
}

function at(field: keyof NeedsAnswers, why: string): GapPlace {
  return { section: 'needs', field, why };
}
