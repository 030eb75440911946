/**
 * The last step of the build: merges its scripts, and writes `preloads.json`, which tells the server what to name with a page
 * so that its browser need not find it step by step.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { mergeScripts } from './merge-scripts.mjs';
import { pagesOfRoutes } from './route-sources.mjs';
import { withImports } from './with-imports.mjs';

const dist = join(import.meta.dirname, '../dist');
const folder = join(dist, 'browser');
const statistics = join(dist, 'browser-stats.json');
const index = join(folder, 'index.html');

const merged = await mergeScripts(folder, JSON.parse(readFileSync(statistics, 'utf8')).outputs);
rmSync(statistics);
const before = readdirSync(folder).filter((name) => name.endsWith('.js'));
for (const name of before) rmSync(join(folder, name));
for (const { name, code } of merged) writeFileSync(join(folder, name), code);

const scripts = new Map(merged.map((script) => [script.name, script]));
const ofSource = new Map(merged.filter(({ source }) => source).map(({ source, name }) => [source, name]));

const importsOf = (name) => scripts.get(name).imports;

const frame = withImports(merged.find(({ isEntry }) => isEntry).name, importsOf);
const pages = pagesOfRoutes().map(({ path, isOpen, sources, reads }) => {
  const files = sources.flatMap((source) => {
    if (!ofSource.has(source)) throw new Error(`${source} is in no script of its own`);
    return [...withImports(ofSource.get(source), importsOf)];
  });
  return { path, isOpen, reads, files: [...new Set(files)].filter((name) => !frame.has(name)) };
});

const html = readFileSync(index, 'utf8').replace(/<link rel="modulepreload"[^>]*>/g, '');
const [entry, ...frameScripts] = frame;
const links = frameScripts.map((name) => `<link rel="modulepreload" href="/${name}">`).join('');
writeFileSync(index, html.replace(/<script src="[^"]*"/, `${links}<script src="/${entry}"`));
const [styles] = /[\w-]+\.css/.exec(html);
writeFileSync(join(folder, 'preloads.json'), JSON.stringify({ styles, scripts: [...frame], pages }));
console.log(`Merged ${before.length} scripts into ${merged.length}, and named those of ${pages.length} pages.`);
