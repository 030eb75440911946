import type { ReferralSections } from '@panel/api-client';
import { answerBlocks, type AnswerLine, REFERRAL_SECTIONS, type ReferralSection } from '@panel/case-rules';
import { formatDate } from '@panel/reference';
import type { SummaryRow } from '@panel/ui';

/** One answer of a referral, in words, with where it stands in its section. */
export interface AnswerRow {
  /** 'bornOn', 'cycles/0/startedOn'. */
  readonly path: string;
  readonly key: string;
  readonly value: SummaryRow['value'];
  /** It stands as it was copied from the child's last referral: "From the referral of 3 March 2026". */
  readonly copied?: string;
}

/** The answers under one heading: a section, or one entry of a list. */
export interface AnswerGroup {
  readonly section: ReferralSection;
  readonly heading: string;
  readonly rows: readonly AnswerRow[];
}

/** All answers of a referral as they are checked and read; `hidden` names those that this person does not get to see. */
export function answerGroups(sections: ReferralSections, hidden: readonly string[] = []): readonly AnswerGroup[] {
  return REFERRAL_SECTIONS.flatMap((section) =>
    answerBlocks(section, sections[section].answers, (path) => hidden.includes(`${section}/${path}`)).map((block) => ({
      section,
      heading: block.heading,
      rows: block.lines.map((line) => toRow(line, sections[section])),
    })),
  );
}

function toRow({ path, field, text }: AnswerLine, { copiedFrom, answers }: CopiedSection): AnswerRow {
  const row = { path, key: field.label, value: field.kind === 'text' ? paragraphs(text) : text };
  return copiedFrom?.answers.includes(byKey(path, answers))
    ? { ...row, copied: `From the referral of ${formatDate(copiedFrom.sentOn)}, check that it still holds` }
    : row;
}

type CopiedSection = Pick<ReferralSections['pupil'], 'copiedFrom'> & { readonly answers: object };

/** 'cycles/0/strategy' → 'cycles/1/strategy' with the key of the entry at that place. */
function byKey(path: string, answers: object): string {
  const [list = '', index, field] = path.split('/');
  if (field === undefined) return path;
  const entries: unknown = Object.entries(answers).find(([name]) => name === list)?.[1];
  const entry: unknown = Array.isArray(entries) ? entries[Number(index)] : undefined;
  const key = typeof entry === 'object' && entry !== null && 'key' in entry ? entry.key : undefined;
  return typeof key === 'string' ? `${list}/${key}/${field}` : path;
}

function paragraphs(text: string): readonly string[] {
  return text.split('\n');
}
