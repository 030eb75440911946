import ehcTimeline from './golden/ehc-timeline.json' with { type: 'json' };
import ncYears from './golden/nc-years.json' with { type: 'json' };
import upnVectors from './golden/upn-vectors.json' with { type: 'json' };
import { addWeeks, checkUpn, NC_YEARS, ncYearFor, normaliseUpn, upnCheckLetter } from './index.js';

describe('UPN vectors', () => {
  it.each(upnVectors.vectors)('$upn: $note', (vector) => {
    const check = checkUpn(vector.upn);
    expect(check.isValid).toBe(vector.valid);
    if (check.isValid) {
      expect(check.kind).toBe(vector.kind);
      expect(check.isLaCodeKnown).toBe(vector.la_code_known);
      expect(upnCheckLetter(vector.upn.slice(1))).toBe(vector.expected_check_letter);
    } else {
      expect(check.code).toBe(vector.error);
      expect(check.expectedCheckLetter).toBe(vector.expected_check_letter);
    }
  });

  it('accepts a UPN typed in small letters and with spaces once it is normalised', () => {
    expect(checkUpn(normaliseUpn(' r857 000-024001 '))).toEqual({
      isValid: true,
      kind: 'permanent',
      isLaCodeKnown: true,
    });
  });

  it('refuses a final letter that is no check letter', () => {
    expect(checkUpn('A85700002400I')).toMatchObject({ isValid: false, code: 'last_character_not_allowed' });
    expect(upnCheckLetter('8570000240')).toBeNull();
  });
});

describe('national curriculum year vectors', () => {
  it.each(ncYears.tests)('a child born on $dob is in $code in $academic_year_start', (test) => {
    expect(ncYearFor(test.dob, `${test.academic_year_start}-09-01`)).toBe(test.code);
    expect(ncYearFor(test.dob, `${test.academic_year_start + 1}-08-31`)).toBe(test.code);
  });

  it('holds every code of a pupil with its label', () => {
    const expected = ncYears.codes
      .filter((year) => year.pupil !== false)
      .map(({ code, label, numeric }) => ({ code, label, number: numeric }));
    expect(NC_YEARS).toEqual(expected);
  });
});

describe('EHC timeline vectors', () => {
  it.each(ehcTimeline.tests)('a request received on $received is due after 6, 16 and 20 weeks', (test) => {
    expect(addWeeks(test.received, 6)).toBe(test.six_weeks);
    expect(addWeeks(test.received, 16)).toBe(test.sixteen_weeks);
    expect(addWeeks(test.received, 20)).toBe(test.twenty_weeks);
  });
});
