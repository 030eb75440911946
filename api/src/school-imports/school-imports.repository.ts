import { Injectable } from '@nestjs/common';
import type { SchoolImportStatus } from '@panel/case-rules';
import type { RegisterLink, RegisterSchool } from '@panel/reference';

import type { Scope, Tx } from '../database/transactions.js';
import type { SchoolChange } from './compare-school.js';
import type { UploadedSchoolFile } from './school-file-upload.js';
import type { SchoolImportAction, SchoolImportCounts } from './school-import.dto.js';

export interface AuthorityScope extends Scope {
  readonly authorityId: number;
}

export interface StoredFileProblem {
  readonly code: string;
  readonly message: string;
  readonly details: readonly string[];
}

export interface StoredUndo {
  readonly trustsMade: readonly string[];
  readonly trustsRenamed: readonly { readonly id: string; readonly name: string }[];
  readonly linksMade: readonly string[];
}

export interface StoredImport {
  readonly id: string;
  readonly authorityId: number;
  version: number;
  status: SchoolImportStatus;
  readonly fileName: string;
  readonly linksFileName: string | null;
  readonly laCodes: string[];
  encoding: string | null;
  progressDone: number;
  progressTotal: number;
  counts: SchoolImportCounts | null;
  structureProblem: StoredFileProblem | null;
  note: string | null;
  failure: string | null;
  skipsErrors: boolean;
  links: readonly RegisterLink[] | null;
  undo: StoredUndo | null;
  readonly startedByName: string;
  readonly queuedAt: Date;
  enqueuedAt: Date | null;
  readAt: Date | null;
  confirmedBy: string | null;
  confirmedAt: Date | null;
  appliedAt: Date | null;
  undoneBy: string | null;
  undoneAt: Date | null;
  readonly hasFiles: boolean;
}

/** One that was made by hand may have no code of an authority. */
export interface SchoolBefore extends Omit<RegisterSchool, 'laCode'> {
  readonly laCode: string | null;
}

export interface StoredRow {
  readonly rowNumber: number;
  readonly urn: string;
  readonly name: string;
  readonly action: SchoolImportAction;
  readonly schoolId: string | null;
  readonly schoolVersion: number | null;
  readonly school: RegisterSchool | null;
  readonly before: SchoolBefore | null;
  readonly changes: readonly SchoolChange[];
  readonly errors: readonly { readonly column: string; readonly message: string }[];
}

export const rowsOnAPage = 50;

const columns = `i.id, i.authority_id as "authorityId", i.version, i.status, i.file_name as "fileName", i.links_file_name as "linksFileName",
  i.la_codes as "laCodes", i.encoding, i.progress_done as "progressDone", i.progress_total as "progressTotal", i.counts,
  i.structure_problem as "structureProblem", i.note, i.failure, i.skips_errors as "skipsErrors", i.links, i.undo, u.name as "startedByName",
  i.queued_at as "queuedAt", i.enqueued_at as "enqueuedAt", i.read_at as "readAt", i.confirmed_by as "confirmedBy",
  i.confirmed_at as "confirmedAt", i.applied_at as "appliedAt", i.undone_by as "undoneBy", i.undone_at as "undoneAt",
  exists (select 1 from school_import_files f where f.authority_id = i.authority_id and f.school_import_id = i.id) as "hasFiles"`;

/** Imports, their files and their rows. They are the authority's; who may see them is a matter of permissions. */
@Injectable()
export class SchoolImportsRepository {
  findAll(tx: Tx, { authorityId }: AuthorityScope): Promise<StoredImport[]> {
    return tx.rows<StoredImport>(
      `select ${columns} from school_imports i join users u on u.id = i.started_by
        where i.authority_id = $1 order by i.queued_at desc, i.id desc limit 50`,
      [authorityId],
    );
  }

  async find(tx: Tx, { authorityId }: AuthorityScope, id: string): Promise<StoredImport | null> {
    const [row] = await tx.rows<StoredImport>(
      `select ${columns} from school_imports i join users u on u.id = i.started_by where i.authority_id = $1 and i.id = $2`,
      [authorityId, id],
    );
    return row ?? null;
  }

  async lock(tx: Tx, scope: AuthorityScope, id: string): Promise<StoredImport | null> {
    await tx.rows('select 1 from school_imports where authority_id = $1 and id = $2 for update', [
      scope.authorityId,
      id,
    ]);
    return this.find(tx, scope, id);
  }

  /** One import of an authority at a time. */
  async isAnyUnderWay(tx: Tx, { authorityId }: AuthorityScope): Promise<boolean> {
    // Held until the end: two people who start in the same instant come one after the other.
    await tx.rows("select pg_advisory_xact_lock(hashtext('school_imports'), $1)", [authorityId]);
    const rows = await tx.rows(
      `select 1 from school_imports where authority_id = $1 and status in ('queued', 'reading', 'to_review', 'applying') limit 1`,
      [authorityId],
    );
    return rows.length > 0;
  }

  /** Codes of the newest import that was applied, else of the schools that are there. */
  async suggestLaCodes(tx: Tx, { authorityId }: AuthorityScope): Promise<string[]> {
    const [row] = await tx.rows<{ codes: string[] | null }>(
      `select coalesce(
         (select la_codes from school_imports where authority_id = $1 and status = 'applied' order by applied_at desc limit 1),
         (select array_agg(code order by code) from (select distinct la_code as code from schools where authority_id = $1 and la_code is not null
            limit 20) c)) as codes`,
      [authorityId],
    );
    return row?.codes ?? [];
  }

  async insert(
    tx: Tx,
    started: {
      readonly authorityId: number;
      readonly fileName: string;
      readonly sizeBytes: number;
      readonly linksFileName: string | null;
      readonly laCodes: readonly string[];
      readonly startedBy: string;
      readonly queuedAt: Date;
    },
  ): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into school_imports (authority_id, file_name, size_bytes, links_file_name, la_codes, started_by, queued_at)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [
        started.authorityId,
        started.fileName,
        started.sizeBytes,
        started.linksFileName,
        started.laCodes,
        started.startedBy,
        started.queuedAt,
      ],
    );
    if (!row) throw new Error('the insert of an import gave no id');
    return row.id;
  }

  async insertFile(tx: Tx, { authorityId }: AuthorityScope, importId: string, file: UploadedSchoolFile): Promise<void> {
    for (const [number, bytes] of file.pieces.entries()) {
      await tx.rows(
        'insert into school_import_files (authority_id, school_import_id, kind, number, bytes) values ($1, $2, $3, $4, $5)',
        [authorityId, importId, file.kind, number, bytes],
      );
    }
  }

  async findPieces(
    tx: Tx,
    { authorityId }: AuthorityScope,
    importId: string,
    kind: 'extract' | 'links',
  ): Promise<Buffer[]> {
    const rows = await tx.rows<{ bytes: Buffer }>(
      `select bytes from school_import_files where authority_id = $1 and school_import_id = $2 and kind = $3 order by number`,
      [authorityId, importId, kind],
    );
    return rows.map(({ bytes }) => bytes);
  }

  /** Saves a locked import as its next version. */
  async save(tx: Tx, changed: StoredImport): Promise<void> {
    changed.version += 1;
    await tx.rows(
      `update school_imports set version = $3, status = $4, encoding = $5, progress_done = $6, progress_total = $7, counts = $8,
         structure_problem = $9, note = $10, failure = $11, skips_errors = $12, links = $13, undo = $14, enqueued_at = $15, read_at = $16,
         confirmed_by = $17, confirmed_at = $18, applied_at = $19, undone_by = $20, undone_at = $21
        where authority_id = $1 and id = $2`,
      [
        changed.authorityId,
        changed.id,
        changed.version,
        changed.status,
        changed.encoding,
        changed.progressDone,
        changed.progressTotal,
        json(changed.counts),
        json(changed.structureProblem),
        changed.note,
        changed.failure,
        changed.skipsErrors,
        json(changed.links),
        json(changed.undo),
        changed.enqueuedAt,
        changed.readAt,
        changed.confirmedBy,
        changed.confirmedAt,
        changed.appliedAt,
        changed.undoneBy,
        changed.undoneAt,
      ],
    );
  }

  async markEnqueued(tx: Tx, { authorityId }: AuthorityScope, id: string, at: Date): Promise<void> {
    await tx.rows('update school_imports set enqueued_at = $3 where authority_id = $1 and id = $2', [
      authorityId,
      id,
      at,
    ]);
  }

  /** Progress and a sign of life. False when the import is no longer read: cancelled meanwhile, or ended by another worker. */
  async progress(
    tx: Tx,
    { authorityId }: AuthorityScope,
    id: string,
    { done, total, at }: { readonly done: number; readonly total: number; readonly at: Date },
  ): Promise<boolean> {
    const rows = await tx.rows(
      `update school_imports set progress_done = $3, progress_total = $4, enqueued_at = $5
        where authority_id = $1 and id = $2 and status = 'reading' returning id`,
      [authorityId, id, done, total, at],
    );
    return rows.length === 1;
  }

  async findForgotten(tx: Tx, { authorityId }: AuthorityScope, silentSince: Date): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `select id from school_imports where authority_id = $1 and status in ('queued', 'reading', 'applying')
          and coalesce(enqueued_at, queued_at) < $2`,
      [authorityId, silentSince],
    );
    return rows.map(({ id }) => id);
  }

  /** In place of those of an earlier reading, if there was one. */
  async replaceRows(
    tx: Tx,
    { authorityId }: AuthorityScope,
    importId: string,
    rows: readonly StoredRow[],
  ): Promise<void> {
    await tx.rows('delete from school_import_rows where authority_id = $1 and school_import_id = $2', [
      authorityId,
      importId,
    ]);
    for (let start = 0; start < rows.length; start += 5_000) {
      await tx.rows(
        `insert into school_import_rows (authority_id, school_import_id, row_number, urn, name, action, school_id, school_version, school,
           before, changes, errors)
         select $1, $2, r."rowNumber", r.urn, r.name, r.action, r."schoolId", r."schoolVersion", r.school, r.before, r.changes, r.errors
           from jsonb_to_recordset($3::jsonb) as r("rowNumber" integer, urn text, name text, action text, "schoolId" uuid,
                "schoolVersion" integer, school jsonb, before jsonb, changes jsonb, errors jsonb)`,
        [authorityId, importId, JSON.stringify(rows.slice(start, start + 5_000))],
      );
    }
  }

  findRows(
    tx: Tx,
    { authorityId }: AuthorityScope,
    importId: string,
    { action, after }: { readonly action: SchoolImportAction; readonly after: number },
  ): Promise<StoredRow[]> {
    return tx.rows<StoredRow>(
      `select row_number as "rowNumber", urn, name, action, changes, errors from school_import_rows
        where authority_id = $1 and school_import_id = $2 and action = $3 and row_number > $4
        order by row_number limit ${rowsOnAPage + 1}`,
      [authorityId, importId, action, after],
    );
  }

  async findErrors(tx: Tx, { authorityId }: AuthorityScope, importId: string): Promise<ReadonlyMap<number, string>> {
    const rows = await tx.rows<{ rowNumber: number; text: string }>(
      `select row_number as "rowNumber", (select string_agg(e ->> 'message', '; ') from jsonb_array_elements(errors) e) as text
         from school_import_rows where authority_id = $1 and school_import_id = $2 and action = 'error'`,
      [authorityId, importId],
    );
    return new Map(rows.map(({ rowNumber, text }) => [rowNumber, text]));
  }

  /** Files of imports that are over, or that nobody went on with, since before these times. */
  async deleteOldFiles(tx: Tx, { authorityId }: AuthorityScope, over: Date, waiting: Date): Promise<void> {
    await tx.rows(
      `delete from school_import_files f using school_imports i
        where f.authority_id = $1 and i.authority_id = $1 and i.id = f.school_import_id
          and ((i.status in ('applied', 'undone', 'rejected', 'cancelled', 'failed') and coalesce(i.applied_at, i.queued_at) < $2)
            or (i.status = 'to_review' and i.queued_at < $3))`,
      [authorityId, over, waiting],
    );
  }
}

function json(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
