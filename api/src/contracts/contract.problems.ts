import { formatPounds } from '@panel/money';

import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';
import type { CapacityUnit } from './contract.entity.js';
import { unitsInWords } from './units-in-words.js';

export const contractNotFound = (): Problem =>
  new Problem(404, 'contract_not_found', 'Contract not found', 'There is no such contract, or it is not yours to see.');

export const contractUnknown = (): Problem =>
  fieldsInvalid([{ pointer: '/contractId', code: 'contract_unknown', detail: 'Choose one of the contracts.' }]);

export const contractNotAllocatedByPanel = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/contractId',
      code: 'contract_not_allocated_by_panel',
      detail: 'Choose a contract whose places the panel allocates.',
    },
  ]);

export const contractNotInForce = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/contractId',
      code: 'contract_not_in_force',
      detail: 'Choose a contract that is in force on the day of the panel.',
    },
  ]);

export const contractCapacityExhausted = (left: {
  readonly leftUnits: number;
  readonly leftPence: number;
  readonly capacityUnit: CapacityUnit;
}): Problem =>
  new Problem(
    409,
    'contract_capacity_exhausted',
    'The contract has not enough left',
    `Left are ${unitsInWords(left.leftUnits, left.capacityUnit)} and ${formatPounds(left.leftPence)}. Nothing was recorded. ` +
      'Choose fewer units or another contract, or put the child on the reserve list.',
  );
