import fc from 'fast-check';
import { completeAnswers } from '../answers.fixture.js';
import {
  answerAt,
  changedPaths,
  emptyEntry,
  isSameAnswer,
  mergeAnswers,
  toAnswerRecord,
  withAnswerAt,
} from '../index.js';

const base = completeAnswers().graduatedResponse;
const change = (path: string, value: string, of: object = base) => withAnswerAt('graduatedResponse', of, path, value);
const without = (path: string, of: object = base) => withAnswerAt('graduatedResponse', of, path, null);
const adding = (key: string, strategy: string, of: object = base) =>
  withAnswerAt('graduatedResponse', of, `cycles/${key}`, {
    ...emptyEntry('graduatedResponse', 'cycles', key),
    strategy,
  });
const merge = (mine: object, theirs: object) => mergeAnswers('graduatedResponse', { base, mine, theirs });

describe('mergeAnswers', () => {
  it('takes what only the other person has changed and keeps what only I have changed', () => {
    const { answers, conflicts, taken } = merge(
      change('cycles/1/whatChanged', 'Mine'),
      change('cycles/1/strategy', 'Theirs', change('teacherAdvice', 'Theirs, too')),
    );
    expect(conflicts).toEqual([]);
    expect(taken).toEqual(['teacherAdvice', 'cycles/1/strategy']);
    expect(answers).toMatchObject({
      teacherAdvice: 'Theirs, too',
      cycles: [{ whatChanged: 'Mine', strategy: 'Theirs' }, {}],
    });
  });

  it('leaves an answer that both have changed to a person, with both texts', () => {
    const { answers, conflicts } = merge(change('teacherAdvice', 'Mine'), change('teacherAdvice', 'Theirs'));
    expect(conflicts).toEqual([{ path: 'teacherAdvice', mine: 'Mine', theirs: 'Theirs' }]);
    expect(answers['teacherAdvice']).toBe('Mine');
  });

  it('finds no conflict where both have typed the same', () => {
    const same = change('teacherAdvice', 'The same');
    expect(merge(same, same)).toMatchObject({ conflicts: [], taken: [] });
  });

  it('keeps the entries that both have added, theirs first', () => {
    const { answers, conflicts } = merge(adding('mine', 'My cycle'), adding('theirs', 'Their cycle'));
    expect(conflicts).toEqual([]);
    expect(answers['cycles']).toMatchObject([{ key: '1' }, { key: '2' }, { key: 'theirs' }, { key: 'mine' }]);
  });

  it('removes an entry that one has removed and the other has left alone', () => {
    expect(merge(without('cycles/1'), base).answers['cycles']).toHaveLength(1);
    expect(merge(base, without('cycles/1'))).toMatchObject({
      taken: ['cycles/1'],
      answers: { cycles: [{ key: '2' }] },
    });
  });

  it('asks when one has removed what the other has changed', () => {
    const mine = change('cycles/1/strategy', 'Mine');
    const theirsGone = merge(mine, without('cycles/1'));
    expect(theirsGone.conflicts).toMatchObject([{ path: 'cycles/1', mine: { strategy: 'Mine' }, theirs: null }]);
    expect(theirsGone.answers['cycles']).toMatchObject([{ key: '2' }, { strategy: 'Mine' }]);
    const mineGone = merge(without('cycles/1'), change('cycles/1/strategy', 'Theirs'));
    expect(mineGone.conflicts).toMatchObject([{ path: 'cycles/1', mine: null, theirs: { strategy: 'Theirs' } }]);
  });

  it('knows old entries without a key by their place', () => {
    const cycles = base.cycles.map(({ strategy }) => ({ strategy }));
    expect(toAnswerRecord('graduatedResponse', { cycles })['cycles']).toMatchObject([{ key: '1' }, { key: '2' }]);
  });
});

describe('any two people on one section', () => {
  const path = fc.constantFrom(
    'teacherAdvice',
    'teacherConsulted',
    'schoolSpending',
    'cycles/1/strategy',
    'cycles/2/cost',
  );
  const step = fc.oneof(
    fc.tuple(path, fc.constantFrom('', 'a', 'b')).map(
      ([at, text]) =>
        (of: object) =>
          change(at, text, of),
    ),
    fc.constantFrom('1', '2').map((key) => (of: object) => without(`cycles/${key}`, of)),
    fc.constantFrom('x', 'y', 'z').map((key) => (of: object) => adding(key, 'new', of)),
  );
  const steps = fc.array(step, { maxLength: 6 }).map((list) => list.reduce((of: object, next) => next(of), base));

  it('lose nothing: each change is in the result, or is put before a person', () => {
    fc.assert(
      fc.property(steps, steps, (mine, theirs) => {
        const { answers, conflicts } = merge(mine, theirs);
        const asked = (at: string): boolean =>
          conflicts.some((each) => at === each.path || at.startsWith(`${each.path}/`));
        for (const by of [mine, theirs]) {
          for (const at of changedPaths('graduatedResponse', base, by)) {
            if (asked(at) || conflicts.some((each) => each.path.startsWith(`${at}/`))) continue;
            const wanted = answerAt('graduatedResponse', by, at);
            const [list, key] = at.split('/');
            // An entry that the other one has removed untouched is gone with it.
            const isEntry = list === 'cycles' && answerAt('graduatedResponse', answers, `cycles/${key ?? ''}`) === null;
            if (isEntry) expect(wanted === null || asked(`cycles/${key ?? ''}`)).toBe(true);
            else if (at.split('/').length !== 2)
              expect(isSameAnswer(answerAt('graduatedResponse', answers, at), wanted)).toBe(true);
          }
        }
      }),
    );
  });

  it('give what the other has when one has changed nothing', () => {
    fc.assert(
      fc.property(steps, (changed) => {
        expect(merge(base, changed).answers).toEqual(toAnswerRecord('graduatedResponse', changed));
        expect(merge(base, changed).conflicts).toEqual([]);
        const mine = merge(changed, base);
        expect(mine.conflicts).toEqual([]);
        expect(changedPaths('graduatedResponse', changed, mine.answers)).toEqual([]);
      }),
    );
  });

  it('come to the same once both have merged', () => {
    fc.assert(
      fc.property(steps, steps, (mine, theirs) => {
        const first = merge(mine, theirs);
        if (first.conflicts.length > 0) return;
        // I save what was merged; the other page, which has changed nothing since, takes all of it.
        const second = mergeAnswers('graduatedResponse', { base: theirs, mine: theirs, theirs: first.answers });
        expect(second.answers).toEqual(first.answers);
      }),
    );
  });
});
