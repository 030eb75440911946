import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const file = join(import.meta.dirname, '../../../test-results/states.ndjson');

/** A page as somebody met it: what the test calls this state, and where it was. */
export interface State {
  readonly name: string;
  readonly path: string;
}

export function forgetStates(): void {
  rmSync(file, { force: true });
}

export function recordState(state: State): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(state)}\n`);
}

export function recordedStates(): readonly State[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): State => JSON.parse(line));
}
