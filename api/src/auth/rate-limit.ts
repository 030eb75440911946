/** So many attempts within so long. `delay`: after some of them each next one waits twice as long as the one before. */
export interface RateLimit {
  readonly name: string;
  readonly attempts: number;
  readonly withinSeconds: number;
  readonly delay?: { readonly after: number; readonly longestSeconds: number };
}

export type Judgement =
  | { readonly isAllowed: true; readonly attempts: readonly Date[] }
  | { readonly isAllowed: false; readonly waitSeconds: number };

/** Whether one more attempt may be made now, and what is then remembered. */
export function judgeAttempt(limit: RateLimit, earlier: readonly Date[], now: Date): Judgement {
  const milliseconds = limit.withinSeconds * 1000;
  const recent = earlier
    .filter((at) => now.getTime() - at.getTime() < milliseconds)
    .sort((a, b) => a.getTime() - b.getTime());
  const oldest = recent.at(recent.length - limit.attempts);
  if (recent.length >= limit.attempts && oldest) return refusal(oldest.getTime() + milliseconds - now.getTime());
  const last = recent.at(-1);
  if (limit.delay && last && recent.length >= limit.delay.after) {
    const delay = Math.min(limit.delay.longestSeconds, 2 ** (recent.length - limit.delay.after)) * 1000;
    const left = last.getTime() + delay - now.getTime();
    if (left > 0) return refusal(left);
  }
  return { isAllowed: true, attempts: [...recent, now] };
}

function refusal(milliseconds: number): Judgement {
  return { isAllowed: false, waitSeconds: Math.max(1, Math.ceil(milliseconds / 1000)) };
}
