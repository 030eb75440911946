import fc from 'fast-check';

import { aCycle, completeAnswers } from './answers.fixture.js';
import {
  answerDifferences,
  changedPaths,
  lastChangeOf,
  REFERRAL_SECTIONS,
  type ReferralAnswers,
  type ReferralSection,
} from './index.js';

interface Change {
  readonly by: string;
  readonly at: string;
}

const since = '2026-11-20T10:00:00.000Z';
const cyclesOf = (answers: ReferralAnswers) => answers.graduatedResponse.cycles;
const withCycles = (answers: ReferralAnswers, cycles: ReturnType<typeof cyclesOf>): ReferralAnswers => ({
  ...answers,
  graduatedResponse: { ...answers.graduatedResponse, cycles },
});

/** What the product keeps when people save one after the other: the last change of each path. */
function written(versions: readonly (readonly [by: string, answers: ReferralAnswers])[], before: ReferralAnswers) {
  const changes: Partial<Record<ReferralSection, Record<string, Change>>> = {};
  let last = before;
  for (const [index, [by, answers]] of versions.entries()) {
    for (const section of REFERRAL_SECTIONS) {
      const at = `2026-11-21T10:00:0${index}.000Z`;
      for (const path of changedPaths(section, last[section], answers[section])) {
        changes[section] = { ...changes[section], [path]: { by, at } };
      }
    }
    last = answers;
  }
  return { before, after: last, changes, since };
}

const base = withCycles(
  completeAnswers(),
  ['a', 'b', 'c'].map((key) => aCycle({ key, strategy: `Of ${key}` })),
);
const authors = (compared: ReturnType<typeof written>) =>
  answerDifferences(compared.before, compared.after).map((one) => [
    one.pointer,
    lastChangeOf<Change>(one, compared)?.by,
  ]);

describe('who made a difference', () => {
  it('is who changed the answer last', () => {
    const first = { ...base, needs: { ...base.needs, strengths: 'Sings', concerns: 'Loud' } };
    const second = { ...first, needs: { ...first.needs, strengths: 'Sings well' } };
    expect(
      authors(
        written(
          [
            ['Ann', first],
            ['Ben', second],
          ],
          base,
        ),
      ),
    ).toEqual([
      ['/needs/strengths', 'Ben'],
      ['/needs/concerns', 'Ann'],
    ]);
  });

  it('is found by the key of an entry, wherever it stands', () => {
    const [a, b, c] = cyclesOf(base);
    if (!a || !b || !c) throw new Error('there are three');
    const first = withCycles(base, [a, { ...b, whatChanged: 'Calmer' }, c]);
    expect(authors(written([['Ann', first]], base))).toEqual([['/graduatedResponse/cycles/1/whatChanged', 'Ann']]);
  });

  it('is for an entry that came or went, and for all that only moved, who added or removed it', () => {
    const [a, b, c] = cyclesOf(base);
    if (!a || !b || !c) throw new Error('there are three');
    const removed = written([['Ben', withCycles(base, [b, c])]], base);
    expect(new Set(authors(removed).map(([, by]) => by))).toEqual(new Set(['Ben']));
    const added = written([['Eve', withCycles(base, [a, b, c, aCycle({ key: 'd' })])]], base);
    expect(new Set(authors(added).map(([, by]) => by))).toEqual(new Set(['Eve']));
  });

  it('is nobody for what was changed before the older version was sent', () => {
    const compared = written([['Ann', { ...base, needs: { ...base.needs, strengths: 'Sings' } }]], base);
    expect(authors({ ...compared, since: '2026-11-22T10:00:00.000Z' })).toEqual([['/needs/strengths', undefined]]);
  });

  it('is known for every difference that people have saved', () => {
    const texts = fc.constantFrom('', 'One', 'Two');
    const edit = fc.record({
      by: fc.constantFrom('Ann', 'Ben'),
      strengths: texts,
      keys: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }),
      strategy: texts,
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
        const versions = edits.map(({ by, strengths, keys, strategy }): [string, ReferralAnswers] => [
          by,
          withCycles(
            { ...base, needs: { ...base.needs, strengths } },
            keys.toSorted().map((key, index) => aCycle({ key, strategy: index === 0 ? strategy : `Of ${key}` })),
          ),
        ]);
        const compared = written(versions, base);
        const people = new Set<string>(edits.map(({ by }) => by));
        for (const [, by] of authors(compared)) expect(people.has(by ?? '')).toBe(true);
      }),
    );
  });
});
