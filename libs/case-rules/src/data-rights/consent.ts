import { type IsoDate, readTypedDate } from '@panel/reference';

/** With whom a family agrees to share: each is agreed to, and taken back, on its own. */
export const SHARING_GROUPS = ['panel_schools', 'providers'] as const;
export type SharingGroup = (typeof SHARING_GROUPS)[number];

/** How a family told the authority or the school. */
export const CONSENT_CHANNELS = ['in_person', 'by_phone', 'in_writing'] as const;

/** A family's word, as it was recorded. Never changed: the newest one for a group counts. */
export interface ConsentEvent {
  readonly kind: 'given' | 'withdrawn';
  readonly groups: readonly SharingGroup[];
  readonly saidOn: IsoDate;
}

/** What the consent section of the referral says: the family's first word. */
export interface FirstConsent {
  readonly shareWithPanel: string;
  readonly shareWithProviders: string;
  /** Until when the family agreed, as typed; '' where they set no end. */
  readonly expiresOn: string;
}

export interface ConsentState {
  readonly panelSchools: boolean;
  readonly providers: boolean;
  /** The newest event for some group is a withdrawal. */
  readonly isWithdrawn: boolean;
}

/**
 * With whom a case may be shared now: the newest event for each group, in the order in which they were recorded; without
 * one the answer of the referral, until the day on which that ends. The order of recording counts, not the day it was said: a withdrawal that arrives late
 * stops the sharing all the same, and only a newer "yes" starts it again.
 */
export function consentState(first: FirstConsent, events: readonly ConsentEvent[], today: IsoDate): ConsentState {
  const newest = (group: SharingGroup): ConsentEvent | undefined =>
    events.findLast(({ groups }) => groups.includes(group));
  const isOver = hasConsentEnded(first.expiresOn, today);
  const panel = newest('panel_schools');
  const providers = newest('providers');
  return {
    panelSchools: panel ? panel.kind === 'given' : first.shareWithPanel === 'yes' && !isOver,
    providers: providers ? providers.kind === 'given' : first.shareWithProviders === 'yes' && !isOver,
    isWithdrawn: panel?.kind === 'withdrawn' || providers?.kind === 'withdrawn',
  };
}

/** Whether the last day of an agreement is over; '' and what is no date never end. */
export function hasConsentEnded(expiresOn: string, today: IsoDate): boolean {
  const typed = readTypedDate(expiresOn);
  return typed.kind === 'date' && typed.date < today;
}

const labels: Readonly<Record<SharingGroup, string>> = {
  panel_schools: 'Panel schools',
  providers: 'Providers of support',
};

export function sharingGroupLabel(group: SharingGroup): string {
  return labels[group];
}
