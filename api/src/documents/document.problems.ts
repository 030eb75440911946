import { Problem } from '../common/problem.js';
import type { ContentProblem } from './content/content-problem.js';
import { StoreUnavailable } from './document-store.js';

export const documentNotFound = (): Problem =>
  new Problem(404, 'document_not_found', 'Document not found', 'There is no such document, or it is not yours to see.');

export const documentNotReleased = (): Problem =>
  new Problem(
    409,
    'document_not_released',
    'This file cannot be opened',
    'A file can be opened only when the virus scan has found it clean.',
  );

export const documentRemoved = (): Problem =>
  new Problem(409, 'document_removed', 'This document was removed', 'It can no longer be opened, replaced or removed.');

export const documentsClosed = (): Problem =>
  new Problem(
    409,
    'documents_closed',
    'The case has ended',
    'Documents can be added, replaced or removed only while the referral is open.',
  );

export const documentsFull = (most: number): Problem =>
  new Problem(
    409,
    'documents_full',
    'There are too many documents',
    `At most ${most} can be kept here. Remove one that is no longer needed.`,
  );

export const documentLengthMissing = (): Problem =>
  new Problem(411, 'document_length_missing', 'Say how long the file is', 'Send the request with a Content-Length.');

export const documentTooLarge = (): Problem =>
  new Problem(413, 'document_too_large', 'The file is too large', 'The file must be smaller than 20 MB.');

export const documentFormUnknown = (): Problem =>
  new Problem(
    415,
    'document_form_unknown',
    'Send the file as a form',
    'The request must be multipart/form-data with one part named "file" and nothing else.',
  );

export const documentUploadBroken = (): Problem =>
  new Problem(
    400,
    'document_upload_broken',
    'The file did not arrive whole',
    'Check your connection and upload it again. Nothing was kept.',
  );

const documentsUnreachable = (): Problem =>
  new Problem(
    503,
    'documents_unreachable',
    'Files cannot be reached at the moment',
    'Nothing was changed. Try again in a few minutes.',
    [],
    60,
  );

/** What a person is told of a failure of the store; any other error as it is. */
export const storeProblem = (error: unknown): unknown =>
  error instanceof StoreUnavailable ? documentsUnreachable() : error;

const words: Readonly<Record<ContentProblem | 'document_type_unknown' | 'document_empty', string>> = {
  document_type_unknown: 'The file must be a PDF, DOCX, ODT, JPG or PNG.',
  document_empty: 'The file is empty.',
  document_type_mismatch:
    'The file is not what its name says. Open it, save it as a PDF, DOCX, ODT, JPG or PNG, and upload that.',
  document_encrypted: 'The file has a password. Remove the password and upload it again.',
  document_active:
    'The file has macros, scripts or other files inside. Save it as a plain document or PDF and upload that.',
  document_damaged: 'The file is damaged. Open it, save it again, and upload that.',
  document_image_too_large: 'The picture has too many pixels. Make it smaller and upload it again.',
  document_archive_too_large: 'The file is too large when it is unpacked. Save it as a PDF and upload that.',
};

/** The person chose a file that is not accepted. */
export const documentNotAccepted = (code: keyof typeof words): Problem =>
  new Problem(422, 'document_not_accepted', 'This file is not accepted', words[code], [
    { pointer: '/file', code, detail: words[code] },
  ]);
