import { randomBytes, randomUUID } from 'node:crypto';

import { IdentityProviderSecrets } from '../../identity-providers/identity-provider-secrets.js';
import type { TestApplication } from '../test-application.js';
import type { TestRows } from '../test-rows.js';
import { aLegalHold } from './a-legal-hold.js';
import { aChildMerge, aChildMove, aTellingApart, children, siblingLinks } from './child-things.js';
import { aSchoolImport, aTrust, schools } from './school-things.js';
import { aCaseTask, aConsultation, anAgencyReport, aNote, onEach } from './case-file-things.js';
import { aDocument, anAccessRequest, packDocuments } from './document-things.js';
import { anEmergencyAccess, auditEvents } from './audit-things.js';
import { referralCopies } from './copy-things.js';
import type { Relation } from './expectation.js';
import { insertRow } from './insert-row.js';
import { formsOfAllocations, formsOfReferrals } from './form-draft-things.js';
import { invitations, people } from './people.js';
import { rateCardOfRun } from './rate-card-of-run.js';
import { sectionsOf } from './referral-things.js';
import { aSavedView, aToolkitResource, returnItems } from './triage-things.js';

/** A thing as the path of a route names it, and how it stands to the people of the matrix. */

export interface Target {
  readonly relation: Relation;
  readonly ids: Readonly<Record<string, string>>;
}

export interface World {
  readonly rows: TestRows;
  readonly secrets: IdentityProviderSecrets;
  /** The school of the SENCo and of the panel member. */
  readonly alder: string;
  readonly otherSchool: string;
  /** The provider of the provider. */
  readonly birch: string;
  readonly otherProvider: string;
  readonly elsewhere: number;
  readonly clerk: string;
  readonly clerkElsewhere: string;
}

export async function makeWorld({ app, rows }: TestApplication): Promise<World> {
  const elsewhere = await rows.anAuthority('Elsewhere');
  return {
    rows,
    secrets: app.get(IdentityProviderSecrets),
    alder: await rows.aSchool({ name: 'Alder School' }),
    otherSchool: await rows.aSchool(),
    birch: await rows.aProvider(),
    otherProvider: await rows.aProvider(),
    elsewhere,
    clerk: await rows.aMember('A Clerk'),
    clerkElsewhere: await rows.aMember('A Clerk elsewhere', elsewhere),
  };
}

let day = 0;

/** No authority has two panels on one day. */
function nextDay(): string {
  day += 1;
  return new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10);
}

interface PanelCase {
  readonly panelId: string;
  readonly itemId: string;
  readonly referralId: string;
}

async function aPanelCase(
  world: World,
  options: { readonly status: string; readonly schoolId: string; readonly authorityId?: number },
): Promise<PanelCase> {
  const authorityId = options.authorityId ?? 1;
  const referralId = await world.rows.aReferral({ authorityId, schoolId: options.schoolId, status: 'ready_for_panel' });
  const panelId = await insertRow(world, 'panels', {
    authority_id: authorityId,
    held_on: nextDay(),
    venue: 'Room 2',
    status: options.status,
    created_by: authorityId === 1 ? world.clerk : world.clerkElsewhere,
    created_at: '2026-11-01',
  });
  const itemId = await insertRow(world, 'agenda_items', {
    authority_id: authorityId,
    panel_id: panelId,
    referral_id: referralId,
    position: 1,
  });
  return { panelId, itemId, referralId };
}

export async function referrals(world: World): Promise<Target[]> {
  const { rows, alder, otherSchool, elsewhere } = world;
  const published = { status: 'papers_published' };
  const target = (relation: Relation, referralId: string): Target => ({ relation, ids: { referralId } });
  const withdrawn = (await aPanelCase(world, { ...published, schoolId: otherSchool })).referralId;
  await rows.query('update referrals set panel_consent = false, provider_consent = false where id = $1', [withdrawn]);
  return [
    target('own', await rows.aReferral({ schoolId: alder, status: 'accepted' })),
    target('draft', await rows.aReferral({ schoolId: alder, status: 'draft' })),
    target('other_school', await rows.aReferral({ schoolId: otherSchool, status: 'accepted' })),
    target('on_panel', (await aPanelCase(world, { ...published, schoolId: otherSchool })).referralId),
    target('conflicted', (await aPanelCase(world, { ...published, schoolId: alder })).referralId),
    target('consent_withdrawn', withdrawn),
    target('other_authority', await rows.aReferral({ authorityId: elsewhere, status: 'accepted' })),
  ];
}

async function panels(world: World): Promise<Target[]> {
  const { rows, otherSchool, elsewhere } = world;
  const school = await rows.aSchool({ authorityId: elsewhere });
  const target = (relation: Relation, { panelId, itemId }: PanelCase): Target => ({
    relation,
    ids: { panelId, itemId },
  });
  return [
    target('own', await aPanelCase(world, { status: 'papers_published', schoolId: otherSchool })),
    target('planned', await aPanelCase(world, { status: 'planned', schoolId: otherSchool })),
    target(
      'other_authority',
      await aPanelCase(world, { status: 'papers_published', schoolId: school, authorityId: elsewhere }),
    ),
  ];
}

async function anAllocation(
  world: World,
  options: { readonly providerId: string; readonly authorityId?: number },
): Promise<{ readonly allocationId: string; readonly referralId: string }> {
  const authorityId = options.authorityId ?? 1;
  const { rows, otherSchool } = world;
  const schoolId = authorityId === 1 ? otherSchool : await rows.aSchool({ authorityId });
  const { itemId, referralId } = await aPanelCase(world, { status: 'closed', schoolId, authorityId });
  const recordedBy = authorityId === 1 ? world.clerk : world.clerkElsewhere;
  const decisionId = await insertRow(world, 'decisions', {
    authority_id: authorityId,
    agenda_item_id: itemId,
    referral_id: referralId,
    outcome: 'agree_as_requested',
    reason: 'Invented',
    paper_hash: 'hash',
    decided_on: '2026-11-20',
    decided_at: '2026-11-20',
    recorded_by: recordedBy,
  });
  const contractId = await rows.aContract({ authorityId, providerId: options.providerId });
  const allocationId = await insertRow(world, 'allocations', {
    authority_id: authorityId,
    referral_id: referralId,
    decision_id: decisionId,
    contract_id: contractId,
    provider_id: options.providerId,
    units: 1,
    unit_price_pence: 100,
    amount_pence: 100,
    status: 'approved',
    allocated_on: '2026-11-20',
  });
  await rows.query('update contracts set taken_units = 1, committed_pence = 100 where id = $1', [contractId]);
  await insertRow(world, 'commitment_entries', {
    authority_id: authorityId,
    contract_id: contractId,
    allocation_id: allocationId,
    kind: 'committed',
    units: 1,
    amount_pence: 100,
    entered_at: '2026-11-20',
  });
  return { allocationId, referralId };
}

async function allocations(world: World): Promise<Target[]> {
  const { rows, birch, otherProvider, elsewhere } = world;
  const target = (relation: Relation, { allocationId }: { readonly allocationId: string }): Target => ({
    relation,
    ids: { allocationId },
  });
  const withdrawn = await anAllocation(world, { providerId: birch });
  await rows.query('update referrals set provider_consent = false where id = $1', [withdrawn.referralId]);
  return [
    target('own', await anAllocation(world, { providerId: birch })),
    target('other_provider', await anAllocation(world, { providerId: otherProvider })),
    target('consent_withdrawn', withdrawn),
    target(
      'other_authority',
      await anAllocation(world, {
        providerId: await rows.aProvider({ authorityId: elsewhere }),
        authorityId: elsewhere,
      }),
    ),
  ];
}

async function anAnalysis(world: World, authorityId: number): Promise<string> {
  return insertRow(world, 'analysis_runs', {
    authority_id: authorityId,
    period_from: '2026-01-01',
    period_to: '2026-06-30',
    rate_card_id: await world.rows.aRateCard({ authorityId }),
    methodology_version: '1',
    parameters: rateCardOfRun,
    status: 'queued',
    started_by: authorityId === 1 ? world.clerk : world.clerkElsewhere,
    queued_at: '2026-11-20',
  });
}

async function aReport(world: World, authorityId: number): Promise<string> {
  return insertRow(world, 'reports', {
    authority_id: authorityId,
    analysis_run_id: await anAnalysis(world, authorityId),
    title: 'Report',
    status: 'draft',
    content: '{}',
    content_hash: 'hash',
    drafted_by: authorityId === 1 ? world.clerk : world.clerkElsewhere,
    drafted_at: '2026-11-20',
  });
}

function anIdentityProvider(world: World, authorityId: number): Promise<string> {
  const id = randomUUID();
  return insertRow(world, 'identity_providers', {
    id,
    authority_id: authorityId,
    kind: 'other',
    display_name: `Provider ${randomUUID()}`,
    issuer: 'https://issuer.test.example',
    client_id: randomUUID(),
    is_enabled: true,
    sealed_client_secret: world.secrets.sealClientSecret({ authorityId, id }, 'a secret'),
    created_at: '2026-11-20',
    changed_at: '2026-11-20',
  });
}

async function aContract(world: World, authorityId: number): Promise<string> {
  const providerId = authorityId === 1 ? world.birch : await world.rows.aProvider({ authorityId });
  return world.rows.aContract({ authorityId, providerId });
}

/** Documents are seen by whoever sees their referral. */
async function documents(world: World): Promise<Target[]> {
  const targets: Target[] = [];
  for (const { relation, ids } of await referrals(world)) {
    const authorityId = relation === 'other_authority' ? world.elsewhere : 1;
    const { referralId } = ids;
    if (referralId) targets.push({ relation, ids: await aDocument(world, authorityId, referralId) });
  }
  return targets;
}

/** Something that an authority has one of for all its people, and another authority too. */
export function ofAuthority(
  name: string,
  make: (world: World, authorityId: number) => Promise<string>,
): (world: World) => Promise<Target[]> {
  return async (world) => [
    { relation: 'own', ids: { [name]: await make(world, 1) } },
    { relation: 'other_authority', ids: { [name]: await make(world, world.elsewhere) } },
  ];
}

/** Of the person who asks, of a colleague and of somebody of another authority. */
function ofPerson(
  name: string,
  make: (world: World, authorityId: number, userId: string) => Promise<string>,
): (world: World, userId: string) => Promise<Target[]> {
  return async (world, userId) => [
    { relation: 'own', ids: { [name]: await make(world, 1, userId) } },
    { relation: 'other_person', ids: { [name]: await make(world, 1, world.clerk) } },
    { relation: 'other_authority', ids: { [name]: await make(world, world.elsewhere, world.clerkElsewhere) } },
  ];
}

function aSession(world: World, authorityId: number, userId: string): Promise<string> {
  return insertRow(world, 'sessions', {
    authority_id: authorityId,
    user_id: userId,
    token_hash: randomBytes(32),
    created_at: '2026-11-24T09:59:00Z',
    last_seen_at: '2026-11-24T09:59:00Z',
    expires_at: '2026-11-24T19:00:00Z',
    stage: 'open',
  });
}

function aPasskey(world: World, _authorityId: number, userId: string): Promise<string> {
  return insertRow(world, 'passkeys', {
    user_id: userId,
    credential_id: randomUUID(),
    public_key: Buffer.alloc(8),
    name: 'A key',
    counter: 0,
    transports: [],
    created_at: '2026-11-20',
  });
}

function aLinkedSignIn(world: World, _authorityId: number, userId: string): Promise<string> {
  return insertRow(world, 'federated_identities', {
    user_id: userId,
    issuer: 'https://issuer.test.example',
    subject_claim: 'sub',
    subject: randomUUID(),
    account_name: 'An account',
    linked_at: '2026-11-20',
  });
}

export interface Thing {
  /** Of `sees` in expectation.ts. */
  readonly kind: string;
  /** For the person who will ask. */
  readonly make: (world: World, userId: string) => Promise<Target[]>;
}

/** By the parameters of a path, in their order. A route with other parameters fails the matrix until its thing stands here. */
export const things: Readonly<Record<string, Thing>> = {
  referralId: { kind: 'referral', make: referrals },
  'referralId,section': { kind: 'referral', make: sectionsOf(referrals) },
  'referralId,form,subjectId': { kind: 'referral', make: formsOfReferrals(referrals) },
  'allocationId,form': { kind: 'allocation', make: formsOfAllocations(allocations) },
  'referralId,returnItemId': {
    kind: 'referral',
    make: async (world) => returnItems(world, await referrals(world)),
  },
  resourceId: { kind: 'authority', make: ofAuthority('resourceId', aToolkitResource) },
  savedViewId: { kind: 'person', make: ofPerson('savedViewId', aSavedView) },
  panelId: { kind: 'panel', make: panels },
  'panelId,itemId': { kind: 'panel', make: panels },
  noteId: { kind: 'on_case', make: onEach(referrals, 'noteId', aNote) },
  consultationId: { kind: 'on_case', make: onEach(referrals, 'consultationId', aConsultation) },
  agencyReportId: { kind: 'on_case', make: onEach(referrals, 'agencyReportId', anAgencyReport) },
  caseTaskId: { kind: 'on_case', make: onEach(referrals, 'caseTaskId', aCaseTask) },
  referralCopyId: { kind: 'person', make: referralCopies },
  documentId: { kind: 'referral', make: documents },
  documentVersionId: { kind: 'referral', make: documents },
  allocationId: { kind: 'allocation', make: allocations },
  identityProviderId: { kind: 'authority', make: ofAuthority('identityProviderId', anIdentityProvider) },
  legalHoldId: { kind: 'authority', make: ofAuthority('legalHoldId', aLegalHold) },
  // Classes are the same words in every authority; each has its own periods for them.
  recordClass: { kind: 'authority', make: async () => [{ relation: 'own', ids: { recordClass: 'mail' } }] },
  accessRequestId: { kind: 'authority', make: ofAuthority('accessRequestId', anAccessRequest) },
  'accessRequestId,packDocumentId': { kind: 'authority', make: packDocuments },
  sessionId: { kind: 'person', make: ofPerson('sessionId', aSession) },
  passkeyId: { kind: 'person', make: ofPerson('passkeyId', aPasskey) },
  linkedSignInId: { kind: 'person', make: ofPerson('linkedSignInId', aLinkedSignIn) },
  accessId: { kind: 'emergency_access', make: ofPerson('accessId', anEmergencyAccess) },
  eventSeq: { kind: 'authority', make: auditEvents },
  userId: { kind: 'authority', make: people },
  'userId,roleGrantId': { kind: 'authority', make: people },
  invitationId: { kind: 'authority', make: invitations },
  contractId: { kind: 'authority', make: ofAuthority('contractId', aContract) },
  analysisId: { kind: 'authority', make: ofAuthority('analysisId', anAnalysis) },
  childId: { kind: 'child', make: async (world) => children(world, await referrals(world)) },
  childMoveId: { kind: 'authority', make: ofAuthority('childMoveId', aChildMove) },
  siblingLinkId: { kind: 'child', make: siblingLinks },
  toldApartId: { kind: 'authority', make: ofAuthority('toldApartId', aTellingApart) },
  childMergeId: { kind: 'authority', make: ofAuthority('childMergeId', aChildMerge) },
  schoolId: { kind: 'school', make: schools },
  trustId: { kind: 'authority', make: ofAuthority('trustId', aTrust) },
  schoolImportId: { kind: 'authority', make: ofAuthority('schoolImportId', aSchoolImport) },
  reportId: { kind: 'authority', make: ofAuthority('reportId', aReport) },
};
