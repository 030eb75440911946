import { type AnswerEntry, type AnswerRecord, toAnswerRecord } from './read-answers.js';
import { type ReferralSection } from './sections.js';

/**
 * One answer, or one entry of a list. Paths name entries by their key, which stays while others are added and removed:
 * 'concerns', 'cycles/7/strategy', 'cycles/7'.
 */
export type AnswerValue = string | AnswerEntry | null;

/** An answer that two people have changed since both read the same. Null: that person removed the entry. */
export interface AnswerConflict {
  readonly path: string;
  readonly mine: AnswerValue;
  readonly theirs: AnswerValue;
}

export interface MergedAnswers {
  /** Whatever only one of the two has changed, as that one left it; for a conflict what I have typed. */
  readonly answers: AnswerRecord;
  readonly conflicts: readonly AnswerConflict[];
  /** What was taken over from the other person. */
  readonly taken: readonly string[];
}

/** The answers of a section as one person has them on the page, and as another has saved them, since both read `base`. */
export interface AnswersOfTwo {
  readonly base: object;
  readonly mine: object;
  readonly theirs: object;
}

/**
 * Puts the work of two people together, answer by answer. Nobody's text is lost: what only one has changed is taken, and
 * what both have changed differently is a conflict for a person to decide. Entries of lists are known by their key; entries
 * that both added stay both, theirs first, so that two pages that merge each other's saves come to the same order.
 */
export function mergeAnswers(section: ReferralSection, { base, mine, theirs }: AnswersOfTwo): MergedAnswers {
  const [old, own, other] = [base, mine, theirs].map((answers) => toAnswerRecord(section, answers));
  const result = new Merge();
  const answers: Record<string, string | AnswerEntry[]> = {};
  for (const [name, value] of Object.entries(own ?? {})) {
    const [before, after] = [old?.[name] ?? '', other?.[name] ?? ''];
    answers[name] =
      typeof value === 'string'
        ? result.text(name, textOf(before), value, textOf(after))
        : result.list(name, listOf(before), value, listOf(after));
  }
  return { answers, conflicts: result.conflicts, taken: result.taken };
}

/** Where two versions of a section differ, as paths: each changed answer, each entry that was added or removed. */
export function changedPaths(section: ReferralSection, before: object, after: object): readonly string[] {
  return mergeAnswers(section, { base: before, mine: before, theirs: after }).taken;
}

/** The answer or entry at a path; null where there is none. */
export function answerAt(section: ReferralSection, answers: object, path: string): AnswerValue {
  const [name = '', key, field] = path.split('/');
  const value = toAnswerRecord(section, answers)[name];
  if (value === undefined) return null;
  if (typeof value === 'string') return value;
  const entry = value.find((each) => each['key'] === key) ?? null;
  return field === undefined ? entry : (entry?.[field] ?? null);
}

/** The section with another answer at a path; null removes an entry, an entry that is not there is added at the end. */
export function withAnswerAt(
  section: ReferralSection,
  answers: object,
  path: string,
  changed: AnswerValue,
): AnswerRecord {
  const record = toAnswerRecord(section, answers);
  const [name = '', key = '', field] = path.split('/');
  const value = record[name];
  if (value === undefined) return record;
  if (typeof value === 'string') return typeof changed === 'string' ? { ...record, [name]: changed } : record;
  const replaced = (entry: AnswerEntry): AnswerEntry[] => {
    if (entry['key'] !== key) return [entry];
    if (field !== undefined) return [typeof changed === 'string' ? { ...entry, [field]: changed } : entry];
    return changed === null || typeof changed === 'string' ? [] : [changed];
  };
  const isThere = value.some((entry) => entry['key'] === key);
  const added = !isThere && field === undefined && changed !== null && typeof changed !== 'string' ? [changed] : [];
  return { ...record, [name]: [...value.flatMap(replaced), ...added] };
}

/** Whether two answers or entries say the same. */
export function isSameAnswer(a: AnswerValue, b: AnswerValue): boolean {
  if (a === null || b === null || typeof a === 'string' || typeof b === 'string') return a === b;
  return isSameEntry(a, b);
}

class Merge {
  readonly conflicts: AnswerConflict[] = [];
  readonly taken: string[] = [];

  text(path: string, base: string, mine: string, theirs: string): string {
    if (mine === theirs) return mine;
    if (mine === base) {
      this.taken.push(path);
      return theirs;
    }
    if (theirs !== base) this.conflicts.push({ path, mine, theirs });
    return mine;
  }

  list(
    name: string,
    base: readonly AnswerEntry[],
    mine: readonly AnswerEntry[],
    theirs: readonly AnswerEntry[],
  ): AnswerEntry[] {
    const kept = theirs.flatMap((entry) =>
      this.entry(`${name}/${keyOf(entry)}`, find(base, entry), find(mine, entry), entry),
    );
    const onlyMine = mine.filter((entry) => !find(theirs, entry));
    return [
      ...kept,
      ...onlyMine.flatMap((entry) => this.entry(`${name}/${keyOf(entry)}`, find(base, entry), entry, undefined)),
    ];
  }

  private entry(
    path: string,
    base: AnswerEntry | undefined,
    mine: AnswerEntry | undefined,
    theirs: AnswerEntry | undefined,
  ): AnswerEntry[] {
    if (mine && theirs) {
      const merged: Record<string, string> = {};
      for (const [name, text] of Object.entries(mine)) {
        merged[name] = this.text(`${path}/${name}`, base?.[name] ?? '', text, theirs[name] ?? '');
      }
      return [merged];
    }
    if (theirs) {
      // I removed it, or it is new.
      if (!base) {
        this.taken.push(path);
        return [theirs];
      }
      if (!isSameEntry(base, theirs)) this.conflicts.push({ path, mine: null, theirs });
      return [];
    }
    if (!mine) return [];
    // They removed it, or I have added it.
    if (!base) return [mine];
    if (isSameEntry(base, mine)) {
      this.taken.push(path);
      return [];
    }
    this.conflicts.push({ path, mine, theirs: null });
    return [mine];
  }
}

function find(entries: readonly AnswerEntry[], entry: AnswerEntry): AnswerEntry | undefined {
  return entries.find((each) => keyOf(each) === keyOf(entry));
}

function keyOf(entry: AnswerEntry): string {
  return entry['key'] ?? '';
}

function isSameEntry(a: AnswerEntry, b: AnswerEntry): boolean {
  return Object.entries(a).every(([name, text]) => b[name] === text);
}

function textOf(value: string | readonly AnswerEntry[]): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: string | readonly AnswerEntry[]): readonly AnswerEntry[] {
  return typeof value === 'string' ? [] : value;
}
