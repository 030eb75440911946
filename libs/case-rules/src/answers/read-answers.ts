import { type AnswerFields } from './field.js';
import { answerList, answerSection, type ReferralAnswers, type ReferralSection } from './sections.js';

/** An entry of a list, or a section without its lists: name and text. */
export type AnswerEntry = Readonly<Record<string, string>>;
/** The answers of any section: texts, and lists of entries. */
export type AnswerRecord = Readonly<Record<string, string | AnswerEntry[]>>;

/**
 * The answers of a section out of whatever was stored: what is missing (the section is older than the answer) is empty, what
 * is not known (the answer was given up) is left out. The entries of a list have a key; an old entry without one gets its
 * number, the same for everybody who reads it.
 */
export function readAnswers<S extends ReferralSection>(section: S, stored: unknown): ReferralAnswers[S];
export function readAnswers(section: ReferralSection, stored: unknown): AnswerRecord {
  const { fields, lists } = answerSection(section);
  const record = isRecord(stored) ? stored : {};
  return {
    ...readFields(fields, record),
    ...Object.fromEntries(Object.keys(lists).map((list) => [list, readList(section, list, record[list])])),
  };
}

/** A section before anything is typed. */
export function emptyAnswers<S extends ReferralSection>(section: S): ReferralAnswers[S] {
  return readAnswers(section, {});
}

/** An entry of a list before anything is typed. */
export function emptyEntry(section: ReferralSection, list: string, key: string): AnswerEntry {
  return { key, ...readFields(answerList(section, list).fields, {}) };
}

/** All sections of a referral out of what is stored of each. */
export function readReferralAnswers(stored: Readonly<Partial<Record<ReferralSection, unknown>>>): ReferralAnswers {
  return {
    pupil: readAnswers('pupil', stored.pupil),
    family: readAnswers('family', stored.family),
    consent: readAnswers('consent', stored.consent),
    needs: readAnswers('needs', stored.needs),
    flags: readAnswers('flags', stored.flags),
    attendance: readAnswers('attendance', stored.attendance),
    graduatedResponse: readAnswers('graduatedResponse', stored.graduatedResponse),
    measures: readAnswers('measures', stored.measures),
    // The views once stood in the request; versions that were sent then still have them there.
    voice: readAnswers('voice', stored.voice ?? stored.request),
    request: readAnswers('request', stored.request),
  };
}

/** A referral that was just begun. */
export function emptyReferralAnswers(): ReferralAnswers {
  return readReferralAnswers({});
}

/** Whether nothing at all was typed into an entry; such an entry is left out. Half a date is something. */
export function isBlankEntry(entry: AnswerEntry): boolean {
  return Object.entries(entry).every(([name, text]) => name === 'key' || text.replaceAll('-', '').trim() === '');
}

/** The answers of any section as texts and lists, whatever type they have elsewhere. */
export function toAnswerRecord(section: ReferralSection, answers: object): AnswerRecord {
  return readAnswers(section, answers);
}

function readFields(fields: AnswerFields, record: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, readText(record[name])]));
}

function readList(section: ReferralSection, list: string, stored: unknown): AnswerEntry[] {
  const { fields, fewest } = answerList(section, list);
  if (!Array.isArray(stored)) {
    return Array.from({ length: fewest }, (_, index) => emptyEntry(section, list, String(index + 1)));
  }
  const taken = new Set<string>();
  return stored.map((entry: unknown, index) => {
    const record = isRecord(entry) ? entry : {};
    const wanted = readText(record['key']) || String(index + 1);
    const key = taken.has(wanted) ? `${wanted}-${index + 1}` : wanted;
    taken.add(key);
    return { key, ...readFields(fields, record) };
  });
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
