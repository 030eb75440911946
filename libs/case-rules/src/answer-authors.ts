import type { AnswerDifference } from './answer-differences.js';
import { toAnswerRecord } from './answers/read-answers.js';
import type { ReferralAnswers, ReferralSection } from './answers/sections.js';

/** Of one section: by the path of an answer, or of an entry that was added or removed, its last change. */
export type SectionChanges<Change> = Readonly<Record<string, Change>>;

/** What is compared, and who had changed what by the time the newer version was sent. */
export interface ComparedVersions<Change> {
  readonly before: ReferralAnswers;
  readonly after: ReferralAnswers;
  readonly changes: Readonly<Partial<Record<ReferralSection, SectionChanges<Change>>>>;
  /** When the older version was sent, as an instant in ISO form: what was changed before is no part of the difference. */
  readonly since: string;
}

/**
 * Who made the difference: the last change of the answer, of its entry as a whole, or of the entry that stood in its place.
 * Where entries only moved up because another one went, the change is that of the entry that came or went. Null when nobody is
 * known to have changed it since the older version was sent.
 */
export function lastChangeOf<Change extends { readonly at: string }>(
  { section, pointer }: Pick<AnswerDifference, 'section' | 'pointer'>,
  { before, after, changes, since }: ComparedVersions<Change>,
): Change | null {
  const known = Object.entries(changes[section] ?? {}).filter(([, { at }]) => at >= since);
  const [, , name = '', index, field] = pointer.split('/');
  if (index === undefined) return latest(known.filter(([path]) => path === name));
  const [now, old] = [after, before].map((answers) => keyAt(section, answers, name, Number(index)));
  const own = [`${name}/${now}`, `${name}/${now}/${field}`, ...(old === now ? [] : [`${name}/${old}`])];
  return (
    latest(known.filter(([path]) => own.includes(path))) ??
    latest(known.filter(([path]) => path.startsWith(`${name}/`) && path.split('/').length === 2))
  );
}

function keyAt(section: ReferralSection, answers: ReferralAnswers, list: string, index: number): string {
  const entries = toAnswerRecord(section, answers[section])[list];
  return typeof entries === 'string' ? '' : (entries?.[index]?.['key'] ?? '');
}

function latest<Change extends { readonly at: string }>(found: readonly (readonly [string, Change])[]): Change | null {
  return found.reduce<Change | null>((best, [, one]) => (best === null || one.at > best.at ? one : best), null);
}
