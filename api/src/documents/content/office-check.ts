import type { StoredContent } from '../document-store.js';
import type { ContentProblem } from './content-problem.js';
import { readZipEntries, unpackEntry, ZipDamaged, type ZipEntry, ZipTooLarge } from './zip-reader.js';

/** Unpacked, together. A report of 20 MB with pictures unpacks to little more; a bomb to a thousand times that. */
const mostUnpackedBytes = 150 * 1024 * 1024;
/** The small parts that say what the document is. */
const partBytes = 2 * 1024 * 1024;

type Parts = ReadonlyMap<string, string>;

/** What is wrong with a DOCX or ODT, which are ZIP archives: each part is unpacked once, with limits, and none is kept. */
export async function checkOffice(content: StoredContent, kind: 'docx' | 'odt'): Promise<ContentProblem | null> {
  try {
    const entries = await readZipEntries(content);
    if (entries.some(({ isEncrypted }) => isEncrypted)) return 'document_encrypted';
    if (entries.some(({ name }) => isOutside(name))) return 'document_damaged';
    const parts = await unpackAll(content, entries);
    return kind === 'docx' ? checkDocx(entries, parts) : checkOdt(entries, parts);
  } catch (error) {
    if (error instanceof ZipTooLarge) return 'document_archive_too_large';
    if (error instanceof ZipDamaged) return 'document_damaged';
    throw error; // not about the file
  }
}

function isOutside(name: string): boolean {
  return name.startsWith('/') || name.includes('\\') || name.split('/').includes('..');
}

async function unpackAll(content: StoredContent, entries: readonly ZipEntry[]): Promise<Parts> {
  const parts = new Map<string, string>();
  let left = mostUnpackedBytes;
  for (const entry of entries) {
    const isWanted = /\.(xml|rels)$|^mimetype$/.test(entry.name);
    const { sizeBytes, bytes } = await unpackEntry(content, entry, {
      mostBytes: left,
      keptBytes: isWanted ? partBytes : 0,
    });
    left -= sizeBytes;
    if (bytes && isWanted && !/^(word\/document|content)\.xml$/.test(entry.name)) {
      parts.set(entry.name, bytes.toString('utf8'));
    }
  }
  return parts;
}

function checkDocx(entries: readonly ZipEntry[], parts: Parts): ContentProblem | null {
  const types = parts.get('[Content_Types].xml');
  if (types === undefined || !entries.some(({ name }) => name === 'word/document.xml')) return 'document_type_mismatch';
  const hasMacro =
    entries.some(({ name }) => /(^|\/)(vbaProject|vbaData|oleObject\d*)\.(bin|xml)$/i.test(name)) ||
    /macroEnabled|vnd\.ms-office\.vbaProject|activeX/i.test(types);
  // A template that is fetched from elsewhere when the document is opened brings the macros with it.
  const fetches = [...parts].some(
    ([name, text]) =>
      name.endsWith('.rels') && /(attachedTemplate|oleObject|frame)"/i.test(text) && /External/i.test(text),
  );
  return hasMacro || fetches ? 'document_active' : null;
}

function checkOdt(entries: readonly ZipEntry[], parts: Parts): ContentProblem | null {
  const isText = parts.get('mimetype')?.trim() === 'application/vnd.oasis.opendocument.text';
  if (!isText || !entries.some(({ name }) => name === 'content.xml')) return 'document_type_mismatch';
  if (/encryption-data/.test(parts.get('META-INF/manifest.xml') ?? '')) return 'document_encrypted';
  return entries.some(({ name }) => /^(Basic|Scripts)\/./.test(name)) ? 'document_active' : null;
}
