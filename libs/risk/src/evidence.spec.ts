import {
  checkEvidence,
  checkJudgementFitsEvidence,
  CRITERIA_VERSIONS,
  criteriaOfVersion,
  currentCriteria,
  EVIDENCE_STRENGTHS,
  evidenceStrengthLabel,
} from './index.js';

const { version: criteriaVersion, criteria } = currentCriteria();
const answered = (strength: string) => criteria.map(({ code: criterion }) => ({ criterion, strength }));
const codes = (evidence: { criterion: string; strength: string }[], version = criteriaVersion) =>
  checkEvidence({ criteriaVersion: version, evidence }).map(({ pointer, code }) => `${pointer} ${code}`);

describe('the published criteria', () => {
  it('have words for every strength, and each code once', () => {
    for (const { criteria: list } of CRITERIA_VERSIONS) {
      expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
      for (const { anchors } of list) {
        for (const strength of EVIDENCE_STRENGTHS) expect(anchors[strength].length).toBeGreaterThan(10);
      }
    }
  });

  it('are each found by their version, with the newest in force', () => {
    expect(criteriaOfVersion(criteriaVersion)).toBe(currentCriteria());
    expect(criteriaOfVersion('1999-1')).toBeNull();
    const dates = CRITERIA_VERSIONS.map(({ publishedOn }) => publishedOn);
    expect(dates).toEqual(dates.toSorted());
  });

  it('never name a protected characteristic', () => {
    const words = /\b(ethnic|race|religio|sex|gender|disab|pregnan|orientation|marriage|faith|language spoken)/i;
    expect(JSON.stringify(CRITERIA_VERSIONS)).not.toMatch(words);
  });
});

describe('checkEvidence', () => {
  it.each(EVIDENCE_STRENGTHS)('finds nothing wrong when every criterion is answered with %s', (strength) => {
    expect(codes(answered(strength))).toEqual([]);
    expect(evidenceStrengthLabel(strength)).toMatch(/evidence$/);
  });

  it('names each criterion that is not answered', () => {
    expect(codes([])).toHaveLength(criteria.length);
    const oneMissing = answered('some').map((item, index) => (index === 2 ? { ...item, strength: '' } : item));
    expect(codes(oneMissing)).toEqual(['/evidence/2/strength evidence_missing']);
    expect(codes(answered('enormous'))).toHaveLength(criteria.length);
  });

  it('refuses criteria in another order, surplus ones, and a list that is not in force', () => {
    expect(codes(answered('some').toReversed())).toContain('/evidence/0/criterion evidence_out_of_order');
    expect(codes([...answered('some'), { criterion: 'charm', strength: 'strong' }])).toEqual([
      '/evidence evidence_surplus',
    ]);
    expect(codes(answered('some'), '1999-1')).toEqual(['/criteriaVersion criteria_version_not_current']);
  });
});

describe('checkJudgementFitsEvidence', () => {
  const short = 'Two suspensions this term';

  it('wants more words for a high risk that no strong evidence speaks for', () => {
    const fits = (riskLevel: string, rationale: string, strength: string) =>
      checkJudgementFitsEvidence({ riskLevel, rationale }, { evidence: answered(strength) }).map(({ code }) => code);
    expect(fits('high', short, 'some')).toEqual(['rationale_for_weak_evidence_too_short']);
    expect(fits('high', short, 'strong')).toEqual([]);
    expect(fits('medium', short, 'none')).toEqual([]);
    expect(fits('high', 'a'.repeat(60), 'none')).toEqual([]);
  });
});
