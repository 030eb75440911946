import type { Refusal } from '@panel/case-rules';
import { formatDate } from '@panel/reference';

import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const panelNotFound = (): Problem =>
  new Problem(404, 'panel_not_found', 'Panel not found', 'There is no such panel, or it is not yours to see.');

export const agendaItemNotFound = (): Problem =>
  new Problem(404, 'agenda_item_not_found', 'Not on this agenda', 'This case is not on the agenda of this panel.');

export const panelInPast = (): Problem =>
  fieldsInvalid([{ pointer: '/heldOn', code: 'panel_in_past', detail: 'Enter the day of the panel: today or later.' }]);

export const panelTooFarAhead = (): Problem =>
  fieldsInvalid([
    { pointer: '/heldOn', code: 'panel_too_far_ahead', detail: 'Enter a day within the next two years.' },
  ]);

export const panelOnThisDayExists = (heldOn: string): Problem =>
  new Problem(
    409,
    'panel_on_this_day_exists',
    'There is a panel on this day already',
    `A panel on ${formatDate(heldOn)} is already planned. Add the cases to that one, or choose another day.`,
  );

export const panelMoveRefused = (reasons: readonly Refusal[]): Problem =>
  new Problem(
    409,
    'panel_move_refused',
    'This cannot be done now',
    reasons.map((reason) => `${reason.message}.`).join(' '),
  );

export const panelItemsUndecided = (count: number): Problem =>
  new Problem(
    409,
    'panel_items_undecided',
    'Some cases have no decision yet',
    `${count === 1 ? '1 case has' : `${count} cases have`} no decision. Record one for each before closing; a case that the panel did not come to can be deferred.`,
  );

export const agendaFrozen = (): Problem =>
  new Problem(
    409,
    'agenda_frozen',
    'The agenda can no longer be changed',
    'The papers are published. A case that comes late goes to the next panel.',
  );

export const referralUnknown = (): Problem =>
  fieldsInvalid([
    { pointer: '/referralId', code: 'referral_unknown', detail: 'Choose one of the cases that are ready.' },
  ]);

export const caseNotReady = (): Problem =>
  new Problem(
    409,
    'case_not_ready',
    'The case is not ready for a panel',
    'Only a case that is marked as ready for panel can be put on an agenda.',
  );

export const caseOnAgendaAlready = (heldOn: string): Problem =>
  new Problem(
    409,
    'case_on_agenda_already',
    'The case is on an agenda already',
    `It is on the agenda of the panel on ${formatDate(heldOn)}.`,
  );

export const agendaItemAtEnd = (direction: 'up' | 'down'): Problem =>
  new Problem(
    409,
    'agenda_item_at_end',
    'The case cannot be moved further',
    direction === 'up' ? 'It is the first on the agenda.' : 'It is the last on the agenda.',
  );

export const decisionsNotOpen = (): Problem =>
  new Problem(
    409,
    'decisions_not_open',
    'Decisions are recorded while the panel is in session',
    'Start the panel first. Before it only an urgent chair’s action can be recorded, once the papers are published; after it nothing more.',
  );

export const alreadyDecided = (): Problem =>
  new Problem(
    409,
    'already_decided',
    'This case is already decided',
    'A decision for this case was recorded at this panel. Load the panel again to see it.',
  );

export const decisionInvalid = (
  problems: readonly { readonly pointer: string; readonly code: string; readonly message: string }[],
): Problem => fieldsInvalid(problems.map(({ pointer, code, message }) => ({ pointer, code, detail: `${message}.` })));
