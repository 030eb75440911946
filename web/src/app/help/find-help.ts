import type { HelpPart, HelpTopic } from './help-topic.js';
import { coordinatorHelp, panelMemberHelp, sencoHelp } from './topics/school-and-council.js';
import {
  administratorHelp,
  boardMemberHelp,
  contractManagerHelp,
  dataProtectionOfficerHelp,
  providerHelp,
} from './topics/support-and-oversight.js';
import { questions, words } from './topics/questions-and-words.js';

export const roleTopics: readonly HelpTopic[] = [
  sencoHelp,
  coordinatorHelp,
  panelMemberHelp,
  providerHelp,
  contractManagerHelp,
  boardMemberHelp,
  administratorHelp,
  dataProtectionOfficerHelp,
];

export const sharedTopics: readonly HelpTopic[] = [questions, words];
export const helpTopics: readonly HelpTopic[] = [...roleTopics, ...sharedTopics];

export interface FoundHelp {
  readonly topic: HelpTopic;
  readonly part: HelpPart;
}

/** The parts that have all of these words, or words that begin so, somewhere; those with them in the heading first. */
export function findHelp(text: string): readonly FoundHelp[] {
  const wanted = wordsOf(text);
  if (wanted.length === 0) return [];
  const found = helpTopics.flatMap((topic) => topic.parts.map((part) => ({ topic, part, rank: rankOf(part, wanted) })));
  return found.filter(({ rank }) => rank > 0).sort((one, other) => other.rank - one.rank);
}

function rankOf(part: HelpPart, wanted: readonly string[]): number {
  const heading = wordsOf(part.heading);
  const rest = wordsOf([part.alsoCalled, ...(part.text ?? []), ...(part.steps ?? []), ...(part.list ?? [])].join(' '));
  const begins = (all: readonly string[], word: string): boolean => all.some((each) => each.startsWith(word));
  if (!wanted.every((word) => begins(heading, word) || begins(rest, word))) return 0;
  return 1 + wanted.filter((word) => begins(heading, word)).length;
}

/** In lower case, without the ends that change from sentence to sentence. */
function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.map((word) => (word.length > 4 ? word.replace(/(ies|ing|ed|es|s|y)$/, '') : word));
}
