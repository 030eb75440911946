import fc from 'fast-check';

import { answerDifferences } from '../answer-differences.js';
import { completeAnswers } from '../answers.fixture.js';
import { changesAbout, returnSpan } from './return-changes.js';
import { referralQuestions } from './questions.js';

const asked = (round: number, askedOfVersion: number | null) =>
  ({ section: 'needs', field: 'whatWorks', round, askedOfVersion }) as const;

describe('the versions around a return', () => {
  it('are the one that was returned and the newest one that was sent since', () => {
    expect(returnSpan(1, [asked(1, 1)], 1)).toBeNull();
    expect(returnSpan(1, [asked(1, 1)], 2)).toEqual({ before: 1, after: 2 });
    // An amendment after the answer belongs to what changed since.
    expect(returnSpan(1, [asked(1, 1)], 3)).toEqual({ before: 1, after: 3 });
  });

  it('end with the next return', () => {
    const both = [asked(2, 2), asked(1, 1)];
    expect(returnSpan(1, both, 3)).toEqual({ before: 1, after: 2 });
    expect(returnSpan(2, both, 3)).toEqual({ before: 2, after: 3 });
    expect(returnSpan(2, both, 2)).toBeNull();
  });

  it('are not known for a return of before versions were kept', () => {
    expect(returnSpan(1, [asked(1, null)], 2)).toBeNull();
    expect(returnSpan(3, [asked(1, 1)], 2)).toBeNull();
  });

  it('never go backwards, whatever was asked of what', () => {
    const question = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.option(fc.integer({ min: 1, max: 6 })))
      .map(([round, version]) => asked(round, version));
    fc.assert(
      fc.property(
        fc.array(question),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 6 }),
        (all, round, n) => {
          const span = returnSpan(round, all, n);
          expect(span === null || span.before < span.after).toBe(true);
        },
      ),
    );
  });
});

describe('the changes about a question', () => {
  const before = completeAnswers();
  const [first, ...others] = before.graduatedResponse.cycles;
  if (!first) throw new Error('a complete referral has cycles');

  it('are those of the answer, of the list, or of the whole section', () => {
    const after = {
      ...before,
      needs: { ...before.needs, whatWorks: 'Music.', triggers: 'Noise.' },
      graduatedResponse: {
        ...before.graduatedResponse,
        cycles: [{ ...first, whatChanged: 'More.', strategy: 'Else.' }, ...others],
      },
    };
    const differences = answerDifferences(before, after);
    expect(changesAbout({ section: 'needs', field: 'whatWorks' }, differences)).toBe(1);
    expect(changesAbout({ section: 'needs', field: 'what' }, differences)).toBe(0);
    expect(changesAbout({ section: 'needs', field: '' }, differences)).toBe(2);
    expect(changesAbout({ section: 'graduatedResponse', field: 'cycles' }, differences)).toBe(2);
    expect(changesAbout({ section: 'graduatedResponse', field: 'cycles/1' }, differences)).toBe(0);
    expect(changesAbout({ section: 'voice', field: '' }, differences)).toBe(0);
  });

  it('of all questions of a section are the differences of the section, each counted once', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (strengths, childsView, whatChanged) => {
        const after = {
          ...before,
          needs: { ...before.needs, strengths },
          voice: { ...before.voice, childsView },
          graduatedResponse: { ...before.graduatedResponse, cycles: [{ ...first, whatChanged }, ...others] },
        };
        const differences = answerDifferences(before, after);
        const questions = referralQuestions();
        const single = questions.filter(({ field }) => field !== '').map((one) => changesAbout(one, differences));
        const whole = questions.filter(({ field }) => field === '').map((one) => changesAbout(one, differences));
        const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
        expect(sum(single)).toBe(differences.length);
        expect(sum(whole)).toBe(differences.length);
      }),
    );
  });
});
