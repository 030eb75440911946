import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Secrets of a demonstration, made at the first start and kept beside its data for their owner alone. In production they
 * come from outside, see docs/running.md.
 */
export function localSecret(dataFolder: string, name: string): string {
  const folder = path.resolve(dataFolder, 'secrets');
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  const file = path.join(folder, name);
  if (!existsSync(file)) {
    // Under another name first: a killed start must not leave half a secret.
    const half = `${file}.${process.pid}`;
    writeFileSync(half, randomBytes(32).toString('hex'), { mode: 0o600 });
    renameSync(half, file);
  }
  return readFileSync(file, 'utf8');
}
