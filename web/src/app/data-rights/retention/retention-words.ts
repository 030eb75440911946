import type { RetentionRule } from '@panel/api-client';

const starts: Readonly<Record<string, string>> = {
  birth: 'the child’s birth',
  closing: 'its end',
  last_change: 'the last change',
  release: 'its release',
  sending: 'its sending',
};

const reasons: Readonly<Record<string, string>> = {
  on_hold: 'Legal hold',
  access_request_open: 'An access request is open',
  access_request_kept: 'An answered access request is still kept',
};

export function periodText({ months, days }: Pick<RetentionRule, 'months' | 'days'>): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const parts = [count(years, 'year'), count(rest, 'month'), count(days, 'day')].filter(Boolean);
  return parts.join(', ');
}

export function startText(startsAt: string): string {
  return starts[startsAt] ?? startsAt;
}

export function keptText(all: readonly string[]): string {
  return all.length === 0 ? 'Will be destroyed' : `Kept: ${all.map((reason) => reasons[reason] ?? reason).join(', ')}`;
}

function count(number: number, unit: string): string {
  return number === 0 ? '' : `${number} ${unit}${number === 1 ? '' : 's'}`;
}
