import type { StoredContent } from '../document-store.js';
import type { ContentProblem } from './content-problem.js';

/** More than any camera of a school gives; a few kilobytes can promise a picture that fills a machine's memory. */
const mostPixels = 60_000_000;
const longestSide = 20_000;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is wrong with a JPEG or PNG, from the size it says it has. */
export async function checkImage(content: StoredContent, kind: 'jpeg' | 'png'): Promise<ContentProblem | null> {
  const size = kind === 'png' ? await pngSize(content) : await jpegSize(content);
  if (!size || size.width === 0 || size.height === 0) return 'document_damaged';
  const isTooLarge = size.width > longestSide || size.height > longestSide || size.width * size.height > mostPixels;
  return isTooLarge ? 'document_image_too_large' : null;
}

async function pngSize(content: StoredContent): Promise<Size | null> {
  const start = await content.read(0, 33);
  if (start.length < 33 || start.readUInt32BE(8) !== 13 || start.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: start.readUInt32BE(16), height: start.readUInt32BE(20) };
}

/** Goes from segment to segment until the one that begins the picture. */
async function jpegSize(content: StoredContent): Promise<Size | null> {
  let at = 2;
  for (let segments = 0; segments < 1_000; segments += 1) {
    const head = await content.read(at, 9);
    if (head.length < 9 || head[0] !== 0xff) return null;
    const marker = head[1] ?? 0;
    if (marker === 0xff) {
      at += 1; // filling between segments
      continue;
    }
    const isStartOfPicture = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isStartOfPicture) return { height: head.readUInt16BE(5), width: head.readUInt16BE(7) };
    // The picture's data or its end, before any size was said.
    if (marker === 0xda || marker === 0xd9) return null;
    at += 2 + head.readUInt16BE(2);
  }
  return null;
}
