/*
 * `npm run audit:dependencies`: known vulnerabilities of what runs in production. Fails on any that is not on the list below,
 * and on an entry of the list that has run out. Where the registry does not answer the question (a mirror may not), it says
 * that nothing was checked: that is no pass.
 */
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

import { root } from './workspace.mjs';

/**
 * Advisories that do not touch us, each with a reason and a day on which somebody looks again (at most three months on):
 * { advisory: 'GHSA-…', until: '2027-01-31', why: 'only on Windows' }.
 */
const accepted = [];

/** What `npm audit --json` said, as `{ isAvailable, problems, overlooked }`. */
export function judge(report, list, today) {
  if (typeof report?.auditReportVersion !== 'number') return { isAvailable: false, problems: [], overlooked: [] };
  const advisories = new Map();
  for (const { via } of Object.values(report.vulnerabilities ?? {})) {
    for (const each of via.filter((entry) => typeof entry === 'object')) {
      advisories.set(each.url.split('/').at(-1), `${each.severity}: ${each.name} ${each.range}: ${each.title}`);
    }
  }
  const problems = [];
  const overlooked = [];
  for (const [advisory, text] of advisories) {
    const entry = list.find((each) => each.advisory === advisory);
    if (!entry) problems.push(`${advisory} ${text}`);
    else if (entry.until < today) problems.push(`${advisory} ${text} (accepted until ${entry.until}: look again)`);
    else overlooked.push(`${advisory} ${text} (accepted until ${entry.until}: ${entry.why})`);
  }
  for (const { advisory } of list.filter((each) => !advisories.has(each.advisory))) {
    problems.push(`${advisory} is accepted, but nothing has it any longer: take it off the list`);
  }
  return { isAvailable: true, problems, overlooked };
}

function ask() {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--omit=dev'], { cwd: root, encoding: 'utf8' });
  try {
    return JSON.parse(stdout);
  } catch {
    return null; // no answer that can be read is no answer
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { isAvailable, problems, overlooked } = judge(ask(), accepted, new Date().toISOString().slice(0, 10));
  const say = (line) => process.stdout.write(`${line}\n`);
  if (!isAvailable) say('NOT CHECKED: this registry does not answer questions about vulnerabilities. Ask another one.');
  for (const line of overlooked) say(`accepted  ${line}`);
  for (const line of problems) say(`FAILED    ${line}`);
  if (isAvailable && problems.length === 0) say('No known vulnerabilities in what runs in production.');
  process.exitCode = problems.length > 0 ? 1 : 0;
}
