const ukDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** Today in the United Kingdom as `YYYY-MM-DD`, for answers that are usually today. */
export function todayInUk(now: Date = new Date()): string {
  return ukDay.format(now);
}
