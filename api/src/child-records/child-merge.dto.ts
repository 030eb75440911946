import { NC_YEARS, SEXES } from '@panel/reference';

import {
  DateOnly,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  TextList,
  Uuid,
  WholeNumber,
  YesNo,
} from '../common/fields.js';

export const MERGED_FIELDS = [
  'upn',
  'legalForename',
  'legalSurname',
  'preferredName',
  'bornOn',
  'sex',
  'ncYear',
] as const;
export type MergedField = (typeof MERGED_FIELDS)[number];

/** From which of the two records a value is taken. */
export const MERGE_SIDES = ['kept', 'merged'] as const;
export type MergeSide = (typeof MERGE_SIDES)[number];

const years = NC_YEARS.map(({ code }) => code);
const sexes = SEXES.map(({ code }) => code);

export class PreviewChildMerge {
  @Uuid({ description: 'The record that stays.' })
  keptChildId: string;

  @Uuid({ description: 'The record that becomes part of it.' })
  mergedChildId: string;
}

export class MergeFacts {
  @Text({ max: 13 })
  upn: string;

  @Text({ max: 200 })
  legalForename: string;

  @Text({ max: 200 })
  legalSurname: string;

  @Text({ max: 200 })
  preferredName: string;

  @DateOnly()
  bornOn: string;

  @OneOf(sexes, { name: 'SexCode' })
  sex: string;

  @OneOf(years, { nullable: true, name: 'NcYearCode', description: 'Null: the year that the birth date says.' })
  ncYear: string | null;
}

export class MergeReferral {
  @Text({ max: 20 })
  reference: string;

  @Text({ max: 200 })
  schoolName: string;

  @Text({ max: 30 })
  status: string;

  @YesNo()
  isOpen: boolean;
}

export class MergeRecord {
  @Uuid()
  id: string;

  @WholeNumber()
  version: number;

  @Nested(() => MergeFacts)
  facts: MergeFacts;

  @ListOf(() => MergeReferral)
  referrals: MergeReferral[];

  @WholeNumber()
  documents: number;

  @WholeNumber()
  siblings: number;

  @WholeNumber({ description: 'Changes of school that were recorded by hand.' })
  moves: number;

  @WholeNumber()
  accessRequests: number;

  @WholeNumber({ description: 'Holds on the child; those on a case stay with the case.' })
  legalHolds: number;
}

export class ChildMergePreview {
  @Nested(() => MergeRecord)
  kept: MergeRecord;

  @Nested(() => MergeRecord)
  merged: MergeRecord;

  @TextList({ description: 'Why they cannot be merged now, and what to do. Empty: they can.' })
  obstacles: string[];
}

export class PickedSides {
  @OneOf(MERGE_SIDES, { name: 'MergeSide' })
  upn: MergeSide;

  @OneOf(MERGE_SIDES, { name: 'MergeSide' })
  legalForename: MergeSide;

  @OneOf(MERGE_SIDES, { name: 'MergeSide' })
  legalSurname: MergeSide;

  @OneOf(MERGE_SIDES, { name: 'MergeSide' })
  preferredName: MergeSide;

  @OneOf(MERGE_SIDES, { name: 'MergeSide' })
  bornOn: MergeSide;

  @OneOf(MERGE_SIDES, { name: 'MergeSide' })
  sex: MergeSide;

  @OneOf(MERGE_SIDES, { name: 'MergeSide' })
  ncYear: MergeSide;
}

export class MergeChildren extends PreviewChildMerge {
  @WholeNumber({ min: 1, description: 'Of the record that stays, as it was read.' })
  keptVersion: number;

  @WholeNumber({ min: 1 })
  mergedVersion: number;

  @Nested(() => PickedSides)
  picks: PickedSides;

  @Text({ max: 1000, min: 1 })
  reason: string;
}

export class UndoChildMerge {
  @Text({ max: 1000, min: 1 })
  reason: string;
}

export class ChildMerge {
  @Uuid()
  id: string;

  @WholeNumber()
  version: number;

  @Uuid()
  keptChildId: string;

  @Text({ max: 500 })
  childName: string;

  @Text({ max: 1000 })
  reason: string;

  @Text({ max: 200 })
  mergedByName: string;

  @Instant()
  mergedAt: string;

  @Instant({ description: 'Until when it can be undone.' })
  undoUntil: string;

  @YesNo()
  canUndo: boolean;

  @TextList({ description: 'References of the referrals that moved.' })
  referrals: string[];

  @WholeNumber()
  accessRequests: number;

  @WholeNumber()
  legalHolds: number;

  @TextList({ description: 'What has happened since, and what that means for an undo.' })
  changesSince: string[];

  @Instant({ nullable: true })
  undoneAt: string | null;

  @Text({ max: 200, nullable: true })
  undoneByName: string | null;

  @Text({ max: 1000, nullable: true })
  undoReason: string | null;
}
