import type { School, SucceedingSchool } from '@panel/api-client';
import { formatDate } from '@panel/reference';

/** A school that somebody looks for and that is no longer there. */
export interface ClosedSchool {
  readonly id: string;
  readonly text: string;
  readonly successors: readonly SucceedingSchool[];
}

/** Fewer letters name no school. */
const fewestLetters = 3;
const mostNamed = 3;

/** "Rookwood College, Westering (URN 990018)". */
export function schoolText({ name, town, urn }: Pick<School, 'name' | 'town' | 'urn'>): string {
  return town === '' ? `${name} (URN ${urn})` : `${name}, ${town} (URN ${urn})`;
}

/** Of what was typed the word that says most to a search for one pattern; '' while there is none. */
export function searchWord(typed: string): string {
  const [word = ''] = typed
    .split(/[\s,()]+/)
    .filter((each) => !/^(urn|school|primary)$/i.test(each))
    .toSorted((a, b) => b.length - a.length);
  return word.length < 2 ? '' : word;
}

/** The closed schools with these words in their name or town, or all of them; too many name none. */
export function closedSchoolsNamed(typed: string | undefined, schools: readonly School[]): readonly ClosedSchool[] {
  const words = typed?.trim().toLocaleLowerCase('en-GB').split(/\s+/);
  if (words && words.join('').length < fewestLetters) return [];
  const found = schools.filter((school) => {
    const text = schoolText(school).toLocaleLowerCase('en-GB');
    return school.isClosed && (words ?? []).every((word) => text.includes(word));
  });
  if (words && found.length > mostNamed) return [];
  return found.map((school) => ({ id: school.id, text: closedText(school), successors: school.successors }));
}

function closedText({ name, closedOn, successors }: School): string {
  const closed = closedOn === null ? `${name} has closed.` : `${name} closed on ${formatDate(closedOn)}.`;
  const names = successors.map((successor) => successor.name).join(' or ');
  return names === '' ? `${closed} No successor is known.` : `${closed} After it came ${names}.`;
}
