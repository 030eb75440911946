import { ROLES } from '@panel/case-rules';

import type { Route } from '../routes.js';
import { type Relation, RELATIONS, relationWords } from './expectation.js';
import { expected, parametersOf, titleOf } from './permission-matrix.js';

const letters: Readonly<Record<string, string>> = {
  senco: 'SE',
  coordinator: 'CO',
  panel_member: 'PM',
  provider: 'PR',
  contract_manager: 'CM',
  board_member: 'BM',
  administrator: 'AD',
  data_protection_officer: 'DP',
};

/** The committed matrix that reviewers read: which role may ask which route about what. */
export function matrixDocument(
  routes: readonly Route[],
  relationsOf: ReadonlyMap<string, readonly Relation[]>,
): string {
  const lines = routes
    .filter(({ isPublic }) => !isPublic)
    .map((route) => {
      const relations = relationsOf.get(parametersOf(route).join()) ?? [];
      const cells = ROLES.map((role) => {
        if (relations.length === 0) return expected(route, role, null) === 403 ? '–' : 'yes';
        const open = relations.filter((relation) => expected(route, role, relation) === 'let through');
        if (expected(route, role, 'absent') === 403) return '–';
        return open.length === 0 ? 'none' : open.map((relation) => relation.replaceAll('_', ' ')).join(', ');
      });
      return `| \`${titleOf(route)}\` | ${route.permission ?? ''} | ${cells.join(' | ')} |`;
    });
  const open = routes.filter(({ isPublic }) => isPublic).map((route) => `- \`${titleOf(route)}\``);
  return [
    '# Who may do what',
    '',
    'Written by `npm run matrix` from the permissions, the routes and the rules in `api/src/testing/matrix/expectation.ts`. Do not edit.',
    'The spec `api/src/auth/permission-matrix.api.spec.ts` asks every route as every role about a thing of every kind over HTTP',
    'and compares. `–`: refused with 403. Words: the things that are shown; all others, and those of another authority, are 404,',
    'like what does not exist. `yes`: the route names no thing; lists show what the scope of the role allows.',
    '',
    ...RELATIONS.map((relation) => `- **${relation.replaceAll('_', ' ')}**: ${relationWords[relation]}`),
    '',
    `| Route | Permission | ${ROLES.map((role) => letters[role]).join(' | ')} |`,
    `| --- | --- |${ROLES.map(() => ' --- |').join('')}`,
    ...lines,
    '',
    ROLES.map((role) => `${letters[role]} ${role.replaceAll('_', ' ')}`).join(' · '),
    '',
    'Open to everybody, signed in or not:',
    '',
    ...open,
    '',
  ].join('\n');
}
