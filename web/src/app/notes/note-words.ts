import type { Note } from '@panel/api-client';
import { type NoteVisibility, noteVisibilityLabel } from '@panel/case-rules';
import { instantText, type Option } from '@panel/ui';

const readers: Readonly<Record<NoteVisibility, string>> = {
  council: 'The school, the panel and providers do not see it',
  council_and_school: 'The panel and providers do not see it',
  everybody: 'The council, the school, the panel that has the case and the provider of the support',
};

/** The circles of readers to choose from. Somebody of a school writes nothing that the school could not read. */
export function visibilityOptions(isOfCouncil: boolean): readonly Option<NoteVisibility>[] {
  const circles: readonly NoteVisibility[] = isOfCouncil
    ? ['council', 'council_and_school', 'everybody']
    : ['council_and_school', 'everybody'];
  return circles.map((value) => ({ value, text: noteVisibilityLabel(value), hint: readers[value] }));
}

/** The circles for which a provider writes. */
export const providerVisibilityOptions: readonly Option<NoteVisibility>[] = [
  { value: 'council', text: 'The coordinator', hint: 'The school does not see it' },
  { value: 'council_and_school', text: 'The coordinator and the school', hint: 'The panel does not see it' },
];

/** "24 November 2026 at 10:00am by Priya Nair, corrected 24 November 2026 at 11:05am". */
export function writtenText({ writtenAt, writtenByName, providerName, correctedAt }: Note): string {
  const corrected = correctedAt === null ? '' : `, corrected ${instantText(correctedAt)}`;
  const whose = providerName === null ? '' : ` (${providerName})`;
  return `${instantText(writtenAt)} by ${writtenByName}${whose}${corrected}`;
}
