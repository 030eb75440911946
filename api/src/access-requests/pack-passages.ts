import { groupBy, type PackContent, type PackText, replaceTexts, textsOf } from './pack-content.js';

export const PASSAGE_KINDS = [
  'other_child',
  'family',
  'named_person',
  'contact',
  'safe_contact',
  'staff',
  'marked',
] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

/** A place that may be about somebody else. Without a part it is the whole text. */
export interface Passage {
  readonly pointer: string;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly place: string;
  /** The text around it, so that a person can judge. */
  readonly context: string;
  readonly passage: string;
  readonly kind: PassageKind;
  readonly suggestion: 'keep' | 'redact';
}

/**
 * Fields that hold a person's name. Staff who act in their work are usually named (DPA 2018, Schedule 2, paragraph 16(3)
 * and 17); family members are somebody else, unless they are the one who asks.
 */
const staffFields = ['deliveredBy'];
const staffSuffix = /(_by_name|_by)$/;
const familyFields = ['agreedByName', 'said_by_name', 'requester_name'];

const title = String.raw`(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.?\s+\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?`;
const patterns: readonly { readonly kind: PassageKind; readonly pattern: RegExp }[] = [
  { kind: 'named_person', pattern: new RegExp(String.raw`(?<![\p{L}])${title}`, 'gu') },
  { kind: 'contact', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g },
  { kind: 'contact', pattern: /(?<!\d)(?:\+44\s?|0)\d{2,4}[\s-]?\d{3}[\s-]?\d{3,4}(?!\d)/g },
];

/** A hash as the database writes bytes: digits in it are no telephone number. */
const binary = /^\\x[0-9a-f]*$/;

const longestContext = 240;

/**
 * The passages of a pack that a person must look at. `isOtherChild` says of two words whether they are another child's name.
 * What it finds is an aid: the reviewer reads everything and can mark more.
 */
export function findPassages(
  content: PackContent,
  people: {
    readonly requesterName: string;
    readonly staffNames: ReadonlySet<string>;
    readonly isOtherChild: (words: string) => boolean;
  },
): Passage[] {
  return textsOf(content).flatMap((text) => {
    if (binary.test(text.text)) return [];
    const whole = wholeField(text, people);
    return whole ? [whole] : partsOf(text, people);
  });
}

function wholeField(
  text: PackText,
  people: { readonly requesterName: string; readonly staffNames: ReadonlySet<string> },
): Passage | null {
  const whole = (kind: PassageKind, suggestion: 'keep' | 'redact'): Passage => ({
    pointer: text.pointer,
    startsAt: null,
    endsAt: null,
    place: text.place,
    context: text.text.slice(0, longestContext),
    passage: text.text,
    kind,
    suggestion,
  });
  if (/safe.?contact/i.test(text.field)) return whole('safe_contact', 'redact');
  if (familyFields.includes(text.field)) {
    return whole('family', sameName(text.text, people.requesterName) ? 'keep' : 'redact');
  }
  if (staffFields.includes(text.field) || (staffSuffix.test(text.field) && people.staffNames.has(text.text))) {
    return whole('staff', 'keep');
  }
  return null;
}

function partsOf(
  text: PackText,
  people: {
    readonly requesterName: string;
    readonly staffNames: ReadonlySet<string>;
    readonly isOtherChild: (words: string) => boolean;
  },
): Passage[] {
  const found: { start: number; end: number; kind: PassageKind; suggestion: 'keep' | 'redact' }[] = [];
  const add = (start: number, end: number, kind: PassageKind, suggestion: 'keep' | 'redact'): void => {
    // What only overlaps another passage is one of its own: each may be taken out without the other.
    if (!found.some((other) => other.start <= start && end <= other.end)) found.push({ start, end, kind, suggestion });
  };
  for (const { words, start, end } of wordPairs(text.text)) {
    if (people.isOtherChild(words)) add(start, end, 'other_child', 'redact');
    else if (people.staffNames.has(text.text.slice(start, end))) add(start, end, 'staff', 'keep');
  }
  for (const { kind, pattern } of patterns) {
    for (const match of text.text.matchAll(pattern)) {
      const isRequester = sameName(match[0], people.requesterName);
      add(match.index, match.index + match[0].length, kind, isRequester ? 'keep' : 'redact');
    }
  }
  return found
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, kind, suggestion }) => ({
      pointer: text.pointer,
      startsAt: start,
      endsAt: end,
      place: text.place,
      context: contextOf(text.text, start, end),
      passage: text.text.slice(start, end),
      kind,
      suggestion,
    }));
}

const word = /[\p{L}][\p{L}'’-]*/gu;

/** Each two neighbouring words, in small letters: how a child is named in a sentence. */
export function wordPairs(text: string): { words: string; start: number; end: number }[] {
  const all = [...text.matchAll(word)];
  return all.flatMap((match, index) => {
    const next = all[index + 1];
    if (!next) return [];
    const end = next.index + next[0].length;
    return [{ words: `${match[0]} ${next[0]}`.toLowerCase(), start: match.index, end }];
  });
}

function contextOf(text: string, start: number, end: number): string {
  const before = Math.max(0, start - 100);
  const after = Math.min(text.length, end + 100);
  return `${before > 0 ? '…' : ''}${text.slice(before, after)}${after < text.length ? '…' : ''}`;
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

const instead: Readonly<Record<PassageKind, string>> = {
  other_child: 'another child',
  family: 'another person',
  named_person: 'another person',
  contact: 'contact details',
  safe_contact: 'withheld to keep somebody safe',
  staff: 'a member of staff',
  marked: 'another person or an exemption',
};

type DecidedPassage = Pick<Passage, 'pointer' | 'startsAt' | 'endsAt' | 'kind'>;

/** The content without what was redacted: in its place stands that, and about whom, something was taken out. */
export function redact(content: PackContent, redacted: readonly DecidedPassage[]): PackContent {
  const byPointer = groupBy(redacted, ({ pointer }) => pointer);
  const replacements = new Map<string, string>();
  for (const { pointer, text } of textsOf(content)) {
    const parts = byPointer.get(pointer);
    if (parts) replacements.set(pointer, withoutParts(text, parts));
  }
  return replaceTexts(content, replacements);
}

/** What overlaps goes out as one; from the end to the start, so that the places of the others stay. */
function withoutParts(text: string, parts: readonly DecidedPassage[]): string {
  const whole = parts.find(({ startsAt }) => startsAt === null);
  if (whole) return mark(whole.kind);
  const joined: { start: number; end: number; kind: PassageKind }[] = [];
  for (const { startsAt, endsAt, kind } of parts.toSorted((a, b) => (a.startsAt ?? 0) - (b.startsAt ?? 0))) {
    const [start, end] = [startsAt ?? 0, endsAt ?? text.length];
    const last = joined.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end, kind });
  }
  return joined.reduceRight(
    (result, { start, end, kind }) => result.slice(0, start) + mark(kind) + result.slice(end),
    text,
  );
}

function mark(kind: PassageKind): string {
  return `[redacted: ${instead[kind]}]`;
}
