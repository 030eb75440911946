import type { ReferralSections } from '@panel/api-client';
import { answerBlocks, type AnswerLine, REFERRAL_SECTIONS, type ReferralSection } from '@panel/case-rules';
import type { SummaryRow } from '@panel/ui';

/** One answer of a referral, in words, with where it stands in its section. */
export interface AnswerRow {
  /** 'bornOn', 'cycles/0/startedOn'. */
  readonly path: string;
  readonly key: string;
  readonly value: SummaryRow['value'];
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
      rows: block.lines.map(toRow),
    })),
  );
}

function toRow({ path, field, text }: AnswerLine): AnswerRow {
  return { path, key: field.label, value: field.kind === 'text' ? paragraphs(text) : text };
}

function paragraphs(text: string): readonly string[] {
  return text.split('\n');
}
