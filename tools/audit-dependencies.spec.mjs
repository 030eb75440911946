import { judge } from './audit-dependencies.mjs';

const today = '2026-11-24';
const report = {
  auditReportVersion: 2,
  vulnerabilities: {
    left: {
      via: [{ url: 'https://advisories.example/GHSA-1', severity: 'high', name: 'left', range: '<2', title: 'Breaks' }],
    },
    right: { via: ['left'] },
  },
};

describe('known vulnerabilities', () => {
  it('fail, once each, with what they are', () => {
    expect(judge(report, [], today).problems).toEqual(['GHSA-1 high: left <2: Breaks']);
  });

  it('are passed over while somebody has said why, and until when', () => {
    const accepted = { advisory: 'GHSA-1', until: '2026-12-31', why: 'not used' };
    expect(judge(report, [accepted], today)).toMatchObject({
      problems: [],
      overlooked: [expect.stringContaining('not used')],
    });
    expect(judge(report, [{ ...accepted, until: '2026-11-01' }], today).problems).toHaveLength(1);
  });

  it('that are accepted and gone come off the list', () => {
    const accepted = { advisory: 'GHSA-2', until: '2026-12-31', why: 'not used' };
    expect(judge({ auditReportVersion: 2, vulnerabilities: {} }, [accepted], today).problems).toHaveLength(1);
  });

  it.each([null, {}, { statusCode: 405, message: 'Method Not Allowed' }])(
    'are not said to be absent when nobody answered: %j',
    (answer) => {
      expect(judge(answer, [], today).isAvailable).toBe(false);
    },
  );
});
