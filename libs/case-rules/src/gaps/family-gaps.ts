import { isBlankEntry } from '../answers/read-answers.js';
import { type ContactAnswers, type FamilyAnswers } from '../answers/sections.js';
import { gap, type GapPlace, isBlank, type ReferralGap, requiredText } from './gap.js';

const WHY_CONTACT = 'The coordinator and the services must be able to reach somebody who cares for the child.';

/** What the family section still needs: at least one parent or carer who can be reached. */
export function familyGaps({ contacts }: FamilyAnswers): readonly ReferralGap[] {
  const place: GapPlace = { section: 'family', field: 'contacts', why: WHY_CONTACT };
  return [
    ...(contacts.every(isBlankEntry) ? gap(place, 'contacts_missing', 'Enter at least one parent or carer') : []),
    ...contacts.flatMap((contact, index) => (isBlankEntry(contact) ? [] : contactGaps(contact, index))),
  ];
}

function contactGaps(contact: ContactAnswers, index: number): readonly ReferralGap[] {
  const at = (field: Exclude<keyof ContactAnswers, 'key'>, why: string): GapPlace => ({
    section: 'family',
    field: `contacts/${index}/${field}`,
    why,
  });
  const who = `parent or carer ${index + 1}`;
  const canBeReached = [contact.telephone, contact.email, contact.address].some((text) => !isBlank(text));
  return [
    ...requiredText(contact.name, at('name', WHY_CONTACT), 'contact_name_missing', `Enter the name of ${who}`),
    ...requiredText(
      contact.relationship,
      at('relationship', 'It tells who else decides about the child.'),
      'contact_relationship_missing',
      `Enter how ${who} is related to the child`,
    ),
    ...(contact.hasParentalResponsibility === 'yes' || contact.hasParentalResponsibility === 'no'
      ? []
      : gap(
          at('hasParentalResponsibility', 'Whoever has parental responsibility must be told of decisions.'),
          'contact_responsibility_missing',
          `Select yes if ${who} has parental responsibility`,
        )),
    ...(canBeReached
      ? []
      : gap(
          at('telephone', WHY_CONTACT),
          'contact_unreachable',
          `Enter a telephone number, an email address or an address of ${who}`,
        )),
    ...(isBlank(contact.email) || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact.email.trim())
      ? []
      : gap(
          at('email', WHY_CONTACT),
          'contact_email_wrong',
          `Enter an email address of ${who} in the correct format, like name@example.com`,
        )),
  ];
}
