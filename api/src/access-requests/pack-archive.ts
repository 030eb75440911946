import { createHash } from 'node:crypto';

import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';

import type { PackContent } from './pack-content.js';
import type { PackDocument } from './pack-documents.js';
import { packHtml } from './pack-html.js';
import { packSchema } from './pack-schema.js';
import { packExemptions, packTables } from './pack-tables.js';

export interface PackManifest {
  readonly request: string;
  readonly releasedAt: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly records: Readonly<Record<string, number>>;
  readonly redacted: Readonly<Record<string, number>>;
  readonly documents: readonly PackDocument[];
  readonly leftOut: readonly { readonly what: string; readonly why: string }[];
}

export interface PackArchive {
  /** The archive without the bytes of documents, which stay in their store. */
  readonly frame: Uint8Array;
  /** Where in the frame the bytes of which file go. */
  readonly places: ReadonlyMap<string, number>;
  /** Of the whole archive. */
  readonly sha256: string;
  readonly manifest: PackManifest;
}

type Bytes = AsyncIterable<Uint8Array>;

/**
 * The files of a pack, zipped, with a manifest of their hashes. The same content, files and instant give the same bytes.
 * Documents are not compressed, as their kinds already are: so their bytes stand in the archive as they stand in the store.
 */
export async function packArchive(
  content: PackContent,
  documents: readonly PackDocument[],
  released: { readonly at: Date; readonly redacted: Readonly<Record<string, number>> },
  read: (file: string) => Bytes,
): Promise<PackArchive> {
  const texts = [
    { name: 'personal-data.html', text: packHtml(content, documents) },
    { name: 'personal-data.json', text: `${JSON.stringify(content, null, 2)}\n` },
    { name: 'personal-data.schema.json', text: `${JSON.stringify(packSchema, null, 2)}\n` },
  ].map(({ name, text }) => ({ name, bytes: strToU8(text) }));
  const files = documents.flatMap(({ file, bytes, sha256: hash }) => (file === null ? [] : [{ file, bytes, hash }]));
  const manifest: PackManifest = {
    request: content.request,
    releasedAt: released.at.toISOString(),
    files: [
      ...texts.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
      ...files.map(({ file, bytes, hash }) => ({ name: file, bytes, sha256: hash })),
    ],
    records: Object.fromEntries(content.sections.map(({ table, rows }) => [table, rows.length])),
    redacted: released.redacted,
    documents,
    leftOut: leftOut(),
  };
  const frame = new Frame(released.at);
  for (const { name, bytes } of texts) frame.addText(name, bytes);
  frame.addText('manifest.json', strToU8(`${JSON.stringify(manifest, null, 2)}\n`));
  for (const { file } of files) await frame.addDocument(file, read(file));
  return { ...frame.end(), manifest };
}

/** The released archive again: its frame, and at each place the bytes of a document. */
export async function* wholeArchive(
  frame: Buffer,
  documents: readonly { readonly startsAt: number; readonly bytes: Bytes }[],
): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (const { startsAt, bytes } of documents.toSorted((a, b) => a.startsAt - b.startsAt)) {
    yield frame.subarray(from, startsAt);
    yield* bytes;
    from = startsAt;
  }
  yield frame.subarray(from);
}

/** Writes a ZIP, hashes all of it, and keeps all of it but the bytes of documents. */
class Frame {
  private readonly hash = createHash('sha256');
  private readonly kept: Uint8Array[] = [];
  private readonly places = new Map<string, number>();
  private length = 0;
  private passing: { readonly file: string; readonly piece: Uint8Array } | null = null;
  private readonly zip = new Zip((error, piece) => {
    if (error) throw error;
    this.take(piece);
  });

  constructor(private readonly at: Date) {}

  addText(name: string, bytes: Uint8Array): void {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = this.at;
    this.zip.add(entry);
    entry.push(bytes, true);
  }

  async addDocument(file: string, bytes: Bytes): Promise<void> {
    const entry = new ZipPassThrough(file);
    entry.mtime = this.at;
    this.zip.add(entry);
    for await (const piece of bytes) {
      this.passing = { file, piece };
      entry.push(piece);
      this.passing = null;
    }
    entry.push(new Uint8Array(0), true);
  }

  end(): Pick<PackArchive, 'frame' | 'places' | 'sha256'> {
    this.zip.end();
    return { frame: Buffer.concat(this.kept), places: this.places, sha256: this.hash.digest('hex') };
  }

  private take(piece: Uint8Array): void {
    this.hash.update(piece);
    if (this.passing?.piece === piece) {
      if (!this.places.has(this.passing.file)) this.places.set(this.passing.file, this.length);
      return;
    }
    this.kept.push(piece);
    this.length += piece.length;
  }
}

function leftOut(): { what: string; why: string }[] {
  return [
    ...Object.entries(packExemptions).map(([what, why]) => ({ what, why })),
    ...packTables.flatMap(({ table, leftOut: columns = {} }) =>
      Object.entries(columns).map(([column, why]) => ({ what: `${table}.${column}`, why })),
    ),
  ];
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
