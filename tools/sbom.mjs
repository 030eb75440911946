/*
 * `npm run sbom`: the bill of materials, CycloneDX, of what runs in production: written to sbom.cdx.json, which belongs to a
 * release and is not committed. What the lock file says is the truth; nothing is asked of the network.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { root } from './workspace.mjs';

/** Licences that let us ship the product under MIT. Another one is a decision: write it here with its reason. */
export const allowedLicences = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
  'PostgreSQL',
];

/** Named in the package's LICENSE file, but not where npm looks. */
const statedElsewhere = { 'busboy@1.6.0': 'MIT', 'streamsearch@1.1.0': 'MIT' };

export function billOfMaterials() {
  const text = execFileSync(
    'npm',
    ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  // Not `--omit=dev`, which leaves out whatever a package for developers uses too, Express among it.
  const bill = withoutDevelopment(JSON.parse(text));
  const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // npm takes the name of the folder.
  Object.assign(bill.metadata.component, { name, version, licenses: [{ license: { id: license } }] });
  return bill;
}

/** What the lock file installs in production, as `name@version`; a version that developers use elsewhere too counts. */
export function productionPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return new Set(
    Object.entries(packages)
      .filter(([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link)
      .map(([path, { name, version }]) => `${name ?? path.split('node_modules/').at(-1)}@${version}`),
  );
}

function withoutDevelopment(bill) {
  const production = productionPackages();
  const components = bill.components
    .filter((component) => isOurs(component) || production.has(packageOf(component)))
    .map((component) => {
      const licence = statedElsewhere[packageOf(component)];
      return licence ? { ...component, licenses: [{ license: { id: licence } }] } : component;
    });
  const kept = new Set([...components.map((component) => component['bom-ref']), bill.metadata.component['bom-ref']]);
  const dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => kept.has(each)) }));
  return { ...bill, components, dependencies };
}

const isOurs = ({ purl }) => purl.startsWith('pkg:npm/%40panel/');

/** `name@version` of a component. */
export const packageOf = ({ purl }) => decodeURIComponent(purl.replace(/^pkg:npm\//, ''));

export function licencesOf({ licenses = [] }) {
  return licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression);
}

/** Packages of others: our own workspaces stand in the bill too. */
export function foreignComponents({ components }) {
  return components.filter((component) => !isOurs(component));
}

/** What must not be in a release: a component without a licence, or with one that is not on the list. */
export function licenceProblems(bill) {
  return foreignComponents(bill).flatMap((component) => {
    const licences = licencesOf(component);
    const name = `${component.purl}: ${licences.join(', ') || 'no licence'}`;
    return licences.length > 0 && licences.every(isAllowed) ? [] : [name];
  });
}

/** Of "(MIT OR GPL-3.0)" one choice is enough. */
function isAllowed(expression) {
  return expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((id) => allowedLicences.includes(id.trim())));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const bill = billOfMaterials();
  const problems = licenceProblems(bill);
  writeFileSync(join(root, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  process.stdout.write(`sbom.cdx.json: ${bill.components.length} components.\n`);
  if (problems.length > 0) {
    process.stdout.write(`Licences that nobody has agreed to:\n${problems.join('\n')}\n`);
    process.exitCode = 1;
  }
}
