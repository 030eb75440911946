/**
 * Whether words that somebody searches for are a reference of a case or a part of one (`EIP-2026-0042`, `0042`), and so may
 * stand in an address. Anything else may be the name of a child, which must not.
 */
export function isReferenceSearch(words: string): boolean {
  return /^(?:EIP|SAR)?[\s-]*[\d-]*\d[\d-]*$/i.test(words.trim());
}
