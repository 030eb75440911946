import {
  broadAreaOfNeed,
  codeLabel,
  findCode,
  giasPhaseLabel,
  isCodeValidOn,
  isSenTypeAllowedWith,
  isSenTypeCode,
  isSexCode,
  ncYearFor,
  ncYearLabel,
  ncYearOrder,
  schoolPhaseLabel,
  SEN_TYPES,
  senProvisionLabel,
  senTypeLabel,
  sexLabel,
} from './index.js';

describe('code sets', () => {
  it('holds the fourteen SEN types in census order', () => {
    expect(SEN_TYPES.map((type) => type.code).join(' ')).toBe(
      'SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD DS OTH NSA',
    );
  });

  it('gives labels, and an unknown code back as it is', () => {
    expect(senTypeLabel('SEMH')).toBe('Social, emotional and mental health');
    expect(senProvisionLabel('K')).toBe('SEN support');
    expect(sexLabel('F')).toBe('Female');
    expect(schoolPhaseLabel('PS')).toBe('Primary');
    expect(giasPhaseLabel('2')).toBe('Primary');
    expect(codeLabel(SEN_TYPES, 'BESD')).toBe('BESD');
    expect(ncYearLabel('R')).toBe('Reception');
  });

  it('allows NSA only with SEN support and no type at all without a need', () => {
    expect(isSenTypeAllowedWith('NSA', 'K')).toBe(true);
    expect(isSenTypeAllowedWith('NSA', 'E')).toBe(false);
    expect(isSenTypeAllowedWith('ASD', 'E')).toBe(true);
    expect(isSenTypeAllowedWith('ASD', 'N')).toBe(false);
  });

  it('never back-dates Down syndrome before it was collected', () => {
    const downSyndrome = findCode(SEN_TYPES, 'DS');
    expect(downSyndrome && isCodeValidOn(downSyndrome, '2025-01-15')).toBe(false);
    expect(downSyndrome && isCodeValidOn(downSyndrome, '2025-01-16')).toBe(true);
    expect(isCodeValidOn({ code: 'A', label: 'School action', validTo: '2014-08-31' }, '2014-09-01')).toBe(false);
  });

  it('tells codes from other text', () => {
    expect(isSenTypeCode('ASD')).toBe(true);
    expect(isSenTypeCode('asd')).toBe(false);
    expect(isSexCode('X')).toBe(false);
    expect(broadAreaOfNeed('SLCN')).toBe('Communication and interaction');
    expect(broadAreaOfNeed('DS')).toBeNull();
  });

  it('orders years by age and leaves no code to those outside the scheme', () => {
    expect(['10', '2', 'R', 'X', 'N2'].toSorted((a, b) => ncYearOrder(a) - ncYearOrder(b))).toEqual([
      'N2',
      'R',
      '2',
      '10',
      'X',
    ]);
    expect(ncYearFor('1990-01-01', '2026-09-01')).toBeNull();
    expect(ncYearFor('2026-09-01', '2026-09-02')).toBeNull();
  });
});
