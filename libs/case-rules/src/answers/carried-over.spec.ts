import { completeAnswers } from '../answers.fixture.js';
import {
  allAnswerFields,
  answeredPaths,
  carriedOverAnswers,
  emptyReferralAnswers,
  REFERRAL_SECTIONS,
} from '../index.js';

describe('what a second referral of a child begins with', () => {
  const last = completeAnswers();
  const copied = carriedOverAnswers(last);

  it('is who the child is, the family, the needs and what the school has done', () => {
    expect(copied.pupil).toEqual({ ...last.pupil, ncYear: '' });
    expect(copied.family).toEqual(last.family);
    expect(copied.flags).toEqual(last.flags);
    expect(copied.graduatedResponse).toEqual(last.graduatedResponse);
    expect(copied.needs).toEqual({ ...last.needs, concerns: '' });
  });

  it('is nothing that must be said anew', () => {
    for (const section of ['consent', 'attendance', 'measures', 'voice', 'request'] as const) {
      expect(copied).not.toHaveProperty(section);
    }
  });

  it('is nothing at all when nothing was written', () => {
    expect(carriedOverAnswers(emptyReferralAnswers())).toEqual({});
  });

  it('never holds an answer that the list of questions asks anew', () => {
    for (const { section, list, name, field } of allAnswerFields()) {
      if (!field.isAskedAnew || list !== null) continue;
      const answers = copied[section];
      expect(answers === undefined || !answeredPaths(section, answers).includes(name)).toBe(true);
    }
    expect(REFERRAL_SECTIONS.length).toBeGreaterThan(Object.keys(copied).length);
  });
});
