import { type AllocationVerb, availableAllocationVerbs, isAllocationOpen } from '@panel/case-rules';
import { senTypeLabel } from '@panel/reference';

import { type Actor, hasRole, may, rolesOf } from '../auth/actor.js';
import type { Permission } from '../auth/permissions.js';
import type { Allocation, AllocationListItem } from './allocation.dto.js';
import type { AllocationRow, SessionRow } from './allocation-view.query.js';
import { deliveredUnits } from './delivered-units.js';
import { pupilInitials } from './pupil-initials.js';

/** The verbs that have a route, and the permission that route asks for. */
const permissionOf: Partial<Readonly<Record<AllocationVerb, Permission>>> = {
  accept: 'allocation:accept',
  decline: 'allocation:decline',
  record_session: 'allocation:deliver',
  complete: 'allocation:deliver',
};

/**
 * Whether this person reads about the child: a provider only when the family agreed to share with providers, and only while
 * there is, or was, support to give. A withdrawn case is not shared any longer.
 */
export function isShared(row: AllocationRow, actor: Actor): boolean {
  if (hasRole(actor, 'coordinator')) return true;
  const isDelivered = isAllocationOpen(row.status) || row.status === 'completed' || row.status === 'ended_early';
  return row.shareWithProviders === 'yes' && isDelivered && row.referralStatus !== 'withdrawn';
}

export function toAllocationListItem(row: AllocationRow, actor: Actor): AllocationListItem {
  const isNameShared = isShared(row, actor);
  return {
    id: row.id,
    reference: row.reference,
    status: row.status,
    pupilName: isNameShared ? row.pupilName : pupilInitials(row.pupilName),
    isNameShared,
    schoolName: row.schoolName,
    contractTitle: row.contractTitle,
    providerName: row.providerName,
    units: row.units,
    unit: row.unit,
    amountPence: row.amountPence,
    panelHeldOn: row.panelHeldOn,
    allocatedOn: row.allocatedOn,
  };
}

export function toAllocation(row: AllocationRow, sessions: readonly SessionRow[], actor: Actor): Allocation {
  const item = toAllocationListItem(row, actor);
  const verbs = availableAllocationVerbs(row.status, rolesOf(actor));
  return {
    ...item,
    version: row.version,
    referralId: hasRole(actor, 'coordinator') ? row.referralId : null,
    needSummary: row.primaryNeed === null ? '' : senTypeLabel(row.primaryNeed),
    requestedSupport: item.isNameShared ? (row.requestedSupport ?? '') : '',
    outcomesSought: item.isNameShared ? (row.desiredOutcomes ?? '') : '',
    declineReason: row.declineReason,
    deliverySessions: sessions.map((session) => ({ ...session })),
    deliveredUnits: deliveredUnits({ ...row, isCompleted: row.status === 'completed' }, sessions),
    availableVerbs: verbs.filter((verb) => {
      const permission = permissionOf[verb];
      return permission !== undefined && may(actor, permission);
    }),
  };
}
