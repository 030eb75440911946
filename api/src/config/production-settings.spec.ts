import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readEnvironment } from './environment.js';
import { type Program, refuseUnfitSettings, unfitSettings } from './production-settings.js';

const hex = '5f0c9be1a2d34786';
const fit = {
  NODE_ENV: 'production',
  DATABASE_URL: `postgres://panel_api:${hex}@db:5432/panel?sslmode=verify-full&sslrootcert=/ca.pem`,
  PANEL_SCOPE_KEY: hex.repeat(4),
  PANEL_FIELD_KEY: Buffer.alloc(32, 7).toString('base64'),
  PANEL_PUBLIC_ADDRESS: 'https://panel.example.gov.uk',
  PANEL_VIRUS_SCANNER: 'tcp://clamav:3310',
};
const fitForMigrations = { ...fit, DATABASE_OWNER_URL: `postgres://panel:${hex}@db:5432/panel?sslmode=disable` };

function problemsWith(changes: Readonly<Record<string, string>>, program: Program = 'api'): string[] {
  const settings = program === 'migrate' ? fitForMigrations : fit;
  return unfitSettings(readEnvironment({ ...settings, ...changes }), program);
}

describe('settings in production', () => {
  it('that are fit let every program start', () => {
    expect(problemsWith({})).toEqual([]);
    expect(problemsWith({}, 'worker')).toEqual([]);
    expect(problemsWith({}, 'migrate')).toEqual([]);
  });

  it.each<[name: string, value: string]>([
    ['DATABASE_URL', ''],
    ['DATABASE_URL', 'no address'],
    ['DATABASE_URL', 'postgres://panel_api:changeme@db/panel?sslmode=disable'],
    ['DATABASE_URL', 'postgres://panel_api:panel_api@db/panel?sslmode=disable'],
    ['DATABASE_URL', 'postgres://panel_api:short@db/panel?sslmode=disable'],
    ['DATABASE_URL', `postgres://panel_api:${hex}@db/panel`],
    ['DATABASE_URL', `postgres://panel_api:${hex}@db/panel?sslmode=require`],
    ['REDIS_URL', 'redis://:redis@redis:6379'],
    ['PANEL_SCOPE_KEY', ''],
    ['PANEL_SCOPE_KEY', 'short'],
    ['PANEL_SCOPE_KEY', 'a'.repeat(64)],
    ['PANEL_FIELD_KEY', ''],
    ['PANEL_PUBLIC_ADDRESS', ''],
    ['PANEL_PUBLIC_ADDRESS', 'http://panel.example.gov.uk'],
    ['PANEL_PUBLIC_ADDRESS', 'https://localhost'],
    ['PANEL_PUBLIC_ADDRESS', 'https://panel.example.gov.uk/path'],
    ['PANEL_VIRUS_SCANNER', ''],
    ['DATABASE_OWNER_URL', `postgres://panel:${hex}@db/panel?sslmode=disable`],
  ])('%s=%j end the start, and the message names the setting', (name, value) => {
    const problems = problemsWith({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} `));
  });

  it('of a store of objects are all given, safe on the way and no placeholders', () => {
    const bucket = {
      PANEL_S3_BUCKET: 'documents',
      PANEL_S3_REGION: 'eu-west-2',
      PANEL_S3_KEY_ID: 'key-of-the-panel',
      PANEL_S3_SECRET: hex.repeat(2),
    };
    expect(problemsWith(bucket)).toEqual([]);
    expect(problemsWith({ ...bucket, PANEL_S3_ENDPOINT: 'http://s3.example.gov.uk' })).toEqual([
      expect.stringMatching(/^PANEL_S3_ENDPOINT /),
    ]);
    for (const unfit of ['minioadmin', bucket.PANEL_S3_KEY_ID]) {
      expect(problemsWith({ ...bucket, PANEL_S3_SECRET: unfit }, 'worker')).toEqual([
        expect.stringMatching(/^PANEL_S3_SECRET /),
      ]);
    }
    expect(() => problemsWith({ ...bucket, PANEL_S3_REGION: '' })).toThrow('PANEL_S3_REGION');
  });

  it('of the migrations need the owner, with a real password', () => {
    expect(problemsWith({ DATABASE_OWNER_URL: '' }, 'migrate')).toEqual([
      expect.stringMatching(/^DATABASE_OWNER_URL is missing/),
    ]);
    expect(
      problemsWith({ DATABASE_OWNER_URL: 'postgres://panel:panel@db/panel?sslmode=disable' }, 'migrate'),
    ).toHaveLength(1);
  });

  it('are all named at once, and no secret is repeated', () => {
    const settings = readEnvironment({ NODE_ENV: 'production', DATABASE_URL: 'postgres://panel_api:hunter2@db/panel' });
    expect(() => refuseUnfitSettings(settings, 'api')).toThrow(
      /DATABASE_URL[^]*PANEL_SCOPE_KEY[^]*PANEL_FIELD_KEY[^]*PANEL_PUBLIC_ADDRESS/,
    );
    expect(() => refuseUnfitSettings(settings, 'api')).not.toThrow('hunter2');
  });

  it('are not asked for on a developer’s machine', () => {
    expect(() => refuseUnfitSettings(readEnvironment({}), 'api')).not.toThrow();
  });

  it('may not make it a demonstration', () => {
    expect(() => readEnvironment({ ...fit, PANEL_DEMO: '1' })).toThrow('PANEL_DEMO');
  });

  it('that are secret are read from files, without the line’s end, and a file that is not there is said by its setting', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'inclusion-panel-secrets-'));
    try {
      const file = path.join(folder, 'secret');
      for (const name of [
        'DATABASE_URL',
        'DATABASE_OWNER_URL',
        'REDIS_URL',
        'PANEL_SCOPE_KEY',
        'PANEL_FIELD_KEY',
        'PANEL_SMTP_URL',
      ]) {
        writeFileSync(file, 'the secret\n');
        const read = readEnvironment({ [`${name}_FILE`]: file, PANEL_MAIL_FROM: 'panel@test.example' });
        expect(Object.values(read)).toContain('the secret');
        expect(() => readEnvironment({ [`${name}_FILE`]: path.join(folder, 'absent') })).toThrow(`${name}_FILE`);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
