import type { ReferralComparison, ReferralDifference, ReferralSections } from '@panel/api-client';
import { isReferralSection, referralSectionLabel } from '@panel/case-rules';
import { instantText } from '@panel/ui';
import { type AnswerGroup, type AnswerRow, answerGroups } from '../answers-summary.js';

/** One answer in two versions, in the words of the form. */
export interface DifferenceInWords {
  /** Where the question stands: "Needs", or "What the school has done: cycle 2". */
  readonly heading: string;
  readonly question: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Who changed it and when, a line each. */
  readonly changed: readonly string[];
}

const none = 'Not answered';

/** The differences as people read them: each with the question as the form asks it, and both answers in words. */
export function differencesInWords({ before, after, differences }: ReferralComparison): readonly DifferenceInWords[] {
  const old = before ? rowsOf(before.sections) : new Map<string, Place>();
  const now = after ? rowsOf(after.sections) : new Map<string, Place>();
  return differences.map((difference) => {
    const id = `${difference.section} ${difference.pointer.replace(/^\/[^/]+\//, '')}`;
    const [was, is] = [old.get(id), now.get(id)];
    const place = is ?? was;
    return {
      heading: place?.group.heading ?? sectionText(difference.section),
      question: place?.row.key ?? questionOf(difference),
      before: linesOf(was, difference.before),
      after: linesOf(is, difference.after),
      changed: changedLines(difference),
    };
  });
}

/** What was changed before names were kept says so. */
function changedLines({ changedByName, changedAt }: ReferralDifference): readonly string[] {
  return changedByName === null || changedAt === null ? ['Not recorded'] : [changedByName, instantText(changedAt)];
}

interface Place {
  readonly group: AnswerGroup;
  readonly row: AnswerRow;
}

function rowsOf(sections: ReferralSections): Map<string, Place> {
  return new Map(
    answerGroups(sections).flatMap((group) =>
      group.rows.map((row) => [`${group.section} ${row.path}`, { group, row }] as const),
    ),
  );
}

/** What is stored, where the form shows the answer in no row of its own (such as the reason of an urgency that is none now). */
function linesOf(place: Place | undefined, stored: string): readonly string[] {
  if (stored === '') return [none];
  const value = place?.row.value ?? stored;
  const lines = typeof value === 'string' ? value.split('\n') : value;
  return lines.join('').trim() === '' ? stored.split('\n') : lines;
}

function sectionText(section: string): string {
  return isReferralSection(section) ? referralSectionLabel(section) : section;
}

/** "whyNow" → "Why now". */
function questionOf({ pointer }: ReferralDifference): string {
  const words = (pointer.split('/').at(-1) ?? '').replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
