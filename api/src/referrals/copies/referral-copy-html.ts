import { answerBlocks, REFERRAL_SECTIONS, type ReferralAnswers } from '@panel/case-rules';

/** What stands around the answers of a copy. */
export interface CopyContent {
  readonly reference: string;
  readonly schoolName: string;
  readonly councilName: string;
  readonly heading: string;
  /** Who sent it and when, who signed it: one fact a line. */
  readonly facts: readonly (readonly [term: string, value: string])[];
  readonly answers: ReferralAnswers;
  readonly notice: string;
}

/**
 * A copy to keep, as one page without a script that reads on a phone and prints on paper. Chromium makes the PDF of the same
 * page: its headings become the outline, its lists the tags.
 */
export function referralCopyHtml(content: CopyContent): string {
  const { reference, schoolName, councilName, heading, facts, answers, notice } = content;
  const title = `Referral ${reference}: ${heading}`;
  const blocks = REFERRAL_SECTIONS.flatMap((section) => answerBlocks(section, answers[section], () => false));
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p>${escapeHtml(councilName)}</p>
<h1>${escapeHtml(title)}</h1>
${list([['School', schoolName], ...facts])}
</header>
<main>
${blocks.map(({ heading: name, lines }) => block(name, lines)).join('\n')}
</main>
<footer><p>${escapeHtml(notice)}</p></footer>
</body>
</html>
`;
}

function block(
  heading: string,
  lines: readonly { readonly field: { readonly label: string }; readonly text: string }[],
) {
  return `<section><h2>${escapeHtml(heading)}</h2>
${list(lines.map(({ field, text }) => [field.label, text]))}</section>`;
}

function list(facts: readonly (readonly [term: string, value: string])[]): string {
  const items = facts.map(([term, value]) => `<div><dt>${escapeHtml(term)}</dt><dd>${valueHtml(value)}</dd></div>`);
  return `<dl>${items.join('\n')}</dl>`;
}

function valueHtml(value: string): string {
  if (value.trim() === '') return '<span class="none">Not provided</span>';
  return escapeHtml(value).replaceAll('\n', '<br>');
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
body{font-family:Helvetica,Arial,sans-serif;line-height:1.5;color:#0b0c0c;background:#fff;max-width:50rem;margin:0 auto;padding:1rem}
h1{font-size:1.75rem;line-height:1.2}h2{font-size:1.25rem;border-bottom:2px solid #0b0c0c;margin:2rem 0 .5rem}
dl{margin:0}dl>div{display:grid;grid-template-columns:minmax(8rem,1fr) 2fr;gap:.25rem 1rem;border-bottom:1px solid #cecece;padding:.35rem 0}
dt{font-weight:bold}dd{margin:0;overflow-wrap:anywhere}.none{color:#484949}footer{margin-top:2rem;border-top:2px solid #0b0c0c}
@media (max-width:40rem){dl>div{grid-template-columns:1fr}}
@page{size:A4;margin:18mm}
@media print{body{padding:0;font-size:11pt}h2{break-after:avoid}dl>div{break-inside:avoid}}
`;
