/** Dates and times as the GOV.UK style guide writes them, in UK time whatever the browser's zone. */
const ukTime = 'Europe/London';

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const instantDayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: ukTime,
});
const clockFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: ukTime });

/** `2026-09-01` → `1 September 2026`. Text that is no complete date comes back as it is. */
export function dayText(date: string): string {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : undefined;
  return instant && !Number.isNaN(instant.valueOf()) ? dayFormat.format(instant) : date;
}

/** An ISO instant → `10:42` in UK time; `''` when it is no instant. */
export function clockTime(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.valueOf()) ? '' : clockFormat.format(date);
}

/** An ISO instant → `1 September 2026 at 10:42` in UK time; `''` when it is no instant. */
export function instantText(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.valueOf()) ? '' : `${instantDayFormat.format(date)} at ${clockTime(instant)}`;
}
