import { DateOnly, Instant, ListOf, Nested, OneOf, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';
import { UNAVAILABLE_REASONS } from './pack-documents.js';
import { PASSAGE_KINDS } from './pack-passages.js';

export const REQUESTER_RELATIONS = ['parent_or_carer', 'young_person', 'representative', 'other'] as const;
export const IDENTITY_CHECKS = ['documents_seen', 'known_in_person', 'verified_online', 'to_be_proven'] as const;
const PROVEN_CHECKS = IDENTITY_CHECKS.filter((check) => check !== 'to_be_proven');
export const ACCESS_REQUEST_STATUSES = ['open', 'released', 'refused', 'withdrawn'] as const;
export const PACK_STATUSES = [
  'queued',
  'running',
  'in_review',
  'failed',
  'superseded',
  'released',
  'destroyed',
] as const;

/** By pupil number or by the reference of a case; in the body, as neither belongs in an address or a log. */
export class FindChild {
  @Text({ max: 20, min: 1 })
  upnOrReference: string;
}

export class FoundChild {
  @Uuid()
  id: string;

  @Text({ max: 20 })
  upn: string;

  @Text({ max: 500 })
  name: string;

  @DateOnly()
  bornOn: string;

  @Text({ max: 200 })
  schoolName: string;

  @WholeNumber()
  caseCount: number;
}

export class FoundChildren {
  @ListOf(() => FoundChild)
  items: FoundChild[];
}

export class LogAccessRequest {
  @Uuid()
  childId: string;

  @Text({ max: 200, min: 1 })
  requesterName: string;

  @OneOf(REQUESTER_RELATIONS, { name: 'RequesterRelation' })
  requesterRelation: string;

  @OneOf(IDENTITY_CHECKS, { name: 'IdentityCheck' })
  identityCheck: string;

  @Text({ max: 500 })
  identityNote: string;

  @DateOnly()
  receivedOn: string;

  @Text({ max: 2000, description: 'What the person wants to know, in their words; empty: everything.' })
  wanted: string;
}

export class ProveIdentity {
  @OneOf(PROVEN_CHECKS, { name: 'ProvenIdentityCheck' })
  identityCheck: string;

  @DateOnly()
  provenOn: string;

  @Text({ max: 500 })
  note: string;
}

export class PauseAccessRequest {
  @DateOnly()
  pausedOn: string;

  @Text({ max: 2000, min: 1, description: 'What the person was asked to clarify.' })
  reason: string;
}

export class ResumeAccessRequest {
  @DateOnly()
  resumedOn: string;
}

export class ExtendAccessRequest {
  @Text({ max: 2000, min: 1, description: 'Why it is complex, as the person was told.' })
  reason: string;
}

export class CloseAccessRequest {
  @OneOf(['refused', 'withdrawn'], { name: 'AccessRequestEnd' })
  outcome: string;

  @Text({ max: 2000, min: 1 })
  reason: string;
}

export class AccessDueStep {
  @Text({ max: 20 })
  kind: string;

  @Text({ max: 200 })
  text: string;

  @DateOnly()
  date: string;
}

export class AccessRequestPause {
  @DateOnly()
  pausedOn: string;

  @Text({ max: 2000 })
  reason: string;

  @DateOnly({ nullable: true })
  resumedOn: string | null;
}

export class AccessRequestListItem {
  @Uuid()
  id: string;

  @Text({ max: 20 })
  reference: string;

  @OneOf(ACCESS_REQUEST_STATUSES, { name: 'AccessRequestStatus' })
  status: string;

  @DateOnly()
  receivedOn: string;

  @DateOnly()
  dueOn: string;

  @YesNo()
  isPaused: boolean;

  @YesNo()
  isOverdue: boolean;

  @Text({ max: 200 })
  requesterName: string;
}

export class AccessRequestList {
  @ListOf(() => AccessRequestListItem)
  items: AccessRequestListItem[];
}

export class AccessPackSummary {
  @Uuid()
  id: string;

  @OneOf(PACK_STATUSES, { name: 'AccessPackStatus' })
  status: string;

  @WholeNumber()
  progressDone: number;

  @WholeNumber()
  progressTotal: number;

  @WholeNumber({ description: 'Passages that may be about somebody else.' })
  passageCount: number;

  @WholeNumber()
  undecidedCount: number;

  @WholeNumber({ description: 'Documents that nobody has decided about.' })
  undecidedDocumentCount: number;

  @Text({ max: 500, nullable: true })
  failure: string | null;

  @Instant({ nullable: true })
  releasedAt: string | null;

  @Text({ max: 64, nullable: true, description: 'SHA-256 of the released archive, in hexadecimal.' })
  archiveSha256: string | null;
}

export class AccessRequest extends AccessRequestListItem {
  @WholeNumber()
  version: number;

  @Nested(() => FoundChild)
  child: FoundChild;

  @OneOf(REQUESTER_RELATIONS, { name: 'RequesterRelation' })
  requesterRelation: string;

  @OneOf(IDENTITY_CHECKS, { name: 'IdentityCheck' })
  identityCheck: string;

  @Text({ max: 500 })
  identityNote: string;

  @Text({ max: 2000 })
  wanted: string;

  @YesNo()
  isComplex: boolean;

  @Text({ max: 2000, nullable: true })
  complexReason: string | null;

  @ListOf(() => AccessDueStep, {
    description: 'How the due date was reckoned, step by step; the last one is the date.',
  })
  working: AccessDueStep[];

  @ListOf(() => AccessRequestPause)
  pauses: AccessRequestPause[];

  @DateOnly({ nullable: true })
  closedOn: string | null;

  @Text({ max: 2000, nullable: true })
  closingReason: string | null;

  @Nested(() => AccessPackSummary, { nullable: true })
  pack: AccessPackSummary | null;

  @Text({ max: 200 })
  loggedByName: string;
}

export class PackPassage {
  @Uuid()
  id: string;

  @Text({ max: 300 })
  place: string;

  @Text({ max: 5000 })
  context: string;

  @Text({ max: 5000 })
  passage: string;

  @OneOf(PASSAGE_KINDS, { name: 'PassageKind' })
  kind: string;

  @OneOf(['keep', 'redact'], { name: 'PassageDecision' })
  suggestion: string;

  @OneOf(['keep', 'redact'], { name: 'PassageDecision', nullable: true })
  decision: string | null;
}

export class PackDocument {
  @Uuid()
  id: string;

  @Text({ max: 500 })
  fileName: string;

  @Text({ max: 100, description: 'Where it will be in the archive.' })
  name: string;

  @WholeNumber()
  versionNumber: number;

  @WholeNumber()
  sizeBytes: number;

  @OneOf(UNAVAILABLE_REASONS, {
    name: 'PackDocumentUnavailable',
    nullable: true,
    description: 'Why its bytes cannot be in the pack, whatever is decided.',
  })
  unavailable: string | null;

  @OneOf(['include', 'withhold'], { name: 'PackDocumentDecision', nullable: true })
  decision: string | null;

  @Text({ max: 500, nullable: true })
  withheldReason: string | null;
}

export class PackEntry {
  @Text({ max: 500, description: 'JSON pointer into the content: names it when it is marked.' })
  pointer: string;

  @Text({ max: 200 })
  name: string;

  @Text({ max: 20000 })
  text: string;
}

export class PackRecord {
  @Text({ max: 200 })
  heading: string;

  @ListOf(() => PackEntry)
  entries: PackEntry[];
}

export class AccessPack {
  @Uuid()
  id: string;

  @WholeNumber({ description: 'The version of the request.' })
  version: number;

  @OneOf(PACK_STATUSES, { name: 'AccessPackStatus' })
  status: string;

  @ListOf(() => PackPassage, { max: 100_000 })
  passages: PackPassage[];

  @ListOf(() => PackDocument, { max: 5000, description: 'Every version of every document.' })
  documents: PackDocument[];

  @ListOf(() => PackRecord, { max: 100_000, description: 'Every text of the pack, to be read before it is released.' })
  records: PackRecord[];
}

export class PassageChoice {
  @Uuid()
  passageId: string;

  @OneOf(['keep', 'redact'], { name: 'PassageDecision' })
  decision: string;
}

export class DecidePassages {
  @ListOf(() => PassageChoice, { max: 1000 })
  choices: PassageChoice[];
}

export class PackDocumentChoice {
  @Uuid()
  packDocumentId: string;

  @OneOf(['include', 'withhold'], { name: 'PackDocumentDecision' })
  decision: string;

  @Text({ max: 500, description: 'Why it is withheld, for the person who asked; empty when it is included.' })
  reason: string;
}

export class DecidePackDocuments {
  @ListOf(() => PackDocumentChoice, { max: 1000 })
  choices: PackDocumentChoice[];
}

export class MarkPassage {
  @Text({ max: 500, min: 1 })
  pointer: string;

  @Text({ max: 5000, description: 'The words to mark, as they stand there; empty: the whole text.' })
  words: string;
}

export class ReleaseAccessPack {
  @YesNo({ description: 'The reviewer has read the whole pack, not only the marked passages.' })
  hasReadAll: boolean;
}
