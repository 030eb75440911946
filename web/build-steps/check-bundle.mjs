/**
 * The speed budget of the built application, in KiB of gzip -9, and that nothing of GOV.UK's own identity is in it.
 * Ends with 1 when a limit is passed. Run it after `npm run build`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = join(import.meta.dirname, '../dist', 'browser');
const limits = { initialScripts: 105, styles: 20, lazyScript: 40 };

const read = (name) => readFileSync(join(folder, name));
const kibOf = (names) => names.reduce((sum, name) => sum + gzipSync(read(name), { level: 9 }).length, 0) / 1024;
const failures = [];

function report(what, kib, limit) {
  const isOver = kib > limit;
  if (isOver) failures.push(what);
  console.log(`${isOver ? 'OVER' : 'ok  '} ${what.padEnd(28)} ${kib.toFixed(1).padStart(6)} KiB of ${limit}`);
}

const index = read('index.html').toString();
const initial = new Set();
for (const [tag] of index.matchAll(/<(script|link)\b[^>]*>/g)) {
  const address = /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1];
  if (address?.endsWith('.js')) initial.add(address.replace(/^\//, ''));
}
// Scripts that the initial ones import at once come with them, whether index.html names them or not.
for (const name of initial) {
  for (const [, imported] of read(name)
    .toString()
    .matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g))
    initial.add(imported);
}
const files = readdirSync(folder, { recursive: true }).map(String);
const scripts = files.filter((name) => name.endsWith('.js'));
const styles = files.filter((name) => name.endsWith('.css'));

report('initial scripts', kibOf([...initial]), limits.initialScripts);
report('styles', kibOf(styles), limits.styles);
for (const name of scripts.filter((each) => !initial.has(each))) report(name, kibOf([name]), limits.lazyScript);

if (initial.size === 0) failures.push('no initial script found in index.html');
if (/<script(?![^>]*\bsrc=)[^>]*>|\bstyle=|\bonload=/.test(index))
  failures.push('inline script or style in index.html');
for (const name of files.filter((each) => /\.(js|css|html|svg)$/.test(each))) {
  const found = /gds.?transport|crown|govuk-crest|\.woff2?\b/i.exec(read(name).toString());
  if (found) failures.push(`${found[0]} in ${name}`);
}
for (const name of files.filter((each) => /\.(woff2?|ttf|eot)$/.test(each))) failures.push(`font file ${name}`);
for (const name of [...scripts, ...styles, 'index.html']) {
  for (const ending of ['.gz', '.br']) if (!files.includes(name + ending)) failures.push(`${name}${ending} is missing`);
}

for (const failure of failures) console.error(`Failed: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;
