const windowMilliseconds = 5 * 60_000;
const failuresAllowed = 10;
const placesKept = 10_000;

/**
 * At most ten failures in five minutes for one pair of account and address. The pair, not the account, is slowed: a
 * stranger elsewhere cannot lock anybody out.
 */
export class SignInLimit {
  private readonly failures = new Map<string, number[]>();

  isExceeded(key: string, now: number): boolean {
    return this.recent(key, now).length >= failuresAllowed;
  }

  recordFailure(key: string, now: number): void {
    const recent = [...this.recent(key, now), now];
    this.failures.delete(key);
    this.failures.set(key, recent);
    const oldest = this.failures.size > placesKept ? this.failures.keys().next().value : undefined;
    if (oldest !== undefined) this.failures.delete(oldest);
  }

  forget(key: string): void {
    this.failures.delete(key);
  }

  private recent(key: string, now: number): number[] {
    return (this.failures.get(key) ?? []).filter((at) => now - at < windowMilliseconds);
  }
}
