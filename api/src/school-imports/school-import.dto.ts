import { SCHOOL_IMPORT_STATUSES, type SchoolImportStatus } from '@panel/case-rules';
import { ApiProperty } from '@nestjs/swagger';

import { Instant, ListOf, Nested, OneOf, Text, TextList, Uuid, WholeNumber, YesNo } from '../common/fields.js';

export const SCHOOL_IMPORT_ACTIONS = ['new', 'changed', 'closed', 'kept', 'error'] as const;
export type SchoolImportAction = (typeof SCHOOL_IMPORT_ACTIONS)[number];

export class UploadSchoolExtract {
  @ApiProperty({ type: String, format: 'binary', description: 'The extract (edubasealldata…csv), at most 100 MB.' })
  extract: unknown;

  @ApiProperty({
    type: String,
    format: 'binary',
    required: false,
    description: 'The links (links_edubasealldata…csv).',
  })
  links?: unknown;

  @ApiProperty({
    type: String,
    maxLength: 1000,
    description: 'Codes of the authorities whose schools are imported, such as "857, 856"; empty: of all of them.',
  })
  laCodes: string;
}

export class ConfirmSchoolImport {
  @YesNo({ description: 'True: rows with errors are left out. False: all rows or none.' })
  skipsErrors: boolean;
}

export class SchoolImportRowParameters {
  @OneOf(SCHOOL_IMPORT_ACTIONS, {
    optional: true,
    name: 'SchoolImportAction',
    description: 'New ones unless told otherwise.',
  })
  action?: SchoolImportAction;

  @Text({ max: 10, optional: true, description: 'The `nextAfter` of the page before.' })
  after?: string;
}

export class SchoolImportSchool {
  @Text({ max: 6 })
  urn: string;

  @Text({ max: 200 })
  name: string;
}

export class SchoolImportCounts {
  @WholeNumber({ description: 'Rows of the file under the header.' })
  rows: number;

  @WholeNumber({ description: 'Rows of other authorities, which are not looked at.' })
  skipped: number;

  @WholeNumber()
  new: number;

  @WholeNumber()
  changed: number;

  @WholeNumber()
  closed: number;

  @WholeNumber()
  unchanged: number;

  @WholeNumber({
    description: 'Schools that differ only where somebody corrected them by hand; these stay as they are.',
  })
  kept: number;

  @WholeNumber()
  errors: number;

  @WholeNumber({ description: 'Links between a school and its successor that are new.' })
  links: number;

  @WholeNumber({ description: 'Schools of these authorities in the register that the file does not have; they stay.' })
  missing: number;

  @ListOf(() => SchoolImportSchool, { description: 'The first of these.' })
  missingSchools: SchoolImportSchool[];
}

export class SchoolFileProblem {
  @Text({ max: 60 })
  code: string;

  @Text({ max: 500 })
  message: string;

  @TextList({ description: 'What exactly: columns, or rows as Excel numbers them.' })
  details: string[];
}

export class SchoolImport {
  @Uuid()
  id: string;

  @WholeNumber()
  version: number;

  @OneOf(SCHOOL_IMPORT_STATUSES, { name: 'SchoolImportStatus' })
  status: SchoolImportStatus;

  @Text({ max: 200 })
  fileName: string;

  @Text({ max: 200, nullable: true })
  linksFileName: string | null;

  @TextList({ description: 'Empty: of all authorities.' })
  laCodes: string[];

  @Text({ max: 20, nullable: true })
  encoding: string | null;

  @WholeNumber()
  progressDone: number;

  @WholeNumber({ description: 'Rows; 0 until they are counted.' })
  progressTotal: number;

  @Nested(() => SchoolImportCounts, { nullable: true })
  counts: SchoolImportCounts | null;

  @Nested(() => SchoolFileProblem, { nullable: true })
  structureProblem: SchoolFileProblem | null;

  @Text({ max: 500, nullable: true, description: 'Why it is to be reviewed again.' })
  note: string | null;

  @Text({ max: 500, nullable: true })
  failure: string | null;

  @YesNo()
  skipsErrors: boolean;

  @YesNo({ description: 'Whether the copy of the file with its errors can still be downloaded.' })
  hasErrorsCopy: boolean;

  @Text({ max: 200 })
  startedByName: string;

  @Instant()
  queuedAt: string;

  @Instant({ nullable: true })
  appliedAt: string | null;

  @Instant({ nullable: true, description: 'Until when it can be undone.' })
  undoUntil: string | null;

  @Instant({ nullable: true })
  undoneAt: string | null;

  @TextList({ description: 'What the person asking may do with it now.' })
  availableVerbs: string[];
}

export class SchoolImportList {
  @ListOf(() => SchoolImport)
  items: SchoolImport[];

  @TextList({ description: 'The codes of the import before, or of the schools that are there.' })
  suggestedLaCodes: string[];
}

export class SchoolImportChange {
  @Text({ max: 60 })
  field: string;

  @Text({ max: 500, nullable: true })
  from: string | null;

  @Text({ max: 500, nullable: true })
  to: string | null;

  @YesNo({ description: 'True: corrected by hand here, so the value stays.' })
  isKept: boolean;
}

export class SchoolImportCellError {
  @Text({ max: 60 })
  column: string;

  @Text({ max: 500 })
  message: string;
}

export class SchoolImportRow {
  @WholeNumber({ description: 'As Excel numbers it: the header is row 1.' })
  rowNumber: number;

  @Text({ max: 100 })
  urn: string;

  @Text({ max: 500 })
  name: string;

  @ListOf(() => SchoolImportChange)
  changes: SchoolImportChange[];

  @ListOf(() => SchoolImportCellError)
  errors: SchoolImportCellError[];
}

export class SchoolImportRowPage {
  @ListOf(() => SchoolImportRow)
  items: SchoolImportRow[];

  @Text({ max: 10, nullable: true })
  nextAfter: string | null;
}
