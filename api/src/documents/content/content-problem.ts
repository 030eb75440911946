/** Why a file is not accepted, for the problem that the person gets. */
export type ContentProblem =
  | 'document_type_mismatch'
  | 'document_encrypted'
  | 'document_active'
  | 'document_damaged'
  | 'document_image_too_large'
  | 'document_archive_too_large';
