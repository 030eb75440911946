import { type AccessRequestDue, accessRequestDue } from '@panel/case-rules';

import type {
  AccessPack,
  AccessPackSummary,
  AccessRequest,
  AccessRequestListItem,
  PackRecord,
} from './access-request.dto.js';
import type { AccessPackRow, PassageRow } from './access-packs.repository.js';
import type { AccessRequestRow, ChildRow } from './access-requests.repository.js';
import { groupBy, type PackContent, textsOf } from './pack-content.js';
import type { PackDocumentRow } from './pack-documents.js';
import { fieldInWords } from './pack-words.js';

/** A closed request keeps the date it was due by on the day it was closed. */
function dueOf(row: AccessRequestRow, today: string): AccessRequestDue {
  return accessRequestDue(row, row.closedOn ?? today);
}

export function toAccessRequestListItem(row: AccessRequestRow, today: string): AccessRequestListItem {
  const { dueOn, isPaused } = dueOf(row, today);
  return {
    id: row.id,
    reference: row.reference,
    status: row.status,
    receivedOn: row.receivedOn,
    dueOn,
    isPaused,
    isOverdue: row.status === 'open' && !isPaused && dueOn < today,
    requesterName: row.requesterName,
  };
}

export function toAccessRequest(
  row: AccessRequestRow,
  child: ChildRow,
  pack: AccessPackRow | null,
  today: string,
): AccessRequest {
  return {
    ...toAccessRequestListItem(row, today),
    version: row.version,
    child,
    requesterRelation: row.requesterRelation,
    identityCheck: row.identityCheck,
    identityNote: row.identityNote,
    wanted: row.wanted,
    isComplex: row.isComplex,
    complexReason: row.complexReason,
    working: dueOf(row, today).working.map((step) => ({ ...step })),
    pauses: [...row.pauses],
    closedOn: row.closedOn,
    closingReason: row.closingReason,
    pack: pack && toPackSummary(pack),
    loggedByName: row.loggedByName,
  };
}

function toPackSummary({ accessRequestId: _, releasedAt, ...pack }: AccessPackRow): AccessPackSummary {
  return { ...pack, releasedAt: releasedAt?.toISOString() ?? null };
}

export function toAccessPack(
  pack: AccessPackRow,
  version: number,
  passages: readonly PassageRow[],
  documents: readonly PackDocumentRow[],
  content: PackContent | null,
): AccessPack {
  return {
    id: pack.id,
    version,
    status: pack.status,
    passages: passages.map(({ id, place, context, passage, kind, suggestion, decision }) => ({
      id,
      place,
      context,
      passage,
      kind,
      suggestion,
      decision,
    })),
    documents: documents.map(
      ({ id, fileName, name, versionNumber, sizeBytes, unavailable, decision, withheldReason }) => ({
        id,
        fileName,
        name,
        versionNumber,
        sizeBytes,
        unavailable,
        decision,
        withheldReason,
      }),
    ),
    records: content ? recordsOf(content) : [],
  };
}

/** Ids say nothing to a reviewer. */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function recordsOf(content: PackContent): PackRecord[] {
  const texts = textsOf(content).filter(({ text, table }) => !uuid.test(text) && table !== 'audit_events');
  const byRecord = groupBy(texts, ({ pointer }) => pointer.split('/').slice(0, 5).join('/'));
  return [...byRecord.values()].map((entries) => ({
    heading: entries[0]?.place.split(': ')[0] ?? '',
    entries: entries.map(({ pointer, field, text }) => ({ pointer, name: fieldInWords(field), text })),
  }));
}
