import { giasCell, readGiasDate } from './gias-schools.js';
import { type GiasHeader } from './gias-columns.js';
import { type IsoDate } from './dates.js';

/** One school came after another. */
export interface RegisterLink {
  readonly predecessorUrn: string;
  readonly successorUrn: string;
  readonly establishedOn: IsoDate | null;
}

/**
 * Reads a row of the file of links. Each link stands there from both sides ("Successor" of the one, "Predecessor" of the
 * other, also with an addition such as "Predecessor - amalgamated"); both give the same answer. Null: another kind of link,
 * such as a sixth form centre, or a row that cannot be read.
 */
export function readGiasLink(header: GiasHeader, cells: readonly string[]): RegisterLink | null {
  const urn = giasCell(header, cells, 'URN');
  const other = giasCell(header, cells, 'LinkURN');
  const kind = giasCell(header, cells, 'LinkType').toLowerCase();
  if (!/^\d{6}$/.test(urn) || !/^\d{6}$/.test(other) || urn === other) return null;
  const establishedOn = readGiasDate(giasCell(header, cells, 'LinkEstablishedDate')) ?? null;
  if (kind.startsWith('successor')) return { predecessorUrn: urn, successorUrn: other, establishedOn };
  if (kind.startsWith('predecessor')) return { predecessorUrn: other, successorUrn: urn, establishedOn };
  return null;
}
