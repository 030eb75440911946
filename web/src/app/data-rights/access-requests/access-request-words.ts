import type {
  AccessRequestListItem,
  IdentityCheck,
  PackDocument,
  PackDocumentUnavailable,
  PassageKind,
  ProvenIdentityCheck,
  RequesterRelation,
} from '@panel/api-client';
import { fileSizeText } from '@panel/case-rules';
import type { Option, TagColour } from '@panel/ui';

export const requesterRelations: readonly Option<RequesterRelation>[] = [
  { value: 'parent_or_carer', text: 'Parent or carer' },
  { value: 'young_person', text: 'The young person' },
  { value: 'representative', text: 'A representative, such as a solicitor' },
  { value: 'other', text: 'Somebody else' },
];

export const provenChecks: readonly Option<ProvenIdentityCheck>[] = [
  { value: 'documents_seen', text: 'Documents seen' },
  { value: 'known_in_person', text: 'Known in person' },
  { value: 'verified_online', text: 'Verified online' },
];

export const identityChecks: readonly Option<IdentityCheck>[] = [
  ...provenChecks,
  { value: 'to_be_proven', text: 'Not proven yet', hint: 'The month starts when the proof arrives.' },
];

const passageKinds: Readonly<Record<PassageKind, string>> = {
  other_child: 'Another child',
  family: 'A member of the family',
  named_person: 'A named person',
  contact: 'Contact details',
  safe_contact: 'A note about safe contact',
  staff: 'A member of staff',
  marked: 'Marked by you',
};

export function passageKindText(kind: PassageKind): string {
  return passageKinds[kind];
}

/** "Report.pdf, version 2 (1.4 MB)". */
export function packDocumentText({ fileName, versionNumber, sizeBytes }: PackDocument): string {
  return `${fileName}, version ${versionNumber} (${fileSizeText(sizeBytes)})`;
}

const unavailableTexts: Readonly<Record<PackDocumentUnavailable, string>> = {
  removed: 'it was removed from the case',
  quarantined: 'it had not been checked for viruses when the pack was collected; prepare the pack again',
  infected: 'the check for viruses found something in it',
  failed: 'it could not be checked for viruses',
};

export function unavailableText({ unavailable }: PackDocument): string {
  return unavailable === null ? '' : unavailableTexts[unavailable];
}

export function textOf<T extends string>(options: readonly Option<T>[], value: T): string {
  return options.find((option) => option.value === value)?.text ?? value;
}

export function statusOf(item: AccessRequestListItem): { readonly text: string; readonly colour: TagColour } {
  if (item.status === 'released') return { text: 'Answered', colour: 'green' };
  if (item.status === 'refused') return { text: 'Refused', colour: 'grey' };
  if (item.status === 'withdrawn') return { text: 'Withdrawn', colour: 'grey' };
  if (item.isPaused) return { text: 'Clock paused', colour: 'yellow' };
  return item.isOverdue ? { text: 'Overdue', colour: 'red' } : { text: 'Open', colour: 'blue' };
}

/** How far the review of a pack is. */
export function passagesText(undecided: number, all: number): string {
  if (all === 0) return 'No passage seems to be about somebody else.';
  const found = all === 1 ? '1 passage may be about somebody else' : `${all} passages may be about somebody else`;
  if (undecided === 0) return `${found}. ${all === 1 ? 'It is decided.' : 'All are decided.'}`;
  if (undecided === all) return `${found}. None is decided yet.`;
  return `${found}. ${undecided} ${undecided === 1 ? 'is' : 'are'} not decided yet.`;
}

export function documentsText(undecided: number): string {
  if (undecided === 0) return 'Every document is decided.';
  return undecided === 1 ? '1 document is not decided yet.' : `${undecided} documents are not decided yet.`;
}
