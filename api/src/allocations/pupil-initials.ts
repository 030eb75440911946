/** "Robin van Example" is "RVE": enough to tell cases apart in a room, not enough to name a child. */
export function pupilInitials(pupilName: string): string {
  return pupilName
    .split(/[\s\u2010-\u2015-]+/u)
    .map((word) => /\p{L}/u.exec(word)?.[0] ?? '')
    .join('')
    .toLocaleUpperCase('en-GB');
}
