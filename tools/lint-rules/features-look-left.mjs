import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/*
 * The features of the API have an order, in which they are read: the array in app.module.ts. A feature may use those to
 * its left, never back; what is no feature (auth, database, …) uses none. So nothing needs `forwardRef`, and a feature
 * can be understood with what stands before it.
 */
export function featuresInOrder(source) {
  const folders = new Map(
    [...source.matchAll(/import\s*{\s*(\w+Module)\s*}\s*from\s*'\.\/([\w-]+)\//g)].map(([, name, folder]) => [
      name,
      folder,
    ]),
  );
  const list = /\bfeatures\s*=\s*\[([^\]]*)\]/.exec(source)?.[1];
  if (!list) throw new Error('app.module.ts has no array `features`.');
  return [...list.matchAll(/\w+Module/g)].map(([name]) => folders.get(name) ?? name);
}

/** Names every entity and every module: they stand outside of the order. */
const exempt = /^(app\.module|database\/entities|testing\/.*|.*\.spec)\.ts$/;
/** Not in the array: only demonstrations have it. It uses everything. */
const last = ['demo'];

export function featuresLookLeft(sourceFolder) {
  const order = [...featuresInOrder(readFileSync(join(sourceFolder, 'app.module.ts'), 'utf8')), ...last];
  return {
    meta: { type: 'problem', schema: [] },
    create(context) {
      const file = slashed(relative(sourceFolder, context.filename));
      if (file.startsWith('..') || !file.includes('/') || exempt.test(file)) return {};
      const own = file.split('/')[0];
      const check = (node) => {
        const name = node.source?.value;
        if (typeof name !== 'string' || !name.startsWith('.')) return;
        const used = slashed(relative(sourceFolder, resolve(dirname(context.filename), name))).split('/')[0];
        if (used === own || order.indexOf(used) <= order.indexOf(own)) return;
        const message = order.includes(own)
          ? `"${used}" stands to the right of "${own}" in app.module.ts: a feature uses only those to its left.`
          : `"${own}" is no feature and knows none: "${used}" is one.`;
        context.report({ node, message });
      };
      return {
        ImportDeclaration: check,
        ImportExpression: check,
        ExportNamedDeclaration: check,
        ExportAllDeclaration: check,
      };
    },
  };
}

function slashed(path) {
  return path.replaceAll('\\', '/');
}
