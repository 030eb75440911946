import type { Role } from '../roles.js';

/**
 * For whom a note on a case is written, from the narrowest on: people of the council, the council and the child's school, or
 * everybody on the case (the provider of its support and the panel, too).
 */
export const NOTE_VISIBILITIES = ['council', 'council_and_school', 'everybody'] as const;
export type NoteVisibility = (typeof NOTE_VISIBILITIES)[number];

const LABELS: Readonly<Record<NoteVisibility, string>> = {
  council: 'Council only',
  council_and_school: 'Council and school',
  everybody: 'Everybody on the case',
};

/** The circle of readers as people see it. */
export function noteVisibilityLabel(visibility: NoteVisibility): string {
  return LABELS[visibility];
}

/** The circles for which somebody of these roles can write: nobody writes what they could not read. */
export function noteVisibilitiesOf(roles: readonly Role[]): readonly NoteVisibility[] {
  if (roles.includes('coordinator')) return NOTE_VISIBILITIES;
  return roles.includes('senco') ? ['council_and_school', 'everybody'] : [];
}

/**
 * The circles for which somebody of a provider can write about a child whom it supports: the coordinator, and the school if
 * they choose so. The provider itself reads what it wrote; the panel and other providers do not.
 */
export const NOTE_VISIBILITIES_OF_PROVIDER = [
  'council',
  'council_and_school',
] as const satisfies readonly NoteVisibility[];

/** How long an author can correct a note, in hours. Afterwards a second note says what was wrong with the first. */
export const NOTE_CORRECTION_HOURS = 24;

const millisecondsInAnHour = 3_600_000;

/** Whether the author of a note can still correct it: up to 24 hours after it was first written, the last instant included. */
export function canCorrectNote(writtenAt: Date, now: Date): boolean {
  return now.getTime() - writtenAt.getTime() <= NOTE_CORRECTION_HOURS * millisecondsInAnHour;
}
