import { availablePanelVerbs, papersCloseOn, papersPublishedOn } from '@panel/case-rules';

import { pupilInitials } from '../allocations/pupil-initials.js';
import { type Actor, hasRole, rolesOf } from '../auth/actor.js';
import type { AgendaItem, Panel, PanelListItem, ReadyCase } from './panel.dto.js';
import type { AgendaRow } from './panel-agenda.query.js';
import type { PanelPaper } from './panel-paper.js';
import { isConflicted } from './panel-visibility.js';
import type { PanelRow } from './panels.repository.js';
import type { ReadyCaseRow } from './ready-cases.query.js';

export function toPanelListItem(row: PanelRow): PanelListItem {
  return {
    id: row.id,
    heldOn: row.heldOn,
    venue: row.venue,
    status: row.status,
    papersCloseOn: papersCloseOn(row.heldOn),
    papersPublishedOn: papersPublishedOn(row.heldOn),
    caseCount: row.caseCount,
    decidedCount: row.decidedCount,
  };
}

export function toPanel(row: PanelRow, agenda: readonly AgendaRow[], actor: Actor): Panel {
  return {
    ...toPanelListItem(row),
    version: row.version,
    papersHash: row.papersHash,
    agenda: agenda.map((item) => toAgendaItem(item, actor)),
    availableVerbs: [...availablePanelVerbs(row.status, rolesOf(actor))],
  };
}

/** Whether this person may read about the case here: not in a conflict, and a member not once it, or its consent, is withdrawn. */
export function isReadable(row: AgendaRow, actor: Actor): boolean {
  if (isConflicted(actor, row.kindredSchoolIds)) return false;
  return (row.referralStatus !== 'withdrawn' && !row.isConsentWithdrawn) || hasRole(actor, 'coordinator');
}

export function toAgendaItem(row: AgendaRow, actor: Actor): AgendaItem {
  const place = { id: row.id, position: row.position, isConsentWithdrawn: row.isConsentWithdrawn };
  if (isConflicted(actor, row.kindredSchoolIds))
    return { ...place, ...nothing, isConflicted: true, isConsentWithdrawn: false };
  const { referralId, reference, referralStatus } = row;
  if (row.isConsentWithdrawn && !isReadable(row, actor)) return { ...place, ...nothing };
  if (!isReadable(row, actor)) return { ...place, ...nothing, referralId, reference, referralStatus };

  const paper = row.paper ?? toPaper(row);
  const seesMoney = hasRole(actor, 'coordinator') || row.decision !== null;
  return {
    ...place,
    isConflicted: false,
    referralId,
    reference,
    referralStatus,
    isUrgent: paper.isUrgent,
    pupilInitials: paper.pupilInitials,
    schoolName: paper.schoolName,
    ncYear: paper.ncYear,
    primaryNeed: paper.primaryNeed,
    riskLevel: paper.riskLevel,
    weeklyHours: paper.weeklyHoursHundredths === null ? null : paper.weeklyHoursHundredths / 100,
    annualValuePence: seesMoney ? paper.annualValuePence : null,
    requestedSupport: paper.requestedSupport,
    desiredOutcomes: paper.desiredOutcomes,
    decision: row.decision,
  };
}

/** The paper of a case as it stands now. Published papers are kept as they were: see `AgendaRow.paper`. */
export function toPaper(row: AgendaRow): PanelPaper {
  return {
    reference: row.reference,
    pupilInitials: pupilInitials(row.pupilName),
    schoolName: row.schoolName,
    ncYear: row.ncYear,
    primaryNeed: row.primaryNeed,
    isUrgent: row.isUrgent,
    assessmentNumber: row.assessmentNumber,
    riskLevel: row.riskLevel,
    weeklyHoursHundredths: row.weeklyHoursHundredths,
    annualValuePence: row.annualValuePence,
    requestedSupport: row.requestedSupport ?? '',
    desiredOutcomes: row.desiredOutcomes ?? '',
  };
}

export function toReadyCase({ pupilName, ...row }: ReadyCaseRow): ReadyCase {
  return { ...row, pupilInitials: pupilInitials(pupilName) };
}

const nothing = {
  isConflicted: false,
  referralId: null,
  reference: null,
  referralStatus: null,
  isUrgent: null,
  pupilInitials: null,
  schoolName: null,
  ncYear: null,
  primaryNeed: null,
  riskLevel: null,
  weeklyHours: null,
  annualValuePence: null,
  requestedSupport: null,
  desiredOutcomes: null,
  decision: null,
} as const;
