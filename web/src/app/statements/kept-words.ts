import type { KeptRecords } from '@panel/api-client';

const starts: Readonly<Record<string, string>> = {
  birth: 'the child’s birth',
  closing: 'the end of the case or request',
  last_change: 'the last change',
  release: 'the day it was given out',
  sending: 'the day it was sent',
};

export function keptFor({ months, days }: Pick<KeptRecords, 'months' | 'days'>): string {
  const parts = [count(Math.floor(months / 12), 'year'), count(months % 12, 'month'), count(days, 'day')];
  return parts.filter((part) => part !== '').join(' and ');
}

export const keptFrom = ({ startsAt }: Pick<KeptRecords, 'startsAt'>): string => starts[startsAt] ?? startsAt;

function count(number: number, unit: string): string {
  return number === 0 ? '' : `${number} ${unit}${number === 1 ? '' : 's'}`;
}
