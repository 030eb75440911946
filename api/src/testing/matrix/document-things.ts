import { randomUUID } from 'node:crypto';

import type { TestRows } from '../test-rows.js';
import type { Relation } from './expectation.js';
import { insertRow } from './insert-row.js';

interface World {
  readonly rows: TestRows;
  readonly elsewhere: number;
  readonly clerk: string;
  readonly clerkElsewhere: string;
}

interface Target {
  readonly relation: Relation;
  readonly ids: Readonly<Record<string, string>>;
}

export async function aDocument(
  world: World,
  authorityId: number,
  referralId: string,
): Promise<{ documentId: string; documentVersionId: string }> {
  const documentId = await insertRow(world, 'documents', {
    authority_id: authorityId,
    referral_id: referralId,
    created_by: world.clerk,
    created_at: '2026-11-20',
  });
  const documentVersionId = await insertRow(world, 'document_versions', {
    authority_id: authorityId,
    document_id: documentId,
    number: 1,
    file_name: 'report.pdf',
    kind: 'pdf',
    size_bytes: 1,
    sha256: Buffer.alloc(32),
    storage_key: documentId,
    uploaded_by: world.clerk,
    uploaded_at: '2026-11-20',
  });
  return { documentId, documentVersionId };
}

export async function anAccessRequest(world: World, authorityId: number): Promise<string> {
  return (await anAccessPack(world, authorityId)).accessRequestId;
}

export async function packDocuments(world: World): Promise<Target[]> {
  const targets: Target[] = [];
  for (const relation of ['own', 'other_authority'] as const) {
    const authorityId = relation === 'own' ? 1 : world.elsewhere;
    const { accessRequestId, packDocumentId } = await anAccessPack(world, authorityId);
    targets.push({ relation, ids: { accessRequestId, packDocumentId } });
  }
  return targets;
}

async function anAccessPack(
  world: World,
  authorityId: number,
): Promise<{ accessRequestId: string; packDocumentId: string }> {
  const loggedBy = authorityId === 1 ? world.clerk : world.clerkElsewhere;
  const referralId = await world.rows.aReferral({ authorityId });
  const [child] = await world.rows.query<{ id: string }>('select child_id as id from referrals where id = $1', [
    referralId,
  ]);
  const accessRequestId = await insertRow(world, 'access_requests', {
    authority_id: authorityId,
    child_id: child?.id,
    reference: `SAR-${randomUUID().slice(0, 8)}`,
    requester_name: 'A Parent',
    requester_relation: 'parent_or_carer',
    identity_check: 'documents_seen',
    status: 'released',
    closed_on: '2026-11-21',
    closed_by: loggedBy,
    received_on: '2026-11-20',
    logged_by: loggedBy,
    logged_at: '2026-11-20',
  });
  const accessPackId = await insertRow(world, 'access_packs', {
    authority_id: authorityId,
    access_request_id: accessRequestId,
    status: 'released',
    archive: Buffer.from('archive'),
    archive_sha256: 'hash',
    manifest: '{}',
    prepared_by: loggedBy,
    queued_at: '2026-11-20',
    released_by: loggedBy,
    released_at: '2026-11-20',
  });
  const packDocumentId = await insertRow(world, 'access_pack_documents', {
    authority_id: authorityId,
    access_pack_id: accessPackId,
    document_version_id: (await aDocument(world, authorityId, referralId)).documentVersionId,
    position: 1,
    name: 'documents/document-1-version-1.pdf',
  });
  return { accessRequestId, packDocumentId };
}
