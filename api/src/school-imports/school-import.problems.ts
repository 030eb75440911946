import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const schoolImportNotFound = (): Problem =>
  new Problem(404, 'school_import_not_found', 'Import not found', 'There is no such import of schools.');

export const schoolImportMoveRefused = (reasons: readonly { readonly message: string }[]): Problem =>
  new Problem(
    409,
    'school_import_move_refused',
    'This cannot be done now',
    reasons.map((reason) => `${reason.message}.`).join(' '),
  );

export const schoolImportRunning = (): Problem =>
  new Problem(
    409,
    'school_import_running',
    'Another import is under way',
    'Finish or cancel that one first. Two at once would overwrite each other.',
  );

export const schoolImportUndoBlocked = (reason: string): Problem =>
  new Problem(409, 'school_import_undo_blocked', 'This import cannot be undone', reason);

export const schoolImportFilesGone = (): Problem =>
  new Problem(
    410,
    'school_import_files_gone',
    'The file is no longer kept',
    'Files of imports are kept until the import is over for a day. Upload the file again.',
  );

export const schoolFileLengthMissing = (): Problem =>
  new Problem(411, 'school_file_length_missing', 'Say how long the file is', 'Send the request with a Content-Length.');

export const schoolFileTooLarge = (): Problem =>
  new Problem(413, 'school_file_too_large', 'The file is too large', 'The files together must be smaller than 100 MB.');

export const schoolFormUnknown = (): Problem =>
  new Problem(
    415,
    'school_form_unknown',
    'Send the files as a form',
    'The request must be multipart/form-data with the parts extract, links (if any) and laCodes.',
  );

export const schoolUploadBroken = (): Problem =>
  new Problem(
    400,
    'school_upload_broken',
    'The file did not arrive whole',
    'Check your connection and upload it again. Nothing was kept.',
  );

export const extractMissing = (): Problem =>
  fieldsInvalid([{ pointer: '/extract', code: 'extract_missing', detail: 'Choose the extract of the register' }]);

export const extractNotCsv = (pointer: '/extract' | '/links'): Problem =>
  fieldsInvalid([
    {
      pointer,
      code: 'file_not_csv',
      detail: 'The file must be a CSV, as the register gives it. Its name must end in .csv',
    },
  ]);

export const laCodesInvalid = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/laCodes',
      code: 'la_codes_invalid',
      detail: 'Enter codes of 3 digits, separated by commas, such as 857, 856',
    },
  ]);
