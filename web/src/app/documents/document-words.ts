import type { Document, DocumentVersion } from '@panel/api-client';
import { DOCUMENT_KINDS, fileSizeText, type ScanStatus } from '@panel/case-rules';
import { instantText } from '@panel/ui';

/** For the browser's dialog. */
export const acceptedFiles = DOCUMENT_KINDS.flatMap(({ extensions }) => extensions.map((each) => `.${each}`)).join(',');

export const fileHint = 'PDF, DOCX, ODT, JPG or PNG, each smaller than 20 MB. Without a password, macros or scripts.';

/** "Word document, 1.4 MB". */
export function kindText({ mediaType, sizeBytes }: DocumentVersion): string {
  const kind = DOCUMENT_KINDS.find((each) => each.mediaType === mediaType)?.label ?? 'File';
  return `${kind}, ${fileSizeText(sizeBytes)}`;
}

/** "24 November 2026 at 10:00 by Sarah Okafor (version 2)". */
export function uploadText({ uploadedAt, uploadedByName, number }: DocumentVersion): string {
  return `${instantText(uploadedAt)} by ${uploadedByName}${number > 1 ? ` (version ${number})` : ''}`;
}

export function contentAddress({ id }: DocumentVersion): string {
  return `/api/document-versions/${id}/content`;
}

const advice: Readonly<Record<ScanStatus, string>> = {
  quarantined: 'It can be opened as soon as the check is done, usually within a minute.',
  clean: '',
  infected: 'Nobody can open it. Remove it, have your computer checked, and upload a clean file.',
  failed: 'Nobody can open it. Save the file anew, as a PDF if you can, and upload that.',
};

export function scanAdvice(status: ScanStatus): string {
  return advice[status];
}

/** The files of these documents that wait for their scan. */
export function waitingVersions(documents: readonly Document[]): readonly string[] {
  return documents
    .flatMap(({ current, earlier }) => [current, ...earlier])
    .filter(({ scanStatus }) => scanStatus === 'quarantined')
    .map(({ id }) => id);
}
