import type { AnswerChange } from '@panel/api-client';
import {
  answerAt,
  type AnswerRecord,
  answerSection,
  answerText,
  type AnswerValue,
  isSameAnswer,
  mergeAnswers,
  type MergedAnswers,
  type ReferralSection,
  withAnswerAt,
} from '@panel/case-rules';

/** An answer that two people have changed at once, and between which a person still has to choose. */
export interface OpenChoice {
  /** 'concerns', 'cycles/7/strategy', or 'cycles/7' where one of the two has removed the entry. */
  readonly path: string;
  readonly theirs: AnswerValue;
  readonly byName: string;
  /** Instant, ISO UTC. */
  readonly at: string | null;
}

/** What somebody else has saved of a section, with who changed what. */
export interface TheirSection {
  readonly answers: AnswerRecord;
  readonly changes: readonly AnswerChange[];
  readonly savedByName: string | null;
  readonly savedAt: string | null;
}

/** Merges what was saved by somebody else into the page; what was open between the two before stays open. */
export function mergeSections(
  section: ReferralSection,
  pages: { readonly base: AnswerRecord; readonly mine: AnswerRecord; readonly theirs: TheirSection },
  open: readonly OpenChoice[],
): MergedAnswers & { readonly choices: readonly OpenChoice[] } {
  const { base, mine, theirs } = pages;
  // An open choice is no change of mine to be merged: `base` holds their text of before for it, and so does this.
  const merged = mergeAnswers(section, { base, mine: savable(section, mine, open), theirs: theirs.answers });
  const still = open.map(({ path }) => survivingPath(section, merged.answers, path));
  const answers = still.reduce(
    (record, path) => withAnswerAt(section, record, path, answerAt(section, mine, path)),
    merged.answers,
  );
  const paths = new Set([...merged.conflicts.map(({ path }) => path), ...still]);
  const choices = [...paths]
    .map((path) => open.find((each) => isUnchanged(section, each, path, theirs)) ?? choiceAt(section, theirs, path))
    .filter((choice) => !isSameAnswer(answerAt(section, answers, choice.path), choice.theirs));
  return { ...merged, answers, choices, taken: merged.taken.filter((path) => !paths.has(path)) };
}

/** An answer in an entry that they have removed since: what is open now is the whole entry. */
function survivingPath(section: ReferralSection, answers: AnswerRecord, path: string): string {
  const [list, key, field] = path.split('/');
  const entry = `${list ?? ''}/${key ?? ''}`;
  return field !== undefined && answerAt(section, answers, entry) === null ? entry : path;
}

function isUnchanged(section: ReferralSection, open: OpenChoice, path: string, theirs: TheirSection): boolean {
  return open.path === path && isSameAnswer(open.theirs, answerAt(section, theirs.answers, path));
}

/** What can be saved while choices are open: the page, with their text in place of each that is not chosen yet. */
export function savable(section: ReferralSection, answers: AnswerRecord, open: readonly OpenChoice[]): AnswerRecord {
  return open.reduce((record, { path, theirs }) => withAnswerAt(section, record, path, theirs), answers);
}

function choiceAt(section: ReferralSection, theirs: TheirSection, path: string): OpenChoice {
  const change =
    theirs.changes.find((each) => each.path === path) ??
    theirs.changes.find((each) => each.path.startsWith(`${path}/`));
  return {
    path,
    theirs: answerAt(section, theirs.answers, path),
    byName: change?.byName ?? theirs.savedByName ?? 'Somebody else',
    at: change?.at ?? theirs.savedAt,
  };
}

/** What the answer at a path is called: "Triggers", "Cycle 2: What was done". */
export function nameOfAnswer(section: ReferralSection, answers: AnswerRecord, path: string): string {
  const { fields, lists } = answerSection(section);
  const [name = '', key, inner] = path.split('/');
  const list = lists[name];
  if (list === undefined) return fields[name]?.label ?? name;
  const entries = answers[name];
  const index = Array.isArray(entries) ? entries.findIndex((entry) => entry['key'] === key) : -1;
  const entry = index < 0 ? list.itemLabel : `${list.itemLabel} ${index + 1}`;
  return inner === undefined ? entry : `${entry}: ${list.fields[inner]?.label ?? inner}`;
}

/** An answer or entry in words, paragraph by paragraph. */
export function answerInWords(section: ReferralSection, path: string, value: AnswerValue): readonly string[] {
  const { fields, lists } = answerSection(section);
  const [name = '', , inner] = path.split('/');
  const list = lists[name];
  if (value === null) return ['Removed'];
  if (typeof value !== 'string') {
    const lines = Object.entries(list?.fields ?? {}).flatMap(([field, spec]) => {
      const text = answerText(spec, value[field] ?? '');
      return text === '' ? [] : [`${spec.label}: ${text}`];
    });
    return lines.length > 0 ? lines : ['Nothing typed'];
  }
  const field = inner === undefined ? fields[name] : list?.fields[inner];
  const text = field ? answerText(field, value) : value;
  return text === '' ? ['Nothing typed'] : text.split('\n').filter((line) => line.trim() !== '');
}
