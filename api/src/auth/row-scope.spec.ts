import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROLES } from '@panel/case-rules';

import type { Actor, Grant } from './actor.js';

type Condition = (actor: Actor, values: unknown[]) => string;

const sources = path.join(import.meta.dirname, '..');
const files = globSync('**/*-visibility.ts', { cwd: sources }).sort();
const authorityId = 4711;
const today = '2026-11-24';
const own = {
  schoolId: '00000000-0000-4000-8000-0000000000a1',
  providerId: '00000000-0000-4000-8000-0000000000b1',
  userId: '00000000-0000-4000-8000-0000000000c1',
};
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function somebody(...grants: readonly Grant[]): Actor {
  return {
    authorityId,
    userId: own.userId,
    name: 'Somebody',
    grants,
    allGrants: grants,
    origin: { address: null, sessionId: null, requestId: null },
  };
}

/** The one function of the file; that of a child also asks which day it is. */
async function conditionOf(file: string): Promise<Condition> {
  const loaded: Readonly<Record<string, (...given: readonly unknown[]) => string>> = await import(
    path.join(sources, file)
  );
  const [found, ...others] = Object.entries(loaded).filter(([name]) => /visibleTo$/i.test(name));
  if (!found || others.length > 0) throw new Error(`${file} must have one function whose name ends in visibleTo`);
  const [, visibleTo] = found;
  return (actor, values) => (visibleTo.length === 3 ? visibleTo(actor, today, values) : visibleTo(actor, values));
}

describe('who finds which rows', () => {
  it.each(files)('is decided by %s: by the authority, and by nobody’s ids but the person’s own', async (file) => {
    const visibleTo = await conditionOf(file);
    for (const role of ROLES) {
      const grant = {
        role,
        schoolId: role === 'senco' || role === 'panel_member' ? own.schoolId : null,
        providerId: role === 'provider' ? own.providerId : null,
      };
      const values: unknown[] = ['a value that stands before'];
      const condition = visibleTo(somebody(grant), values);
      if (condition === 'false') continue;
      const ofAuthority = values.flatMap((value, index) => (value === authorityId ? [`$${index + 1}`] : []));
      expect(ofAuthority.some((place) => condition.includes(`.authority_id = ${place}`))).toBe(true);
      const ids = values.flat().filter((value) => uuid.test(String(value)));
      expect(ids.filter((id) => !Object.values(own).includes(String(id)))).toEqual([]);
      // Each value that was pushed is asked for, and the one that stood before is left alone.
      const asked = new Set(condition.match(/\$\d+/g));
      expect([...asked].sort()).toEqual(values.slice(1).map((_, index) => `$${index + 2}`));
    }
  });

  it.each(files)('by %s: who has no role finds nothing but what is theirs by name', async (file) => {
    const values: unknown[] = [];
    const condition = (await conditionOf(file))(somebody(), values);
    expect(condition === 'false' || values.includes(own.userId)).toBe(true);
  });

  it('is decided nowhere else', () => {
    const elsewhere = globSync('**/*.ts', { cwd: sources })
      .filter((file) => !files.includes(file) && !file.includes('.spec.'))
      .filter((file) => /function \w*visibleTo\(/i.test(readFileSync(path.join(sources, file), 'utf8')));
    expect(elsewhere).toEqual([]);
  });
});
