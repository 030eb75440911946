import type { CaseEventKind } from '@panel/api-client';
import type { Option } from '@panel/ui';

const words: Readonly<Record<CaseEventKind, string>> = {
  referral: 'Referral',
  consent: 'Consent',
  documents: 'Documents',
  assessment: 'Assessment',
  support: 'Support so far',
  panel: 'Panel',
  delivery: 'Support given',
  outcomes: 'Reviews and outcomes',
  notes: 'Notes',
  tasks: 'Tasks',
  corrections: 'Corrections',
};

function isKind(text: string): text is CaseEventKind {
  return Object.hasOwn(words, text);
}

/** A kind of an address; nothing when it is none. */
export function kindOf(text: string | undefined): CaseEventKind | undefined {
  return text !== undefined && isKind(text) ? text : undefined;
}

export const eventKinds: readonly Option[] = [
  { value: '', text: 'Everything' },
  ...Object.entries(words).map(([value, text]) => ({ value, text })),
];
