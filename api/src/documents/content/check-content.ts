import type { DocumentKind } from '@panel/case-rules';

import type { StoredContent } from '../document-store.js';
import type { ContentProblem } from './content-problem.js';
import { checkImage } from './image-check.js';
import { checkOffice } from './office-check.js';
import { checkPdf } from './pdf-check.js';

const signatures: Readonly<Record<DocumentKind, Buffer>> = {
  pdf: Buffer.from('%PDF-'),
  docx: Buffer.from('PK\u0003\u0004', 'latin1'),
  odt: Buffer.from('PK\u0003\u0004', 'latin1'),
  jpeg: Buffer.from([0xff, 0xd8, 0xff]),
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
};
/** Word with a password is wrapped in the older form of Office files. */
const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** Whether the bytes are what the end of the name promises, and nothing that we do not keep. Null: nothing is wrong. */
export async function checkContent(content: StoredContent, kind: DocumentKind): Promise<ContentProblem | null> {
  const start = await content.read(0, 8);
  const signature = signatures[kind];
  if (!start.subarray(0, signature.length).equals(signature)) {
    return kind === 'docx' && start.equals(compoundFile) ? 'document_encrypted' : 'document_type_mismatch';
  }
  switch (kind) {
    case 'pdf':
      return checkPdf(content);
    case 'docx':
    case 'odt':
      return checkOffice(content, kind);
    case 'jpeg':
    case 'png':
      return checkImage(content, kind);
  }
}
