import { StreamableFile } from '@nestjs/common';
import type { Response } from 'express';

import type { OpenedDocument } from './documents.service.js';

/**
 * A file on its way to be saved. Should a browser show it all the same, it does so in a sandbox: no script, no form, no
 * origin of ours.
 */
export function toDownload({ fileName, mediaType, content }: OpenedDocument, response: Response): StreamableFile {
  response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  const stream = content.stream();
  stream.once('close', () => void content.close());
  return new StreamableFile(stream, {
    type: mediaType,
    length: content.sizeBytes,
    disposition: contentDisposition(fileName),
  });
}

/** RFC 6266: the name in full for those who understand it, and one of plain letters for the others. */
export function contentDisposition(fileName: string): string {
  const plain = fileName.replace(/[^A-Za-z0-9 ._-]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
