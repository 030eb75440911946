import { createHash } from 'node:crypto';

import { strToU8, zipSync } from 'fflate';

import type { PackContent } from './pack-content.js';
import { packHtml } from './pack-html.js';
import { packSchema } from './pack-schema.js';
import { packExemptions, packTables } from './pack-tables.js';

export interface PackManifest {
  readonly request: string;
  readonly releasedAt: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly records: Readonly<Record<string, number>>;
  readonly redacted: Readonly<Record<string, number>>;
  readonly leftOut: readonly { readonly what: string; readonly why: string }[];
}

export interface PackArchive {
  readonly archive: Uint8Array;
  readonly sha256: string;
  readonly manifest: PackManifest;
}

/** The files of a pack, zipped, with a manifest of their hashes. The same content and instant give the same bytes. */
export function packArchive(
  content: PackContent,
  released: { readonly at: Date; readonly redacted: Readonly<Record<string, number>> },
): PackArchive {
  const files = [
    { name: 'personal-data.html', text: packHtml(content) },
    { name: 'personal-data.json', text: `${JSON.stringify(content, null, 2)}\n` },
    { name: 'personal-data.schema.json', text: `${JSON.stringify(packSchema, null, 2)}\n` },
  ].map(({ name, text }) => ({ name, bytes: strToU8(text) }));
  const manifest: PackManifest = {
    request: content.request,
    releasedAt: released.at.toISOString(),
    files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
    records: Object.fromEntries(content.sections.map(({ table, rows }) => [table, rows.length])),
    redacted: released.redacted,
    leftOut: leftOut(),
  };
  const entries = { ...Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])) };
  const archive = zipSync(
    { ...entries, 'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`) },
    { mtime: released.at, level: 6 },
  );
  return { archive, sha256: sha256(archive), manifest };
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
