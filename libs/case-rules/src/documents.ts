import { isReferralOpen, type ReferralStatus } from './referral-statuses.js';
import type { StatusDisplay } from './moves.js';

/** The kinds of file that a case may hold: those of reports and plans, and pictures of what is on paper. */
export const DOCUMENT_KINDS = [
  { kind: 'pdf', extensions: ['pdf'], mediaType: 'application/pdf', label: 'PDF' },
  {
    kind: 'docx',
    extensions: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    label: 'Word document',
  },
  { kind: 'odt', extensions: ['odt'], mediaType: 'application/vnd.oasis.opendocument.text', label: 'ODT' },
  { kind: 'jpeg', extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg', label: 'JPEG' },
  { kind: 'png', extensions: ['png'], mediaType: 'image/png', label: 'PNG' },
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]['kind'];

export const DOCUMENT_MAX_BYTES = 20 * 1024 * 1024;
/** In one referral, those that were removed not counted. */
export const DOCUMENTS_MAX = 50;
export const DOCUMENT_VERSIONS_MAX = 50;
export const DOCUMENT_NAME_MAX = 200;

/** What the virus scan has said of a file. Only a clean one can be opened. */
export const SCAN_STATUSES = ['quarantined', 'clean', 'infected', 'failed'] as const;
export type ScanStatus = (typeof SCAN_STATUSES)[number];

const displays: Readonly<Record<ScanStatus, StatusDisplay>> = {
  quarantined: { label: 'Being checked for viruses', colour: 'blue' },
  clean: { label: 'Ready', colour: 'green' },
  infected: { label: 'Virus found', colour: 'red' },
  failed: { label: 'Could not be checked', colour: 'orange' },
};

export function scanStatusDisplay(status: ScanStatus): StatusDisplay {
  return displays[status];
}

/** Whether documents of a referral may be added, replaced or removed: as long as somebody works on it. */
export function canChangeDocuments(status: ReferralStatus): boolean {
  return isReferralOpen(status);
}

/** The kind that the end of a file's name promises, or null for one that is not accepted. */
export function documentKindOfName(fileName: string): DocumentKind | null {
  const dot = fileName.lastIndexOf('.');
  const extension = dot > 0 ? fileName.slice(dot + 1).toLowerCase() : '';
  return DOCUMENT_KINDS.find(({ extensions }) => extensions.some((each) => each === extension))?.kind ?? null;
}

export function mediaTypeOf(kind: DocumentKind): string {
  return DOCUMENT_KINDS.find((each) => each.kind === kind)?.mediaType ?? 'application/octet-stream';
}

/**
 * A file's name as it is kept and shown: its last part only, without characters that cannot be seen or that turn the
 * direction of writing (by which `exe.pdf` can be made to look like its reverse), and not longer than a name is.
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const visible = last
    .normalize('NFC')
    .replace(/\p{C}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[<>:"|?*]/g, '_')
    .trim();
  if (visible.length <= DOCUMENT_NAME_MAX) return visible;
  const dot = visible.lastIndexOf('.');
  const end = dot > 0 && visible.length - dot <= 10 ? visible.slice(dot) : '';
  return `${visible.slice(0, DOCUMENT_NAME_MAX - end.length).replace(/[\uD800-\uDBFF]$/, '')}${end}`;
}

/** The problem that can be seen before a file is sent, in words for the person who chose it; null when there is none. */
export function findDocumentProblem(file: { readonly name: string; readonly sizeBytes: number }): string | null {
  if (documentKindOfName(cleanFileName(file.name)) === null) return 'must be a PDF, DOCX, ODT, JPG or PNG';
  if (file.sizeBytes === 0) return 'is empty';
  if (file.sizeBytes > DOCUMENT_MAX_BYTES) return 'must be smaller than 20 MB';
  return null;
}

/** 1.4 MB, 320 KB: as file managers show it. */
export function fileSizeText(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
}
