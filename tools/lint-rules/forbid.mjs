/** A rule that refuses some syntax. Rules of our own, and not `no-restricted-syntax`, because a file can have only one of that. */
export function forbidSyntax(refusals) {
  return {
    meta: { type: 'problem', schema: [] },
    create: (context) =>
      Object.fromEntries(
        refusals.map(([selector, message]) => [selector, (node) => context.report({ node, message })]),
      ),
  };
}

/** A rule that refuses modules by name, in every way of importing them. `isRefused` also gets the imported names. */
export function forbidImports(isRefused, message) {
  return {
    meta: { type: 'problem', schema: [] },
    create(context) {
      const check = (node) => {
        if (node.source && isRefused(String(node.source.value), namesOf(node))) context.report({ node, message });
      };
      return {
        ImportDeclaration: check,
        ImportExpression: check,
        ExportAllDeclaration: check,
        ExportNamedDeclaration: check,
        TSImportType: (node) => check({ source: node.source ?? node.argument?.literal }),
      };
    },
  };
}

function namesOf(node) {
  return (node.specifiers ?? []).map((specifier) => specifier.imported?.name ?? '*');
}
