/**
 * Which source files the router loads for an address, read from the routes' source: the build must know it before anybody
 * runs the application. Fails when it meets a route that it does not understand.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

import ts from 'typescript';

const root = join(import.meta.dirname, '..');

/**
 * Every page in the order in which the router compares them: `path` (with `:parameters`), `isOpen` to those who are not signed
 * in, `sources`, the files that are loaded for it one after the other, and `reads`, what its route says it asks the API for.
 */
export const pagesOfRoutes = () =>
  pagesOf(...listNamed('routes', 'src/app/app.routes.ts'), { path: '', isOpen: true, sources: [], reads: [] });

function pagesOf(list, file, above) {
  if (ts.isIdentifier(list)) return pagesOf(...listNamed(list.text, file), above);
  if (!ts.isArrayLiteralExpression(list)) throw new Error(`${file}: no list of routes: ${list.getText()}`);
  return list.elements.flatMap((element) => {
    if (ts.isObjectLiteralExpression(element)) return pagesOfRoute(element, file, above);
    if (ts.isSpreadElement(element) && ts.isIdentifier(element.expression))
      return pagesOf(element.expression, file, above);
    // A function of the same file makes the route, or one for each of a list.
    const made = ts.isCallExpression(element) ? declared(element.expression.getText(), file) : element;
    const route = findFirst(made, ts.isObjectLiteralExpression);
    if (route) return pagesOfRoute(route, file, above);
    throw new Error(`${file}: no route: ${element.getText()}`);
  });
}

function pagesOfRoute(route, file, above) {
  const path = [above.path, pathOf(property(route, 'path'), file)].filter(Boolean).join('/');
  const page = importedBy(property(route, 'loadComponent'), file);
  const more = importedBy(property(route, 'loadChildren'), file);
  const isOpen = above.isOpen && !property(route, 'canActivate')?.getText().includes('mustBeSignedIn');
  const data = property(route, 'data');
  const reads = data && ts.isObjectLiteralExpression(data) ? textsOf(property(data, 'reads')) : [];
  const here = { path, isOpen, reads, sources: [...above.sources, ...[page, more].filter(Boolean)] };
  const children = property(route, 'children');
  if (children) return pagesOf(children, file, here);
  if (!more) return page ? [here] : [];
  const exported = property(route, 'loadChildren')
    .getText()
    .match(/\.(\w+Routes)\b/)?.[1];
  return pagesOf(...listNamed(exported, more), here);
}

/** A part of the address that is only known when the application runs stands as a parameter. */
function pathOf(node, file) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node
      .getText()
      .slice(1, -1)
      .replace(/\$\{.*?\}/g, ':part');
  throw new Error(`${file}: no path: ${node.getText()}`);
}

function listNamed(name, file) {
  const here = declared(name, file);
  if (here) return [here.initializer, file];
  const imported = findFirst(
    sourceOf(file),
    (node) => ts.isImportDeclaration(node) && node.importClause?.getText().includes(name),
  );
  if (!imported) throw new Error(`${file}: no list of routes is called ${name}`);
  return listNamed(name, sourceNamed(imported.moduleSpecifier.text, file));
}

const declared = (name, file) =>
  findFirst(sourceOf(file), (node) => ts.isVariableDeclaration(node) && node.name.getText() === name);

function importedBy(node, file) {
  if (!node) return undefined;
  if (ts.isIdentifier(node)) return importedBy(declared(node.text, file), file);
  const isImport = (each) => ts.isCallExpression(each) && each.expression.kind === ts.SyntaxKind.ImportKeyword;
  const call = findFirst(node, isImport);
  return call && sourceNamed(call.arguments[0].text, file);
}

const sourceNamed = (specifier, file) => posix.join(dirname(file), specifier.replace(/\.js$/, '.ts'));

const sourceOf = (file) =>
  ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);

const textsOf = (list) => (list ? list.elements.map(({ text }) => text) : []);

const property = (route, name) =>
  route.properties.find((each) => ts.isPropertyAssignment(each) && each.name.getText() === name)?.initializer;

function findFirst(node, isWanted) {
  if (isWanted(node)) return node;
  return ts.forEachChild(node, (child) => findFirst(child, isWanted));
}
