/**
 * Which tables hold something about a child, and which of their rows. The specification of completeness walks the foreign
 * keys of the database: a table that leads to a child and stands in neither list fails it.
 *
 * `where` is a condition on the table `t`; $1 is the authority, $2 the child, $3 its cases, $4 their allocations.
 */
export interface PackTable {
  readonly table: string;
  readonly heading: string;
  readonly where: string;
  readonly orderBy: string;
  /** Columns that are left out, each with its reason. `authority_id` is left out of all: it says nothing about a child. */
  readonly leftOut?: Readonly<Record<string, string>>;
}

const ofCase = 't.referral_id = any($3::uuid[])';

export const packTables: readonly PackTable[] = [
  {
    table: 'children',
    heading: 'The child',
    where: 't.id = $2 or t.merged_into_id = $2',
    orderBy: 'id',
    leftOut: { match_surname: 'the legal name again, without accents', match_forename: 'the legal name again' },
  },
  { table: 'child_moves', heading: 'Change of school', where: 't.child_id = $2', orderBy: 'moved_on' },
  {
    table: 'sibling_links',
    heading: 'Sibling',
    where: 't.child_id = $2 or t.sibling_id = $2',
    orderBy: 'linked_at, id',
    leftOut: { child_id: 'may be the sibling’s record', sibling_id: 'may be the sibling’s record' },
  },
  {
    table: 'told_apart_children',
    heading: 'Said to be another child than one with a similar record',
    where: 't.child_id = $2 or t.other_id = $2',
    orderBy: 'told_at, id',
    leftOut: { child_id: 'may be another child’s record', other_id: 'may be another child’s record' },
  },
  {
    table: 'child_merges',
    heading: 'Two records of the child that were merged',
    where: 't.kept_child_id = $2 or t.merged_child_id = $2',
    orderBy: 'merged_at',
  },
  { table: 'referrals', heading: 'Referral', where: 't.id = any($3::uuid[])', orderBy: 'created_at' },
  {
    table: 'referral_sections',
    heading: 'Answers of a referral',
    where: ofCase,
    orderBy: 'referral_id, section',
    leftOut: { changes: 'identifies members of staff; what they did is in the trail' },
  },
  {
    table: 'referral_versions',
    heading: 'Referral as it was sent',
    where: ofCase,
    orderBy: 'referral_id, number',
    leftOut: { changes: 'identifies members of staff; what they did is in the trail' },
  },
  { table: 'referral_amendments', heading: 'Amendment being written', where: ofCase, orderBy: 'started_at' },
  {
    table: 'referral_amendment_sections',
    heading: 'Answers of an amendment being written',
    where:
      't.amendment_id in (select m.id from referral_amendments m where m.authority_id = $1 and m.referral_id = any($3::uuid[]))',
    orderBy: 'amendment_id, section',
    leftOut: { changes: 'identifies members of staff; what they did is in the trail' },
  },
  {
    table: 'return_items',
    heading: 'Question of a returned referral',
    where: ofCase,
    orderBy: 'referral_id, round, position',
  },
  {
    table: 'decline_signposts',
    heading: 'Resource that a decline pointed to',
    where: ofCase,
    orderBy: 'referral_id, position',
  },
  { table: 'referral_receipts', heading: 'How a referral arrived', where: ofCase, orderBy: 'recorded_at' },
  {
    table: 'sign_offs',
    heading: 'Sign-off by the head teacher',
    where: ofCase,
    orderBy: 'asked_at',
    leftOut: { answers_hash: 'a hash of the answers, which stand beside it' },
  },
  { table: 'consent_events', heading: 'Consent after the referral', where: ofCase, orderBy: 'recorded_at' },
  { table: 'corrections', heading: 'Correction', where: ofCase, orderBy: 'decided_at' },
  { table: 'assessments', heading: 'Assessment of risk', where: ofCase, orderBy: 'referral_id, number' },
  {
    table: 'assessment_drafts',
    heading: 'Assessment of risk that is being written',
    where: ofCase,
    orderBy: 'referral_id',
  },
  { table: 'agenda_items', heading: 'Paper for the panel', where: ofCase, orderBy: 'id' },
  { table: 'decisions', heading: 'Decision of the panel', where: ofCase, orderBy: 'decided_at' },
  { table: 'allocations', heading: 'Support allocated', where: ofCase, orderBy: 'allocated_on, id' },
  {
    table: 'commitment_entries',
    heading: 'Entry in the ledger of a contract',
    where: 't.allocation_id = any($4::uuid[])',
    orderBy: 'entered_at, id',
  },
  {
    table: 'delivery_sessions',
    heading: 'Session of support',
    where: 't.allocation_id = any($4::uuid[])',
    orderBy: 'held_on, id',
  },
  { table: 'consultations', heading: 'Consultation of a specialist teacher', where: ofCase, orderBy: 'held_on, id' },
  { table: 'agency_reports', heading: 'Report of another agency', where: ofCase, orderBy: 'reported_on, id' },
  {
    table: 'earlier_consultations',
    heading: 'What a consultation said before it was changed',
    where:
      't.consultation_id in (select c.id from consultations c where c.authority_id = $1 and c.referral_id = any($3::uuid[]))',
    orderBy: 'consultation_id, number',
  },
  {
    table: 'earlier_agency_reports',
    heading: 'What a report of another agency said before it was changed',
    where:
      't.agency_report_id in (select a.id from agency_reports a where a.authority_id = $1 and a.referral_id = any($3::uuid[]))',
    orderBy: 'agency_report_id, number',
  },
  { table: 'notes', heading: 'Note on the case', where: ofCase, orderBy: 'id' },
  {
    table: 'note_versions',
    heading: 'What a note on the case says',
    where: 't.note_id in (select n.id from notes n where n.authority_id = $1 and n.referral_id = any($3::uuid[]))',
    orderBy: 'note_id, number',
  },
  {
    table: 'form_drafts',
    heading: 'Written into a form and not sent',
    where: ofCase,
    orderBy: 'saved_at, form',
    leftOut: { user_id: 'identifies a member of staff' },
  },
  { table: 'case_tasks', heading: 'Task about the case', where: ofCase, orderBy: 'created_at' },
  { table: 'reviews', heading: 'Review', where: ofCase, orderBy: 'reviewed_on' },
  { table: 'ehc_facts', heading: 'EHC needs assessment', where: ofCase, orderBy: 'referral_id' },
  { table: 'documents', heading: 'Document', where: ofCase, orderBy: 'created_at' },
  {
    table: 'document_versions',
    heading: 'File of a document',
    where:
      't.document_id in (select d.id from documents d where d.authority_id = $1 and d.referral_id = any($3::uuid[]))',
    orderBy: 'uploaded_at',
    leftOut: { storage_key: 'a name inside our storage; the files themselves are in the folder documents' },
  },
  {
    table: 'emergency_accesses',
    heading: 'Case opened in an emergency',
    where: ofCase,
    orderBy: 'started_at',
    leftOut: {
      user_id: 'identifies a member of staff; the role is given',
      session_id: 'a sign-in of a member of staff',
    },
  },
  { table: 'analysis_lines', heading: 'Line of a cost-avoidance analysis', where: ofCase, orderBy: 'run_id' },
  {
    table: 'legal_holds',
    heading: 'Legal hold',
    where: 't.child_id = $2 or t.referral_id = any($3::uuid[])',
    orderBy: 'placed_at',
  },
  {
    table: 'notifications',
    heading: 'What somebody was told of the case',
    where: ofCase,
    orderBy: 'created_at, id',
    leftOut: { user_id: 'identifies a member of staff', link_path: 'an address on this site' },
  },
  { table: 'draft_warnings', heading: 'Warning that a draft will be deleted', where: ofCase, orderBy: 'warned_at' },
  { table: 'access_requests', heading: 'Request for access', where: 't.child_id = $2', orderBy: 'logged_at' },
  {
    table: 'access_request_pauses',
    heading: 'Pause of a request for access',
    where: 't.access_request_id in (select q.id from access_requests q where q.authority_id = $1 and q.child_id = $2)',
    orderBy: 'paused_on',
  },
  {
    table: 'audit_events',
    heading: 'Who did or saw what',
    where:
      't.subject_id = $2 or t.subject_id in (select m.id from children m where m.authority_id = $1 and m.merged_into_id = $2) or t.subject_id = any($3::uuid[]) or t.subject_id = any($4::uuid[])',
    orderBy: 'id',
    leftOut: {
      actor_user_id: 'identifies a member of staff; the role is given',
      actor_name: 'identifies a member of staff; the role is given',
    },
  },
];

/** Tables that lead to a child by foreign keys and are not in the pack, each with its reason. */
export const packExemptions: Readonly<Record<string, string>> = {
  referral_copies: 'copies of versions of a referral, which are in the pack, kept for a day',
  sign_off_links: 'hashes of links, codes and keys: the sign-off that they open is in the pack',
  access_packs: 'the packs themselves: copies of what is in this one, and of earlier answers',
  access_pack_passages: 'places in packs: the words stand in the pack, or were redacted for somebody else',
  referral_section_writers: 'who of the staff had a page open a minute ago: nothing about the child',
  access_pack_documents: 'files of packs: each one is in the pack, or named in it with the reason why not',
};
