import { REFERRAL_SECTIONS, type ReferralSection } from '@panel/case-rules';

const paths: Readonly<Record<ReferralSection, string>> = {
  pupil: 'pupil',
  consent: 'consent',
  needs: 'needs',
  graduatedResponse: 'graduated-response',
  request: 'request',
};

/** Address of the page that asks for a section. */
export function sectionLink(referralId: string, section: ReferralSection): string {
  return `/referrals/${referralId}/${paths[section]}`;
}

/** Address of the page after a section: the next section, and the answers to check after the last. */
export function linkAfter(referralId: string, section: ReferralSection): string {
  const next = REFERRAL_SECTIONS[REFERRAL_SECTIONS.indexOf(section) + 1];
  return next === undefined ? `/referrals/${referralId}/check` : sectionLink(referralId, next);
}

/** Whether a text from outside names a section. */
export function isSection(text: string): text is ReferralSection {
  return REFERRAL_SECTIONS.some((section) => section === text);
}

/** "Section 2 of 5". */
export function sectionCount(section: ReferralSection): string {
  return `Section ${REFERRAL_SECTIONS.indexOf(section) + 1} of ${REFERRAL_SECTIONS.length}`;
}
