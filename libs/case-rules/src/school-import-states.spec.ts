import {
  availableSchoolImportVerbs,
  isSchoolImportUnderWay,
  moveSchoolImport,
  SCHOOL_IMPORT_STATUSES,
} from './index.js';

describe('an import of schools', () => {
  const confirm = (errors: number, skipsErrors: boolean, differences = 1) =>
    moveSchoolImport('to_review', 'confirm', { errors, skipsErrors, differences });

  it('imports all or nothing, unless somebody chooses the good rows', () => {
    expect(confirm(0, false)).toEqual({ allowed: true, status: 'applying' });
    expect(confirm(1, false)).toMatchObject({ allowed: false, reasons: [{ code: 'import_has_errors' }] });
    expect(confirm(1, true)).toEqual({ allowed: true, status: 'applying' });
  });

  it('is not confirmed when it would change nothing', () => {
    expect(confirm(0, false, 0)).toMatchObject({ allowed: false, reasons: [{ code: 'import_changes_nothing' }] });
  });

  it('can be undone for 24 hours', () => {
    expect(moveSchoolImport('applied', 'undo', { hoursSinceApplied: 23 }).allowed).toBe(true);
    expect(moveSchoolImport('applied', 'undo', { hoursSinceApplied: 24 }).allowed).toBe(false);
    expect(moveSchoolImport('undone', 'undo', { hoursSinceApplied: 0 }).allowed).toBe(false);
  });

  it('belongs to administrators, and a worker is at it in three of its stages', () => {
    expect(availableSchoolImportVerbs('to_review', ['administrator'])).toEqual(['confirm', 'cancel']);
    expect(availableSchoolImportVerbs('to_review', ['coordinator'])).toEqual([]);
    expect(SCHOOL_IMPORT_STATUSES.filter(isSchoolImportUnderWay)).toEqual(['queued', 'reading', 'applying']);
  });
});
