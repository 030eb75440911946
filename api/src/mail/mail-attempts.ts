const minute = 60_000;

/** For so long a mail is its sender's: longer than any attempt can last. */
export const heldMilliseconds = 2 * minute;

/** With the waits between them, more than two days. */
export const attemptsAllowed = 18;

/** After the first failure one minute, then twice as long each time, at most six hours. */
export function waitMilliseconds(attempts: number): number {
  return Math.min(2 ** (attempts - 1) * minute, 6 * 60 * minute);
}
