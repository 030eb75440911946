import {
  availableVerbs,
  decideMove,
  findTransition,
  mayEver,
  type Move,
  needs,
  type Refusal,
  type StatusDisplay,
  type Transition,
} from './moves.js';
import { type Role } from './roles.js';

/** The stages of a panel meeting. */
export const PANEL_STATUSES = ['planned', 'papers_published', 'in_session', 'closed'] as const;
export type PanelStatus = (typeof PANEL_STATUSES)[number];

export const PANEL_VERBS = ['publish_papers', 'start', 'close'] as const;
export type PanelVerb = (typeof PANEL_VERBS)[number];

/** The one table of moves of a panel. */
export const PANEL_TRANSITIONS: readonly Transition<PanelStatus, PanelVerb, Role>[] = [
  { verb: 'publish_papers', from: ['planned'], to: 'papers_published', roles: ['coordinator'] },
  { verb: 'start', from: ['papers_published'], to: 'in_session', roles: ['coordinator'] },
  { verb: 'close', from: ['in_session'], to: 'closed', roles: ['coordinator'] },
];

/** What must be known to judge each verb. */
export interface PanelVerbFacts {
  readonly publish_papers: { readonly agendaItems: number };
  readonly start: Record<never, never>;
  readonly close: { readonly undecidedItems: number };
}

type Checks = { readonly [V in PanelVerb]: (facts: PanelVerbFacts[V]) => readonly Refusal[] };

const CHECKS: Checks = {
  publish_papers: ({ agendaItems }) =>
    needs(agendaItems > 0, 'agenda_empty', 'Add at least one case to the agenda before publishing the papers'),
  start: () => [],
  close: ({ undecidedItems }) =>
    needs(undecidedItems === 0, 'items_undecided', 'Record a decision for every case on the agenda before closing'),
};

const DISPLAY: Readonly<Record<PanelStatus, StatusDisplay>> = {
  planned: { label: 'Planned', colour: 'grey' },
  papers_published: { label: 'Papers published', colour: 'blue' },
  in_session: { label: 'In session', colour: 'yellow' },
  closed: { label: 'Closed', colour: 'green' },
};

/** Whether a verb can be done to a panel now, and the status afterwards. */
export function movePanel<V extends PanelVerb>(
  status: PanelStatus,
  verb: V,
  facts: PanelVerbFacts[V],
): Move<PanelStatus> {
  const check: Checks[V] = CHECKS[verb];
  const refused = {
    code: 'panel_status_forbids',
    message: `This cannot be done: the panel is ${DISPLAY[status].label.toLowerCase()}`,
  };
  return decideMove(findTransition(PANEL_TRANSITIONS, status, verb), status, refused, check(facts));
}

/** The verbs that these roles may do to a panel in a status. */
export function availablePanelVerbs(status: PanelStatus, roles: readonly Role[]): readonly PanelVerb[] {
  return availableVerbs(PANEL_TRANSITIONS, status, roles);
}

/** Whether these roles may ever do a verb. */
export function mayDoPanelVerb(verb: PanelVerb, roles: readonly Role[]): boolean {
  return mayEver(PANEL_TRANSITIONS, verb, roles);
}

/** Whether cases can be added, moved or taken off; published papers are frozen. */
export function canEditAgenda(status: PanelStatus): boolean {
  return status === 'planned';
}

/** Whether decisions can be recorded; after the panel is closed they are minuted and stand. */
export function canRecordDecisions(status: PanelStatus): boolean {
  return status === 'in_session';
}

/** Label and tag colour of a status. */
export function panelStatusDisplay(status: PanelStatus): StatusDisplay {
  return DISPLAY[status];
}
