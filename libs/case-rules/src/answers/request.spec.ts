import { completeAnswers } from '../answers.fixture.js';
import {
  answerBlocks,
  answerDifferences,
  answersFingerprint,
  findReferralGaps,
  mergeAnswers,
  readReferralAnswers,
} from '../index.js';

const answers = completeAnswers();
const choice = (key: string, title: string) => ({ key, title });

describe('support from the toolkit', () => {
  it('is nothing in a request from before it was asked, which is still signed and says the same', () => {
    const { toolkit: _, ...older } = answers.request;
    const read = readReferralAnswers({ ...answers, request: older });
    expect(read.request.toolkit).toEqual([]);
    expect(answersFingerprint(read)).toBe(answersFingerprint(answers));
    expect(answerDifferences(read, answers)).toEqual([]);
  });

  it('is read with its title, and no more than five', () => {
    const six = Array.from({ length: 6 }, (_, index) => choice(`t${index}`, `Resource ${index}`));
    const asked = { ...answers, request: { ...answers.request, toolkit: six } };
    const [first] = answerBlocks('request', asked.request);
    expect(first?.lines).toEqual([expect.objectContaining({ path: 'toolkit/0/title', text: 'Resource 0' })]);
    const gaps = findReferralGaps(asked, '2026-11-24');
    expect(gaps.map(({ pointer }) => pointer)).toEqual(['/request/toolkit']);
    expect(findReferralGaps({ ...asked, request: { ...asked.request, toolkit: six.slice(1) } }, '2026-11-24')).toEqual(
      [],
    );
  });

  it('of two who choose the same resource is one, and of two others both', () => {
    const of = (...toolkit: readonly ReturnType<typeof choice>[]) => ({ ...answers.request, toolkit: [...toolkit] });
    const merged = mergeAnswers('request', {
      base: of(),
      mine: of(choice('a', 'A calm start'), choice('b', 'Mine')),
      theirs: of(choice('a', 'A calm start'), choice('c', 'Theirs')),
    });
    expect(merged.conflicts).toEqual([]);
    expect(merged.answers['toolkit']).toEqual([
      choice('a', 'A calm start'),
      choice('c', 'Theirs'),
      choice('b', 'Mine'),
    ]);
  });
});
