import { strToU8, zipSync, type Zippable } from 'fflate';

/** Small files of the kinds that a case may hold, and of kinds that it may not. */
const parts = (entries: Readonly<Record<string, string>>): Zippable =>
  Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)]));

const docxTypes =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

export function aPdf(text = 'A report.'): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj\n% ${text}\ntrailer << /Root 1 0 R >>\n%%EOF\n`,
  );
}

export function aZip(entries: Zippable): Buffer {
  return Buffer.from(zipSync(entries));
}

export function aDocx(more: Readonly<Record<string, string>> = {}): Buffer {
  return aZip(parts({ '[Content_Types].xml': docxTypes, 'word/document.xml': '<w:document/>', ...more }));
}

export function anOdt(more: Readonly<Record<string, string>> = {}): Buffer {
  return aZip({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    ...parts({ 'content.xml': '<office:document-content/>', 'META-INF/manifest.xml': '<manifest:manifest/>', ...more }),
  });
}

export function aPng(width = 2, height = 2): Buffer {
  const start = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.alloc(17);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([start, size, Buffer.alloc(40)]);
}

export function aJpeg(width = 2, height = 2): Buffer {
  const picture = Buffer.from('ffc0001108000000000301220002110103110100', 'hex');
  picture.writeUInt16BE(height, 5);
  picture.writeUInt16BE(width, 7);
  return Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    picture,
    Buffer.from('ffd9', 'hex'),
  ]);
}

/** The harmless text that every scanner takes for a virus. In two halves, so that this file is not taken for one. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
