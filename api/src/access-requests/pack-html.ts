import { fileSizeText } from '@panel/case-rules';
import { formatDate } from '@panel/reference';

import {
  isList,
  type PackContent,
  type PackRow,
  type PackSection,
  type PackValue,
  recordHeading,
} from './pack-content.js';
import type { PackDocument } from './pack-documents.js';
import { fieldInWords, isForComputers, numberOfField, textOfField } from './pack-words.js';

/* The pack as a page for people: one file, no script, readable on a phone and on paper. */

export function packHtml(content: PackContent, documents: readonly PackDocument[]): string {
  const sections = content.sections.filter(({ rows }) => rows.length > 0);
  const title = `What ${content.authority} holds: request ${content.request}`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${escapeHtml(title)}</h1>
<p>Collected on ${formatDate(content.collectedOn)}. Where something is about another person it may be taken out; the place says
“[redacted: …]” and why. What the file <code>manifest.json</code> lists is left out, with its reasons.
Numbers that only computers use are in <code>personal-data.json</code> alone. You can complain to the
Information Commissioner: ico.org.uk/make-a-complaint.</p></header>
<nav aria-label="Contents"><h2>Contents</h2><ul>
${sections.map(({ table, heading, rows }) => `<li><a href="#${table}">${escapeHtml(heading)}</a> (${rows.length})</li>`).join('\n')}
${documents.length > 0 ? `<li><a href="#files">Files</a> (${documents.length})</li>` : ''}
</ul></nav>
<main>
${sections.map(sectionHtml).join('\n')}
${documents.length > 0 ? filesHtml(documents) : ''}
</main>
</body>
</html>
`;
}

function sectionHtml(section: PackSection): string {
  const { table, heading, rows } = section;
  const parts = rows.map(
    (row, index) => `<section aria-labelledby="${table}-${index + 1}">
<h3 id="${table}-${index + 1}">${escapeHtml(recordHeading(section, row, index))}</h3>
${rowHtml(row)}</section>`,
  );
  if (rows.length === 1 && recordHeading(section, rows[0] ?? {}, 0) === heading) {
    return `<section aria-labelledby="${table}"><h2 id="${table}">${escapeHtml(heading)}</h2>\n${rowHtml(rows[0] ?? {})}</section>`;
  }
  return `<section aria-labelledby="${table}"><h2 id="${table}">${escapeHtml(heading)}</h2>\n${parts.join('\n')}</section>`;
}

/** The files that were uploaded: those that are here, and those that are not, each with its reason. */
function filesHtml(documents: readonly PackDocument[]): string {
  const items = documents.map(({ fileName, version, bytes, file, notIncluded }) => {
    const what = `${escapeHtml(fileName)}, version ${version} (${fileSizeText(bytes)})`;
    return file === null
      ? `<li>${what}<br>Not included. ${escapeHtml(notIncluded ?? '')}</li>`
      : `<li><a href="${escapeHtml(file)}">${what}</a></li>`;
  });
  return `<section aria-labelledby="files"><h2 id="files">Files</h2>\n<ol>${items.join('\n')}</ol></section>`;
}

function rowHtml(row: PackRow): string {
  const facts = Object.entries(row)
    .filter(([name]) => !isForComputers(name))
    .map(([name, value]) => `<div><dt>${escapeHtml(fieldInWords(name))}</dt><dd>${valueHtml(value, name)}</dd></div>`);
  return facts.length === 0 ? '<p>Nothing</p>' : `<dl>${facts.join('')}</dl>`;
}

function valueHtml(value: PackValue, field: string): string {
  if (value === null || value === '') return '<span class="none">Not provided</span>';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return escapeHtml(numberOfField(field, value));
  if (typeof value === 'string') return escapeHtml(textOfField(field, value)).replaceAll('\n', '<br>');
  if (isList(value)) {
    return value.length === 0
      ? '<span class="none">None</span>'
      : `<ol>${value.map((item) => `<li>${valueHtml(item, field)}</li>`).join('')}</ol>`;
  }
  return rowHtml(value);
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const style = `
body{font-family:Helvetica,Arial,sans-serif;line-height:1.5;color:#0b0c0c;background:#fff;max-width:60rem;margin:0 auto;padding:1rem}
h1{font-size:1.75rem;line-height:1.2}h2{border-bottom:2px solid #0b0c0c;margin-top:2.5rem}a{color:#1a65a6}
dl{margin:0}dl>div{display:grid;grid-template-columns:minmax(8rem,1fr) 2fr;gap:.25rem 1rem;border-bottom:1px solid #cecece;padding:.35rem 0}
dt{font-weight:bold}dd{margin:0;overflow-wrap:anywhere}.none{color:#484949}
@media (max-width:40rem){dl>div{grid-template-columns:1fr}}
@media print{nav{display:none}h2{break-after:avoid}section{break-inside:auto}}
`;
