import { pupilInitials } from './pupil-initials.js';

describe('initials of a pupil', () => {
  it('takes the first letter of every part of the name', () => {
    expect(pupilInitials('Robin Example')).toBe('RE');
    expect(pupilInitials('  robin   van  Example-Jones ')).toBe('RVEJ');
  });

  it('knows letters beyond the English alphabet and passes over other signs', () => {
    expect(pupilInitials('Élodie (Lo) ó Briain')).toBe('ÉLÓB');
  });

  it('is empty where nothing is known yet', () => {
    expect(pupilInitials('')).toBe('');
  });
});
