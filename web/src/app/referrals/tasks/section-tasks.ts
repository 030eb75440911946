import type { Referral, ReferralGapAnswer } from '@panel/api-client';
import { REFERRAL_SECTIONS, type ReferralSection, referralSectionLabel } from '@panel/case-rules';
import { formatDate } from '@panel/reference';
import type { Task } from '@panel/ui';
import { sectionLink } from '../draft/question-pages.js';
import { signOffTag } from '../sign-off/sign-off-words.js';

/** The sections of a referral as tasks, then its documents, then the last one: to check and submit. */
export function referralTasks(referral: Referral, documentCount: number | null): readonly Task[] {
  // What the family agrees to after the submission has a history of its own.
  const sections = REFERRAL_SECTIONS.filter((section) => section !== 'consent' || referral.amendment === null);
  return [
    ...sections.map((section) => sectionTask(referral, section)),
    documentsTask(referral, documentCount),
    checkTask(referral),
  ];
}

/** What one section still needs. */
export function gapsOfSection(referral: Referral, section: ReferralSection): readonly ReferralGapAnswer[] {
  return referral.gaps.filter((gap) => gap.section === section);
}

/** "2 answers missing or to correct". */
export function gapsText(count: number): string {
  return `${count} ${count === 1 ? 'answer' : 'answers'} missing or to correct`;
}

function sectionTask(referral: Referral, section: ReferralSection): Task {
  const task = { text: referralSectionLabel(section), link: sectionLink(referral.id, section) };
  const gaps = gapsOfSection(referral, section);
  if (referral.sections[section].version === 0) return { ...task, status: 'Not started', statusColour: 'blue' };
  const { copiedFrom } = referral.sections[section];
  if (copiedFrom) {
    const hint = `From the referral of ${formatDate(copiedFrom.sentOn)}, check that it still holds`;
    if (gaps.length === 0) return { ...task, hint, status: 'Check', statusColour: 'yellow' };
    return { ...task, hint: `${hint}. ${gapsText(gaps.length)}`, status: 'In progress', statusColour: 'teal' };
  }
  if (gaps.length === 0) return { ...task, status: 'Complete' };
  return { ...task, hint: gapsText(gaps.length), status: 'In progress', statusColour: 'teal' };
}

/** `count` is null while it is not known. */
function documentsTask({ id }: Referral, count: number | null): Task {
  const task = {
    text: 'Documents',
    hint: 'Reports and plans, if you have them. You can add more later.',
    link: `/referrals/${id}/documents`,
  };
  if (count === null) return { ...task, status: '' };
  return count === 0
    ? { ...task, status: 'Optional', statusColour: 'grey' }
    : { ...task, status: `${count} ${count === 1 ? 'document' : 'documents'}` };
}

function checkTask({ id, gaps, amendment, signOff }: Referral): Task {
  const text = amendment ? 'Check answers and send the amendment' : 'Check answers and submit';
  const task = { text, link: `/referrals/${id}/check` };
  if (gaps.length > 0 && gaps.every(({ section }) => section === 'signOff')) {
    const { text: status, colour: statusColour } = signOffTag(signOff.state);
    return { ...task, hint: 'Your answers are complete. The head teacher signs them off first', status, statusColour };
  }
  return gaps.length > 0
    ? {
        ...task,
        hint: 'You can read what you have written so far',
        status: amendment ? 'Not ready to send' : 'Not ready to submit',
        statusColour: 'grey',
      }
    : { ...task, status: amendment ? 'Ready to send' : 'Ready to submit', statusColour: 'green' };
}
