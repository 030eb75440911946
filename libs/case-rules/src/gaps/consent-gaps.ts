import { type IsoDate, readTypedDate } from '@panel/reference';
import { isConsentMethod } from '../answers/consent.js';
import { type ConsentAnswers } from '../answers/sections.js';
import { gap, type GapPlace, pastDateGaps, type ReferralGap, requiredText } from './gap.js';

/** What the consent section still needs. */
export function consentGaps(consent: ConsentAnswers, today: IsoDate): readonly ReferralGap[] {
  return [
    ...requiredText(
      consent.agreedByName,
      at('agreedByName', 'The family must have agreed to the support before a panel looks at the case.'),
      'agreed_by_name_missing',
      'Enter who agreed to the referral',
    ),
    ...requiredText(
      consent.relationship,
      at('relationship', 'Not everybody can agree on behalf of a child.'),
      'relationship_missing',
      'Enter how this person is related to the child',
    ),
    ...yesOrNo(
      consent.hasParentalResponsibility,
      at('hasParentalResponsibility', 'Agreement is usually given by a person with parental responsibility.'),
      'parental_responsibility_missing',
      'Select yes if this person has parental responsibility',
    ),
    ...pastDateGaps(
      consent.agreedOn,
      at('agreedOn', 'It shows that the family agreed before the referral was sent.'),
      { name: 'Date of agreement', code: 'agreed_on', enter: 'Enter the date on which the family agreed' },
      today,
    ).gaps,
    ...methodGaps(consent.method),
    ...requiredText(
      consent.explained,
      at('explained', 'Agreement counts only when the family knew what they agreed to.'),
      'explained_missing',
      'Enter what was explained to the family',
    ),
    ...panelGaps(consent.shareWithPanel),
    ...yesOrNo(
      consent.shareWithProviders,
      at('shareWithProviders', 'A provider sees the case only when the family allows it.'),
      'share_with_providers_missing',
      'Select yes if information may be shared with the services that give support',
    ),
    ...expiryGaps(consent, today),
  ];
}

function methodGaps(method: string): readonly ReferralGap[] {
  const place = at('method', 'It shows how the agreement can be proved.');
  return isConsentMethod(method) ? [] : gap(place, 'consent_method_missing', 'Select how the family agreed');
}

function panelGaps(shareWithPanel: string): readonly ReferralGap[] {
  const place = at('shareWithPanel', 'The panel is made up of people from other schools, who will read the case.');
  if (shareWithPanel === 'yes') return [];
  if (shareWithPanel === 'no') {
    return gap(
      place,
      'share_with_panel_refused',
      'The referral cannot go to the panel unless the family agrees to share information with panel schools',
    );
  }
  return gap(place, 'share_with_panel_missing', 'Select yes if information may be shared with panel schools');
}

/** An agreement may end; it must not have ended already when the referral is sent. */
function expiryGaps({ expiresOn, agreedOn }: ConsentAnswers, today: IsoDate): readonly ReferralGap[] {
  const typed = readTypedDate(expiresOn);
  if (typed.kind === 'empty') return [];
  const place = at('expiresOn', 'Nothing is shared once the family’s agreement has ended.');
  if (typed.kind !== 'date') return gap(place, 'expires_on_not_real', 'Agreed until must be a real date');
  if (typed.date < today) return gap(place, 'expires_on_passed', 'Agreed until must be today or in the future');
  const agreed = readTypedDate(agreedOn);
  return agreed.kind === 'date' && typed.date < agreed.date
    ? gap(place, 'expires_on_before_agreement', 'Agreed until must be after the day on which they agreed')
    : [];
}

function yesOrNo(answer: string, place: GapPlace, code: string, message: string): readonly ReferralGap[] {
  return answer === 'yes' || answer === 'no' ? [] : gap(place, code, message);
}

function at(field: keyof ConsentAnswers, why: string): GapPlace {
  return { section: 'consent', field, why };
}
