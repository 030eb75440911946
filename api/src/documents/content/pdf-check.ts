import type { StoredContent } from '../document-store.js';
import type { ContentProblem } from './content-problem.js';

const overlap = 64;
/** A name in PDF may spell any letter as # and two digits: /J#61vaScript is /JavaScript. */
const spelled = /#([0-9a-f]{2})/gi;

/**
 * What is wrong with a PDF, as far as it can be seen without unpacking it: a password, a script, a program to be started, a
 * file inside. What hides in compressed objects is the virus scanner's to find.
 */
export async function checkPdf(content: StoredContent): Promise<ContentProblem | null> {
  let isActive = false;
  let before = '';
  const stream = content.stream();
  try {
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('a file comes as bytes');
      const text = (before + chunk.toString('latin1')).replace(spelled, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
      if (/\/Encrypt[\s/<\d]/.test(text)) return 'document_encrypted';
      isActive ||= /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia)(?![A-Za-z0-9])/.test(text);
      before = text.slice(-overlap);
    }
  } finally {
    stream.destroy();
  }
  return isActive ? 'document_active' : null;
}
