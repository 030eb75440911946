import { availableSchoolImportVerbs, type Role, SCHOOL_IMPORT_UNDO_HOURS } from '@panel/case-rules';

import type { SchoolImport, SchoolImportRow } from './school-import.dto.js';
import type { StoredImport, StoredRow } from './school-imports.repository.js';

const hourMilliseconds = 3_600_000;

/** Whole hours since an import was applied. */
export function hoursSince(at: Date, now: Date): number {
  return Math.floor((now.getTime() - at.getTime()) / hourMilliseconds);
}

export function undoUntil(appliedAt: Date): Date {
  return new Date(appliedAt.getTime() + SCHOOL_IMPORT_UNDO_HOURS * hourMilliseconds);
}

export function toSchoolImport(
  stored: StoredImport,
  reader: { readonly roles: readonly Role[]; readonly now: Date },
): SchoolImport {
  const canUndo = stored.appliedAt !== null && undoUntil(stored.appliedAt) > reader.now;
  return {
    id: stored.id,
    version: stored.version,
    status: stored.status,
    fileName: stored.fileName,
    linksFileName: stored.linksFileName,
    laCodes: stored.laCodes,
    encoding: stored.encoding,
    progressDone: stored.progressDone,
    progressTotal: stored.progressTotal,
    counts: stored.counts,
    structureProblem: stored.structureProblem && {
      ...stored.structureProblem,
      details: [...stored.structureProblem.details],
    },
    note: stored.note,
    failure: stored.failure,
    skipsErrors: stored.skipsErrors,
    hasErrorsCopy: stored.hasFiles && (stored.counts?.errors ?? 0) > 0,
    startedByName: stored.startedByName,
    queuedAt: stored.queuedAt.toISOString(),
    appliedAt: stored.appliedAt?.toISOString() ?? null,
    undoUntil: stored.appliedAt && stored.status === 'applied' ? undoUntil(stored.appliedAt).toISOString() : null,
    undoneAt: stored.undoneAt?.toISOString() ?? null,
    availableVerbs: availableSchoolImportVerbs(stored.status, reader.roles).filter(
      (verb) => verb !== 'undo' || canUndo,
    ),
  };
}

export function toSchoolImportRow({ rowNumber, urn, name, changes, errors }: StoredRow): SchoolImportRow {
  return { rowNumber, urn, name, changes: [...changes], errors: [...errors] };
}
