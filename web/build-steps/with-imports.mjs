/** A script and all that comes with it at once, itself first; `importsOf` gives the names that a script imports. */
export function withImports(name, importsOf, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of importsOf(name)) withImports(imported, importsOf, found);
  return found;
}
