import { Problem } from '../common/problem.js';

export const accessRequestNotFound = (): Problem =>
  new Problem(404, 'access_request_not_found', 'Access request not found', 'There is no such request here.');

export const accessPackNotFound = (): Problem =>
  new Problem(404, 'access_pack_not_found', 'Pack not found', 'No pack has been prepared for this request yet.');

export const accessRequestClosed = (): Problem =>
  new Problem(
    409,
    'access_request_closed',
    'The request is closed',
    'What was answered stays as it is. Log a new request.',
  );

export const accessRequestAlreadyPaused = (): Problem =>
  new Problem(409, 'access_request_paused', 'The clock is paused', 'Resume it before you pause it again.');

export const accessRequestNotPaused = (): Problem =>
  new Problem(409, 'access_request_not_paused', 'The clock is not paused', 'There is no pause to end.');

export const accessRequestAlreadyExtended = (): Problem =>
  new Problem(
    409,
    'access_request_extended',
    'The time was extended already',
    'It can be extended once, by two months.',
  );

export const identityAlreadyProven = (): Problem =>
  new Problem(409, 'identity_proven', 'Identity is proven already', 'How it was proven stands in the request.');

export const identityNotProven = (): Problem =>
  new Problem(
    409,
    'identity_not_proven',
    'Identity is not proven',
    'Nothing is released before it is known who asks. Record how identity was proven.',
  );

export const packBeingPrepared = (): Problem =>
  new Problem(409, 'access_pack_being_prepared', 'A pack is being prepared', 'Wait until it is there.');

export const packNotInReview = (): Problem =>
  new Problem(
    409,
    'access_pack_not_in_review',
    'The pack is not under review',
    'Prepare it, or read what was released.',
  );

export const passagesUndecided = (count: number): Problem =>
  new Problem(
    409,
    'passages_undecided',
    'Some passages are not decided',
    `Decide ${count === 1 ? 'the one passage' : `the ${count} passages`} that may be about somebody else first.`,
  );

export const documentsUndecided = (count: number): Problem =>
  new Problem(
    409,
    'documents_undecided',
    'Some documents are not decided',
    `Include or withhold ${count === 1 ? 'the one document' : `the ${count} documents`} that nobody has decided about first.`,
  );

export const packDocumentsTooLarge = (): Problem =>
  new Problem(
    409,
    'pack_documents_too_large',
    'The documents are too large for one archive',
    'Together they may have 500 MB. Withhold some, say that they are sent in another way, and send them so.',
  );

/** `name`: what the archive calls it, a number. */
export const packDocumentChanged = (name: string): Problem =>
  new Problem(
    409,
    'pack_document_changed',
    'A document is no longer what it was',
    `The file ${name} was removed, or its bytes in the store are not those that were uploaded. Prepare the pack again, or withhold the document.`,
  );

export const packDocumentNotFound = (): Problem =>
  new Problem(404, 'pack_document_not_found', 'Document not found', 'There is no such document in this pack.');

export const packDocumentClosed = (): Problem =>
  new Problem(
    409,
    'pack_document_closed',
    'The document cannot be opened',
    'It was removed, or is not known to be clean.',
  );

export const passageUnknown = (): Problem =>
  new Problem(
    422,
    'fields_invalid',
    'Some answers need your attention',
    'Correct the fields named below and send again.',
    [{ pointer: '/words', code: 'passage_unknown', detail: 'These words do not stand there. Copy them exactly.' }],
  );

export const packNotRead = (): Problem =>
  new Problem(
    422,
    'fields_invalid',
    'Some answers need your attention',
    'Correct the fields named below and send again.',
    [{ pointer: '/hasReadAll', code: 'pack_not_read', detail: 'Confirm that you have read the whole pack.' }],
  );

export const childUnknown = (): Problem =>
  new Problem(
    422,
    'fields_invalid',
    'Some answers need your attention',
    'Correct the fields named below and send again.',
    [{ pointer: '/childId', code: 'child_unknown', detail: 'Find the child first.' }],
  );

export const packDestroyed = (): Problem =>
  new Problem(
    410,
    'access_pack_destroyed',
    'The files of this pack have been destroyed',
    'Its retention period is over. The record of what was released remains.',
  );
