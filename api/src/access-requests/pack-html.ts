import { formatDate } from '@panel/reference';

import { inWords, isList, type PackContent, type PackRow, type PackSection, type PackValue } from './pack-content.js';

/* The pack as a page for people: one file, no script, readable on a phone and on paper. */

export function packHtml(content: PackContent): string {
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
“[redacted: …]” and why. What the file <code>manifest.json</code> lists is left out, with its reasons. You can complain to the
Information Commissioner: ico.org.uk/make-a-complaint.</p></header>
<nav aria-label="Contents"><h2>Contents</h2><ul>
${sections.map(({ table, heading, rows }) => `<li><a href="#${table}">${escapeHtml(heading)}</a> (${rows.length})</li>`).join('\n')}
</ul></nav>
<main>
${sections.map(sectionHtml).join('\n')}
</main>
</body>
</html>
`;
}

function sectionHtml({ table, heading, rows }: PackSection): string {
  const parts = rows.map(
    (row, index) => `<section aria-labelledby="${table}-${index + 1}">
<h3 id="${table}-${index + 1}">${escapeHtml(heading)}${rows.length > 1 ? ` ${index + 1} of ${rows.length}` : ''}</h3>
${rowHtml(row)}</section>`,
  );
  return `<section aria-labelledby="${table}"><h2 id="${table}">${escapeHtml(heading)}</h2>\n${parts.join('\n')}</section>`;
}

function rowHtml(row: PackRow): string {
  const facts = Object.entries(row).map(
    ([name, value]) => `<div><dt>${escapeHtml(inWords(name))}</dt><dd>${valueHtml(value)}</dd></div>`,
  );
  return facts.length === 0 ? '<p>Nothing</p>' : `<dl>${facts.join('')}</dl>`;
}

function valueHtml(value: PackValue): string {
  if (value === null || value === '') return '<span class="none">Not provided</span>';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(value).replaceAll('\n', '<br>');
  if (isList(value)) {
    return value.length === 0
      ? '<span class="none">None</span>'
      : `<ol>${value.map((item) => `<li>${valueHtml(item)}</li>`).join('')}</ol>`;
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
