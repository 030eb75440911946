import type { ReferralComparison, ReferralVersion } from '@panel/api-client';
import { aReferral } from '../referral.fixture.js';
import { differencesInWords } from './difference-words.js';

const { sections } = aReferral();
const [cycle] = sections.graduatedResponse.answers.cycles;
const version = (number: number, changed: Partial<ReferralVersion['sections']> = {}): ReferralVersion => ({
  number,
  kind: number === 1 ? 'submission' : 'amendment',
  reason: null,
  madeByName: 'Jo Fielding',
  madeAt: '2026-11-24T09:30:00Z',
  changes: null,
  signedName: null,
  signedRole: null,
  signedAt: null,
  sections: { ...sections, ...changed },
});
const unknown = { changedByName: null, changedAt: null };
const byJo = { changedByName: 'Jo Fielding', changedAt: '2026-11-24T09:30:00Z' };
const compare = (
  before: ReferralVersion,
  after: ReferralVersion,
  ...differences: ReferralComparison['differences']
): ReferralComparison => ({ before, after, differences });

describe('differences in words', () => {
  it('ask as the form asks, and answer with its words for codes and dates', () => {
    const was = { ...sections.pupil, answers: { ...sections.pupil.answers, bornOn: '2016-9-3', sex: 'M' } };
    const is = { ...sections.pupil, answers: { ...sections.pupil.answers, bornOn: '2016-10-3', sex: 'F' } };
    const found = differencesInWords(
      compare(
        version(1, { pupil: was }),
        version(2, { pupil: is }),
        { ...unknown, section: 'pupil', pointer: '/pupil/bornOn', before: '2016-9-3', after: '2016-10-3' },
        { ...byJo, section: 'pupil', pointer: '/pupil/sex', before: 'M', after: 'F' },
      ),
    );
    expect(found).toEqual([
      {
        heading: 'Pupil',
        question: 'Date of birth',
        before: ['3 September 2016'],
        after: ['3 October 2016'],
        changed: ['Not recorded'],
      },
      {
        heading: 'Pupil',
        question: 'Sex',
        before: ['Male'],
        after: ['Female'],
        changed: ['Jo Fielding', '24 November 2026 at 09:30'],
      },
    ]);
  });

  it('say where an answer was not given, and name the cycle', () => {
    if (!cycle) throw new Error('a referral begins with a cycle');
    const cycles = [cycle, { ...cycle, strategy: 'A quiet place\nEvery morning' }];
    const found = differencesInWords(
      compare(
        version(1),
        version(2, {
          graduatedResponse: {
            ...sections.graduatedResponse,
            answers: { ...sections.graduatedResponse.answers, cycles },
          },
        }),
        {
          ...unknown,
          section: 'graduatedResponse',
          pointer: '/graduatedResponse/cycles/1/strategy',
          before: '',
          after: 'A quiet place\nEvery morning',
        },
      ),
    );
    expect(found).toEqual([
      {
        heading: 'What the school has done: cycle 2',
        question: 'What was done',
        before: ['Not answered'],
        after: ['A quiet place', 'Every morning'],
        changed: ['Not recorded'],
      },
    ]);
  });

  it('show what is stored where the form has no row for the answer', () => {
    const found = differencesInWords(
      compare(version(1), version(2), {
        ...unknown,
        section: 'request',
        pointer: '/request/somethingNewer',
        before: 'one',
        after: '',
      }),
    );
    expect(found).toEqual([
      {
        heading: 'What the school asks for',
        question: 'Something newer',
        before: ['one'],
        after: ['Not answered'],
        changed: ['Not recorded'],
      },
    ]);
  });
});
