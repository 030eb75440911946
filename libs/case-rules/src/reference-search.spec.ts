import { isReferenceSearch } from './index.js';

describe('words that somebody searches for', () => {
  it.each(['EIP-2026-0042', 'eip-2026', '0042', ' 2026-0042 ', 'SAR-2026-0001'])('%s are a reference', (words) => {
    expect(isReferenceSearch(words)).toBe(true);
  });

  it.each(['Robin', 'Robin Brown', 'EIP', 'Brown 2', 'EIP Robin', '', '-', 'A2020'])('"%s" may be a name', (words) => {
    expect(isReferenceSearch(words)).toBe(false);
  });
});
