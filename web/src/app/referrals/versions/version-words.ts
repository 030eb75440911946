import type { ReferralVersionItem } from '@panel/api-client';
import { instantText } from '@panel/ui';

const kinds: Readonly<Record<ReferralVersionItem['kind'], string>> = {
  submission: 'submitted',
  resubmission: 'submitted again',
  amendment: 'amended',
};

/** "Version 2: amended". */
export function versionHeading({ number, kind }: Pick<ReferralVersionItem, 'number' | 'kind'>): string {
  return `Version ${number}: ${kinds[kind]}`;
}

/** "Version 2, amended 24 November 2026 at 9:30am". */
export function versionOption({ number, kind, madeAt }: ReferralVersionItem): string {
  return `Version ${number}, ${kinds[kind]} ${instantText(madeAt)}`;
}

/** "3 answers are different". */
export function changesText(changes: number): string {
  if (changes === 0) return 'No answer is different';
  return changes === 1 ? '1 answer is different' : `${changes} answers are different`;
}
