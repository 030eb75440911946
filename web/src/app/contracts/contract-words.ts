import type { CapacityUnit, CommitmentKind, ContractListItem } from '@panel/api-client';
import { formatPounds } from '@panel/money';

const units: Readonly<Record<CapacityUnit, readonly [one: string, many: string]>> = {
  place: ['place', 'places'],
  hour: ['hour', 'hours'],
  session: ['session', 'sessions'],
};

const kinds: Readonly<Record<CommitmentKind, string>> = {
  reserved: 'Reserved',
  committed: 'Committed',
  delivered: 'Delivered',
  invoiced: 'Invoiced',
  released: 'Given back',
};

/** `1 place`, `12 hours`. */
export function unitsText(count: number, unit: CapacityUnit): string {
  const [one, many] = units[unit];
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** The unit alone: `place` or `places`. */
export const unitName = (unit: CapacityUnit): string => units[unit][0];

export const commitmentLabel = (kind: CommitmentKind): string => kinds[kind];

type Capacity = Pick<ContractListItem, 'capacityUnit' | 'capacityUnits' | 'takenUnits' | 'leftUnits' | 'leftPence'>;

/** `14 of 20 places taken, 6 left`. */
export function capacityText({ capacityUnit, capacityUnits, takenUnits, leftUnits }: Capacity): string {
  return `${takenUnits.toLocaleString('en-GB')} of ${unitsText(capacityUnits, capacityUnit)} taken, ${leftText(leftUnits)}`;
}

/** What can still be given out, in units and money. */
export function leftInWords({ capacityUnit, leftUnits, leftPence }: Capacity): string {
  return `${unitsText(leftUnits, capacityUnit)} and ${formatPounds(leftPence)} left`;
}

function leftText(leftUnits: number): string {
  return leftUnits === 0 ? 'none left' : `${leftUnits.toLocaleString('en-GB')} left`;
}
