import { isRole, roleLabel } from '@panel/case-rules';

import type { DemoPerson } from './home/home.dto.js';

/** The box that the first run prints: where to look, and as whom. */
export function welcome(address: string, people: readonly DemoPerson[]): string {
  const rows = people.map(({ key, name, role, otherRole, organisationName, waiting }) => [
    `${labelOf(role)}${otherRole ? ` and ${labelOf(otherRole)}` : ''}: ${name}${organisationName ? `, ${organisationName}` : ''}`,
    `  ${address}/sign-in?person=${key}`,
    `  ${waiting}`,
  ]);
  const lines = [
    'The Inclusion Panel is running. Everybody and everything in it is invented.',
    '',
    `Web application  ${address}`,
    `Its mail         ${address}/outbox`,
    `API description  ${address}/api/docs`,
    '',
    'Sign in with one click as',
    ...rows.flat(),
    '',
    'Ctrl+C ends it; the data stays. `npm run demo:reset` starts afresh.',
  ];
  const rule = '─'.repeat(78);
  return [rule, ...lines, rule].join('\n');
}

function labelOf(role: string): string {
  return isRole(role) ? roleLabel(role) : role;
}
