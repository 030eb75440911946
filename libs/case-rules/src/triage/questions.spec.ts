import { completeAnswers } from '../answers.fixture.js';
import {
  answerSection,
  emptyReferralAnswers,
  findOptionalGaps,
  findReferralGaps,
  REFERRAL_SECTIONS,
  referralQuestionLabel,
  referralQuestions,
} from '../index.js';

describe('the questions of a referral', () => {
  it('can each be asked again, by section and field, and each section as a whole', () => {
    const places = referralQuestions().map(({ section, field }) => `${section}/${field}`);
    expect(new Set(places).size).toBe(places.length);
    for (const section of REFERRAL_SECTIONS) expect(places).toContain(`${section}/`);
    expect(referralQuestionLabel('needs', 'whatWorks')).toBe('Needs: What works');
    expect(referralQuestionLabel('needs', '')).toBe('Needs');
  });

  it('have a name for every place that can have a gap', () => {
    const places = referralQuestions().map(({ section, field }) => `/${section}/${field}`);
    for (const { pointer } of findReferralGaps(emptyReferralAnswers(), '2026-11-24')) {
      expect(places).toContain(pointer.split('/').slice(0, 3).join('/'));
    }
  });
});

describe('what a complete referral may still leave out', () => {
  it('is an optional question, and never something without which it cannot be submitted', () => {
    const answers = emptyReferralAnswers();
    const required = findReferralGaps(answers, '2026-11-24').map(({ pointer }) => pointer);
    const optional = findOptionalGaps(answers);
    for (const { section, field } of optional) {
      expect([field, answerSection(section).fields[field]?.isOptional]).toEqual([field, true]);
      expect(required).not.toContain(`/${section}/${field}`);
    }
    expect(optional.length).toBeGreaterThan(3);
  });

  it('is named with why it would help, until it is answered', () => {
    const complete = completeAnswers();
    const missing = findOptionalGaps({ ...complete, needs: { ...complete.needs, whatWorks: ' ' } });
    expect(missing).toContainEqual(
      expect.objectContaining({ section: 'needs', field: 'whatWorks', why: expect.stringContaining('find it out') }),
    );
    const given = findOptionalGaps({ ...complete, needs: { ...complete.needs, whatWorks: 'Music' } });
    expect(given.map(({ field }) => field)).not.toContain('whatWorks');
  });
});
