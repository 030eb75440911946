import { formatPounds, parsePounds } from '@panel/money';
import { codeLabel, formatDate, readTypedDate } from '@panel/reference';
import type { AnswerField } from './field.js';
import { isAsked } from './is-asked.js';
import { type AnswerEntry, isBlankEntry, toAnswerRecord } from './read-answers.js';
import { answerList, answerSection, type ReferralSection } from './sections.js';

/** An answer in words: a code by its label, a date and an amount as people write them, all else as it was typed. */
export function answerText({ kind, codes }: AnswerField, text: string): string {
  const typed = text.trim();
  if (typed === '') return '';
  switch (kind) {
    case 'choice':
    case 'select':
      // Codes were once written in mixed case ("SpLD").
      return codeLabel(codes ?? [], codes?.some(({ code }) => code === typed) ? typed : typed.toUpperCase()) || typed;
    case 'date': {
      const read = readTypedDate(typed);
      if (read.kind === 'date') return formatDate(read.date);
      return read.kind === 'empty' ? '' : typed.split('-').toReversed().join(' ').trim();
    }
    case 'pounds': {
      const pence = parsePounds(typed);
      return pence === null ? typed : formatPounds(pence, { shortWhenWhole: true });
    }
    case 'percent':
      return typed.endsWith('%') ? typed : `${typed}%`;
    default:
      return typed;
  }
}

/** One answer as it is read: where it stands, what it is called, and its words. */
export interface AnswerLine {
  /** Path inside the section: 'bornOn', 'cycles/0/startedOn'. */
  readonly path: string;
  readonly name: string;
  readonly field: AnswerField;
  readonly text: string;
}

/** The answers under one heading: a section, or one entry of one of its lists. */
export interface AnswerBlock {
  readonly section: ReferralSection;
  /** '' for the section itself, else the path of the entry: 'cycles/0'. */
  readonly path: string;
  readonly heading: string;
  readonly lines: readonly AnswerLine[];
}

/**
 * A section as it is read, block by block, with unanswered questions as ''. Questions that were not asked, blank entries
 * beyond the first and what `isHidden` says are left out; `path` there is without numbers: 'contacts/telephone'.
 */
export function answerBlocks(
  section: ReferralSection,
  answers: object,
  isHidden: (path: string) => boolean = () => false,
): readonly AnswerBlock[] {
  const { label, fields, lists } = answerSection(section);
  const record = toAnswerRecord(section, answers);
  const own = linesOf('', fields, textsOf(record), isHidden, '');
  const listBlocks = Object.keys(lists).flatMap((list) => {
    const { itemLabel, fields: inner } = answerList(section, list);
    const entries = record[list];
    return entries === undefined || typeof entries === 'string'
      ? []
      : entries.flatMap((entry, index) =>
          index > 0 && isBlankEntry(entry)
            ? []
            : [
                {
                  section,
                  path: `${list}/${index}`,
                  heading: `${label}: ${itemLabel.charAt(0).toLowerCase()}${itemLabel.slice(1)} ${index + 1}`,
                  lines: linesOf(`${list}/${index}/`, inner, entry, isHidden, `${list}/`),
                },
              ],
        );
  });
  const blocks = [...listBlocks, ...(own.length > 0 ? [{ section, path: '', heading: label, lines: own }] : [])];
  // What a list is about comes first where the section has one: the cycles, then what else was done.
  return blocks.filter(({ lines }) => lines.length > 0);
}

function linesOf(
  path: string,
  fields: Readonly<Record<string, AnswerField>>,
  texts: AnswerEntry,
  isHidden: (path: string) => boolean,
  hiddenPath: string,
): AnswerLine[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    isAsked(field, texts) && !isHidden(hiddenPath + name)
      ? [{ path: path + name, name, field, text: answerText(field, texts[name] ?? '') }]
      : [],
  );
}

function textsOf(record: Readonly<Record<string, unknown>>): AnswerEntry {
  return Object.fromEntries(
    Object.entries(record).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}
