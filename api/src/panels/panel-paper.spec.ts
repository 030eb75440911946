import { type PanelPaper, paperHash, papersHash } from './panel-paper.js';

const paper: PanelPaper = {
  reference: 'EIP-2026-0001',
  pupilInitials: 'RE',
  schoolName: 'School 1',
  ncYear: '5',
  primaryNeed: 'SEMH',
  isUrgent: false,
  assessmentNumber: 1,
  riskLevel: 'high',
  weeklyHoursHundredths: 3250,
  annualValuePence: 778_260,
  requestedSupport: 'Specialist teacher',
  desiredOutcomes: 'Stays in lessons',
};

describe('the hash of a paper', () => {
  it('is the same whatever the order in which its fields come back from the database', () => {
    const turned = Object.fromEntries(Object.entries(paper).reverse()) as unknown as PanelPaper;
    expect(Object.keys(turned)[0]).toBe('desiredOutcomes');
    expect(paperHash(turned)).toBe(paperHash(paper));
  });

  it('changes with everything that the panel reads', () => {
    const changes: Partial<PanelPaper>[] = [
      { riskLevel: 'low' },
      { ncYear: null },
      { requestedSupport: 'Specialist teacher.' },
      { weeklyHoursHundredths: 3251 },
      { isUrgent: true },
    ];
    const hashes = changes.map((change) => paperHash({ ...paper, ...change }));
    expect(new Set([paperHash(paper), ...hashes]).size).toBe(changes.length + 1);
  });

  it('of a pack depends on the order of the agenda', () => {
    const other = { ...paper, reference: 'EIP-2026-0002' };
    expect(papersHash([paper, other])).not.toBe(papersHash([other, paper]));
  });
});
