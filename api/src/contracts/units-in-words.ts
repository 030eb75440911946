import type { CapacityUnit } from './contract.entity.js';

/** "1 place", "12 hours". */
export function unitsInWords(units: number, unit: CapacityUnit): string {
  return `${units} ${unit}${units === 1 ? '' : 's'}`;
}
