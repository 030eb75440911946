/**
 * Merges the many small scripts of the build into few. Angular gives every module that two pages share a script of its own
 * (twenty to thirty for a page, most under a kilobyte), and over HTTP/1.1 each waits for its turn: on a slow line that costs
 * more than the few kilobytes which a page then gets without needing them.
 */
import { rolldown } from 'rolldown';

import { withImports } from './with-imports.mjs';

/** What so many pages share, up to this size (bytes before compression), comes with every page of them in one script. */
const shared = { minShareCount: 25, maxModuleSize: 12_000 };
const sharedByFewer = { minShareCount: 8, maxModuleSize: 6000 };

/**
 * The scripts after merging: `name`, `code`, `imports` (names of scripts that come with it), whether it `isEntry`, and its
 * `source`, where a route loads it. `outputs` is what the build's statistics say of the scripts in `folder`.
 */
export async function mergeScripts(folder, outputs) {
  const nameOf = (id) => id.slice(folder.length + 1);
  const isOfForms = (name) => Object.keys(outputs[name].inputs).some((input) => input.includes('/@angular/forms/'));
  const importsOf = (name) =>
    outputs[name].imports
      .filter(({ path, kind }) => kind === 'import-statement' && path in outputs)
      .map(({ path }) => path);
  const entry = Object.keys(outputs).find((name) => outputs[name].entryPoint === 'src/main.ts');
  const bundle = await rolldown({ input: `${folder}/${entry}` });
  const { output } = await bundle.generate({
    // Angular has shortened the names already.
    minify: { mangle: false, compress: false },
    entryFileNames: 'main-[hash].js',
    chunkFileNames: 'chunk-[hash].js',
    codeSplitting: {
      groups: [
        { name: 'frame', tags: ['$initial'], priority: 4 },
        { name: 'shared', priority: 3, ...shared },
        { name: nameOf, debugName: 'large', priority: 2, minModuleSize: shared.maxModuleSize, minShareCount: 8 },
        {
          name: 'shared-by-fewer',
          priority: 1,
          // A group takes along what its modules import: pages without a form must not get the library of forms.
          test: (id) => ![...withImports(nameOf(id), importsOf)].some(isOfForms),
          ...sharedByFewer,
        },
      ],
    },
  });
  await bundle.close();
  return output.map(({ fileName, code, imports, isEntry, facadeModuleId }) => ({
    name: fileName,
    code,
    imports,
    isEntry,
    source: facadeModuleId ? outputs[nameOf(facadeModuleId)].entryPoint : undefined,
  }));
}
