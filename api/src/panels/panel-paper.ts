import { createHash } from 'node:crypto';

/** The summary of a case as the panel reads it: initials, no name. Kept as it was when the papers were published. */
export interface PanelPaper {
  readonly reference: string;
  readonly pupilInitials: string;
  readonly schoolName: string;
  readonly ncYear: string | null;
  readonly primaryNeed: string | null;
  readonly isUrgent: boolean;
  /** Of the newest assessment at that moment; null without one. */
  readonly assessmentNumber: number | null;
  readonly riskLevel: 'low' | 'medium' | 'high' | null;
  readonly weeklyHoursHundredths: number | null;
  readonly annualValuePence: number | null;
  readonly requestedSupport: string;
  readonly desiredOutcomes: string;
}

/** SHA-256 in hexadecimal. Fields are taken in the order of their names, as the database does not keep theirs. */
export function paperHash(paper: PanelPaper): string {
  const fields = Object.entries(paper).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify(fields));
}

/** One hash for the whole pack: of the papers' hashes in the order of the agenda. */
export function papersHash(papers: readonly PanelPaper[]): string {
  return sha256(papers.map(paperHash).join('\n'));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
