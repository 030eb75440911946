import fc from 'fast-check';
import { aCycle, completeAnswers } from './answers.fixture.js';
import { answerDifferences, answersFingerprint, REFERRAL_SECTIONS, type ReferralAnswers } from './index.js';

const words = fc.constantFrom('', 'a', 'b', 'Two\nlines', 'yes', 'no', '2026-1-12');

/** The complete answers with any of their texts replaced, and any number of cycles. */
const someAnswers: fc.Arbitrary<ReferralAnswers> = fc
  .tuple(fc.infiniteStream(fc.option(words)), fc.nat({ max: 4 }))
  .map(([texts, cycles]) => {
    const base = {
      ...completeAnswers(),
      graduatedResponse: {
        ...completeAnswers().graduatedResponse,
        cycles: Array.from({ length: cycles }, () => aCycle()),
      },
    };
    const json = JSON.stringify(base, (_, value: unknown) => {
      if (typeof value !== 'string') return value;
      const { value: text } = texts.next() as { value: string | null };
      return text ?? value;
    });
    return JSON.parse(json) as ReferralAnswers;
  });

/** What a pointer leads to; '' where there is nothing. */
function answerAt(answers: ReferralAnswers, pointer: string): string {
  let value: unknown = answers;
  for (const part of pointer.split('/').slice(1)) value = (value as Record<string, unknown> | undefined)?.[part];
  return typeof value === 'string' ? value : '';
}

describe('differences between two versions', () => {
  it('are none between a version and itself', () => {
    fc.assert(fc.property(someAnswers, (answers) => expect(answerDifferences(answers, answers)).toEqual([])));
  });

  it('say of each field what it was and what it is, in the order of the sections', () => {
    fc.assert(
      fc.property(someAnswers, someAnswers, (before, after) => {
        const found = answerDifferences(before, after);
        for (const difference of found) {
          expect(difference.before).toBe(answerAt(before, difference.pointer));
          expect(difference.after).toBe(answerAt(after, difference.pointer));
          expect(difference.before).not.toBe(difference.after);
          expect(difference.pointer.split('/')[1]).toBe(difference.section);
        }
        expect(new Set(found.map(({ pointer }) => pointer)).size).toBe(found.length);
        const order = found.map(({ section }) => REFERRAL_SECTIONS.indexOf(section));
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });

  it('are the same the other way round, old for new', () => {
    fc.assert(
      fc.property(someAnswers, someAnswers, (before, after) => {
        const forth = answerDifferences(before, after).map((d) => [d.pointer, d.before, d.after]);
        const back = answerDifferences(after, before).map((d) => [d.pointer, d.after, d.before]);
        expect(forth.toSorted()).toEqual(back.toSorted());
      }),
    );
  });

  it('are found exactly when the fingerprints differ', () => {
    fc.assert(
      fc.property(someAnswers, someAnswers, (before, after) => {
        const isSame = answersFingerprint(before) === answersFingerprint(after);
        expect(isSame).toBe(answerDifferences(before, after).length === 0);
      }),
    );
  });

  it('are none when the form has a new question that nobody has answered', () => {
    const before = completeAnswers();
    const after = { ...before, needs: { ...before.needs, askedSince: '', chosenSince: [] } };
    expect(answerDifferences(before, after)).toEqual([]);
    expect(answersFingerprint(after)).toBe(answersFingerprint(before));
  });

  it('take a list of words for one answer', () => {
    const before = completeAnswers();
    const after = { ...before, needs: { ...before.needs, chosen: ['one', 'two'] } };
    expect(answerDifferences(before, after)).toEqual([
      { section: 'needs', pointer: '/needs/chosen', before: '', after: 'one\ntwo' },
    ]);
  });

  it('name a cycle that was added by each of its answers', () => {
    const before = completeAnswers();
    const after = {
      ...before,
      graduatedResponse: { ...before.graduatedResponse, cycles: [...before.graduatedResponse.cycles, aCycle()] },
    };
    const found = answerDifferences(before, after);
    expect(found.map(({ pointer }) => pointer)).toContain('/graduatedResponse/cycles/2/strategy');
    expect(found.every((difference) => difference.before === '')).toBe(true);
  });
});
