-- Written by `npm run schema` from a migrated database. Do not edit.

-- Tables and columns
access_pack_documents.id uuid not null default uuidv7()
access_pack_documents.authority_id integer not null
access_pack_documents.access_pack_id uuid not null
access_pack_documents.document_version_id uuid not null
access_pack_documents.position integer not null
access_pack_documents.name text not null
access_pack_documents.unavailable text
access_pack_documents.decision text
access_pack_documents.withheld_reason text
access_pack_documents.decided_by uuid
access_pack_documents.decided_at timestamp with time zone
access_pack_documents.starts_at bigint
access_pack_passages.id uuid not null default uuidv7()
access_pack_passages.authority_id integer not null
access_pack_passages.access_pack_id uuid not null
access_pack_passages.position integer not null
access_pack_passages.pointer text not null
access_pack_passages.starts_at integer
access_pack_passages.ends_at integer
access_pack_passages.place text not null
access_pack_passages.context text not null
access_pack_passages.passage text not null
access_pack_passages.kind text not null
access_pack_passages.suggestion text not null
access_pack_passages.decision text
access_pack_passages.decided_by uuid
access_pack_passages.decided_at timestamp with time zone
access_packs.id uuid not null default uuidv7()
access_packs.authority_id integer not null
access_packs.access_request_id uuid not null
access_packs.status text not null default 'queued'::text
access_packs.progress_done integer not null default 0
access_packs.progress_total integer not null default 0
access_packs.content jsonb
access_packs.failure text
access_packs.prepared_by uuid not null
access_packs.queued_at timestamp with time zone not null
access_packs.enqueued_at timestamp with time zone
access_packs.collected_at timestamp with time zone
access_packs.released_by uuid
access_packs.released_at timestamp with time zone
access_packs.archive bytea
access_packs.archive_sha256 text
access_packs.manifest jsonb
access_packs.destroyed_at timestamp with time zone
access_request_counters.authority_id integer not null
access_request_counters.year integer not null
access_request_counters.last_number integer not null
access_request_pauses.id uuid not null default uuidv7()
access_request_pauses.authority_id integer not null
access_request_pauses.access_request_id uuid not null
access_request_pauses.paused_on date not null
access_request_pauses.reason text not null
access_request_pauses.paused_by uuid not null
access_request_pauses.resumed_on date
access_request_pauses.resumed_by uuid
access_requests.id uuid not null default uuidv7()
access_requests.authority_id integer not null
access_requests.child_id uuid not null
access_requests.reference text not null
access_requests.status text not null default 'open'::text
access_requests.version integer not null default 1
access_requests.requester_name text not null
access_requests.requester_relation text not null
access_requests.identity_check text not null
access_requests.identity_note text not null default ''::text
access_requests.identity_proven_on date
access_requests.wanted text not null default ''::text
access_requests.received_on date not null
access_requests.is_complex boolean not null default false
access_requests.complex_reason text
access_requests.logged_by uuid not null
access_requests.logged_at timestamp with time zone not null
access_requests.closed_on date
access_requests.closed_by uuid
access_requests.closing_reason text
account_links.id uuid not null default uuidv7()
account_links.user_id uuid not null
account_links.purpose text not null
account_links.token_hash bytea not null
account_links.new_email text
account_links.created_at timestamp with time zone not null
account_links.expires_at timestamp with time zone not null
agency_reports.id uuid not null default uuidv7()
agency_reports.authority_id integer not null
agency_reports.referral_id uuid not null
agency_reports.version integer not null default 1
agency_reports.reported_on date not null
agency_reports.agency text not null
agency_reports.title text not null
agency_reports.summary text not null
agency_reports.document_id uuid
agency_reports.recorded_by uuid not null
agency_reports.recorded_at timestamp with time zone not null
agenda_items.id uuid not null default uuidv7()
agenda_items.authority_id integer not null
agenda_items.panel_id uuid not null
agenda_items.referral_id uuid not null
agenda_items.position integer not null
agenda_items.paper jsonb
allocations.id uuid not null default uuidv7()
allocations.authority_id integer not null
allocations.referral_id uuid not null
allocations.decision_id uuid not null
allocations.contract_id uuid not null
allocations.provider_id uuid not null
allocations.units integer not null
allocations.unit_price_pence integer not null
allocations.amount_pence bigint not null
allocations.status text not null
allocations.version integer not null default 1
allocations.decline_reason text
allocations.allocated_on date not null
analysis_lines.run_id uuid not null
analysis_lines.referral_id uuid
analysis_lines.authority_id integer not null
analysis_lines.reviewed_on date not null
analysis_lines.exclusion text
analysis_lines.weekly_hours_hundredths integer
analysis_lines.outcome_category text
analysis_lines.is_avoided boolean not null
analysis_lines.gross_pence bigint not null
analysis_lines.net_pence bigint not null
analysis_lines.id uuid not null default uuidv7()
analysis_runs.id uuid not null default uuidv7()
analysis_runs.authority_id integer not null
analysis_runs.period_from date not null
analysis_runs.period_to date not null
analysis_runs.rate_card_id uuid not null
analysis_runs.methodology_version text not null
analysis_runs.parameters jsonb not null
analysis_runs.status text not null default 'queued'::text
analysis_runs.version integer not null default 1
analysis_runs.progress_done integer not null default 0
analysis_runs.progress_total integer not null default 0
analysis_runs.inputs_hash text
analysis_runs.result jsonb
analysis_runs.failure text
analysis_runs.started_by uuid not null
analysis_runs.queued_at timestamp with time zone not null
analysis_runs.enqueued_at timestamp with time zone
analysis_runs.started_at timestamp with time zone
analysis_runs.finished_at timestamp with time zone
assessment_drafts.referral_id uuid not null
assessment_drafts.authority_id integer not null
assessment_drafts.version integer not null default 1
assessment_drafts.answers jsonb
assessment_drafts.saved_by uuid not null
assessment_drafts.saved_at timestamp with time zone not null
assessments.id uuid not null default uuidv7()
assessments.authority_id integer not null
assessments.referral_id uuid not null
assessments.number integer not null
assessments.risk_level text not null
assessments.probability_percent integer not null
assessments.is_plan_likely boolean not null
assessments.weekly_hours_hundredths integer not null
assessments.confidence text not null
assessments.rationale text not null
assessments.rate_card_id uuid not null
assessments.annual_value_pence bigint not null
assessments.assessed_on date not null
assessments.assessed_by uuid not null
assessments.criteria_version text
assessments.evidence jsonb not null default '[]'::jsonb
audit_events.id bigint not null generated always as identity
audit_events.authority_id integer not null
audit_events.at timestamp with time zone not null
audit_events.actor_user_id uuid
audit_events.actor_name text not null
audit_events.actor_roles text[] not null
audit_events.event text not null
audit_events.subject_type text not null
audit_events.subject_id uuid
audit_events.detail jsonb not null default '{}'::jsonb
audit_events.seq bigint not null
audit_events.hash bytea not null
audit_events.reason text
audit_events.subject_referral_id uuid
audit_events.subject_child_id uuid
audit_events.address text
audit_events.session_id uuid
audit_events.request_id uuid
audit_events.emergency_access_id uuid
audit_heads.authority_id integer not null
audit_heads.seq bigint not null
audit_heads.hash bytea not null
audit_verifications.id uuid not null default uuidv7()
audit_verifications.authority_id integer not null
audit_verifications.verified_at timestamp with time zone not null
audit_verifications.events bigint not null
audit_verifications.end_hash bytea not null
audit_verifications.anchors integer not null
audit_verifications.fault_seq bigint
audit_verifications.fault_code text
authenticator_apps.id uuid not null default uuidv7()
authenticator_apps.user_id uuid not null
authenticator_apps.sealed_secret text not null
authenticator_apps.created_at timestamp with time zone not null
authenticator_apps.confirmed_at timestamp with time zone
authenticator_apps.last_used_step bigint not null default 0
authorities.id integer not null generated always as identity
authorities.name text not null
authorities.code text not null
authorities.service_name text not null
authorities.created_at timestamp with time zone not null default now()
authorities.brand_colour text
authorities.version integer not null default 1
authorities.changed_by uuid
authorities.changed_at timestamp with time zone
case_deadlines.authority_id integer not null
case_deadlines.triage_working_days integer not null
case_deadlines.return_working_days integer not null
case_deadlines.assessment_working_days integer not null
case_deadlines.ready_working_days integer not null
case_deadlines.version integer not null default 1
case_deadlines.changed_by uuid not null
case_deadlines.changed_at timestamp with time zone not null
case_tasks.id uuid not null default uuidv7()
case_tasks.authority_id integer not null
case_tasks.referral_id uuid not null
case_tasks.version integer not null default 1
case_tasks.title text not null
case_tasks.detail text not null
case_tasks.due_on date not null
case_tasks.assigned_role text not null
case_tasks.assigned_provider_id uuid
case_tasks.assigned_user_id uuid
case_tasks.created_by uuid not null
case_tasks.created_at timestamp with time zone not null
case_tasks.done_by uuid
case_tasks.done_at timestamp with time zone
child_merges.id uuid not null default uuidv7()
child_merges.authority_id integer not null
child_merges.version integer not null default 1
child_merges.kept_child_id uuid not null
child_merges.merged_child_id uuid not null
child_merges.reason text not null
child_merges.kept_before jsonb not null
child_merges.kept_after jsonb not null
child_merges.merged_before jsonb not null
child_merges.moved jsonb not null
child_merges.merged_by uuid not null
child_merges.merged_at timestamp with time zone not null
child_merges.undone_by uuid
child_merges.undone_at timestamp with time zone
child_merges.undo_reason text
child_moves.id uuid not null default uuidv7()
child_moves.authority_id integer not null
child_moves.child_id uuid not null
child_moves.school_id uuid not null
child_moves.moved_on date not null
child_moves.recorded_by uuid not null
child_moves.recorded_at timestamp with time zone not null
children.id uuid not null default uuidv7()
children.authority_id integer not null
children.upn text not null
children.legal_forename text not null
children.legal_surname text not null
children.preferred_name text not null default ''::text
children.born_on date not null
children.sex text not null
children.match_surname text
children.match_forename text
children.version integer not null default 1
children.nc_year text
children.merged_into_id uuid
commitment_entries.id uuid not null default uuidv7()
commitment_entries.authority_id integer not null
commitment_entries.contract_id uuid not null
commitment_entries.allocation_id uuid
commitment_entries.kind text not null
commitment_entries.units integer not null
commitment_entries.amount_pence bigint not null
commitment_entries.entered_at timestamp with time zone not null
consent_events.id uuid not null default uuidv7()
consent_events.authority_id integer not null
consent_events.referral_id uuid not null
consent_events.kind text not null
consent_events.panel_schools boolean not null
consent_events.providers boolean not null
consent_events.said_by_name text not null
consent_events.relationship text not null
consent_events.said_on date not null
consent_events.channel text not null
consent_events.note text not null default ''::text
consent_events.recorded_by uuid not null
consent_events.recorded_at timestamp with time zone not null
consultations.id uuid not null default uuidv7()
consultations.authority_id integer not null
consultations.referral_id uuid not null
consultations.version integer not null default 1
consultations.held_on date not null
consultations.teacher_name text not null
consultations.asked text not null
consultations.advice text not null
consultations.recorded_by uuid not null
consultations.recorded_at timestamp with time zone not null
contact_details.authority_id integer not null
contact_details.version integer not null
contact_details.service_name text not null
contact_details.service_email text not null
contact_details.service_phone text not null
contact_details.officer_name text not null
contact_details.officer_email text not null
contact_details.officer_phone text not null
contact_details.reply_working_days integer not null
contact_details.changed_by uuid not null
contact_details.changed_at timestamp with time zone not null
contracts.id uuid not null default uuidv7()
contracts.authority_id integer not null
contracts.provider_id uuid not null
contracts.title text not null
contracts.area text not null
contracts.description text not null
contracts.starts_on date not null
contracts.ends_on date not null
contracts.extensions text not null
contracts.oversight text not null
contracts.reports_to text not null
contracts.is_allocated_by_panel boolean not null
contracts.value_pence bigint not null
contracts.capacity_unit text not null
contracts.unit_price_pence integer not null
contracts.capacity_units integer not null
contracts.taken_units integer not null default 0
contracts.committed_pence bigint not null default 0
corrections.id uuid not null default uuidv7()
corrections.authority_id integer not null
corrections.referral_id uuid not null
corrections.field text not null
corrections.old_value text not null
corrections.new_value text not null
corrections.reason text not null
corrections.requested_by_name text not null
corrections.outcome text not null
corrections.refusal_reason text
corrections.disagreement text
corrections.decided_by uuid not null
corrections.decided_at timestamp with time zone not null
decisions.id uuid not null default uuidv7()
decisions.authority_id integer not null
decisions.agenda_item_id uuid not null
decisions.referral_id uuid not null
decisions.outcome text not null
decisions.reason text not null
decisions.decline_reason text
decisions.paper_hash text not null
decisions.decided_on date not null
decisions.decided_at timestamp with time zone not null
decisions.recorded_by uuid not null
decline_signposts.referral_id uuid not null
decline_signposts.resource_id uuid not null
decline_signposts.authority_id integer not null
decline_signposts.position integer not null
delivery_sessions.id uuid not null default uuidv7()
delivery_sessions.authority_id integer not null
delivery_sessions.allocation_id uuid not null
delivery_sessions.held_on date not null
delivery_sessions.minutes integer not null
delivery_sessions.attendance text not null
delivery_sessions.note text not null
delivery_sessions.recorded_by uuid not null
delivery_sessions.recorded_at timestamp with time zone not null
destroyed_referral_counts.authority_id integer not null
destroyed_referral_counts.submitted_quarter date not null
destroyed_referral_counts.count integer not null
destructions.id uuid not null default uuidv7()
destructions.authority_id integer not null
destructions.record_class text not null
destructions.rule_version integer not null
destructions.rule_months integer not null
destructions.rule_days integer not null
destructions.counts jsonb not null
destructions.id_hashes text[] not null
destructions.is_replay boolean not null default false
destructions.destroyed_at timestamp with time zone not null default now()
destructions.filed_at timestamp with time zone
document_versions.id uuid not null default uuidv7()
document_versions.authority_id integer not null
document_versions.document_id uuid not null
document_versions.number integer not null
document_versions.file_name text not null
document_versions.kind text not null
document_versions.size_bytes integer not null
document_versions.sha256 bytea not null
document_versions.storage_key text not null
document_versions.uploaded_by uuid not null
document_versions.uploaded_at timestamp with time zone not null
document_versions.scan_status text not null default 'quarantined'::text
document_versions.scan_finding text
document_versions.scanned_at timestamp with time zone
document_versions.enqueued_at timestamp with time zone
documents.id uuid not null default uuidv7()
documents.authority_id integer not null
documents.referral_id uuid not null
documents.version integer not null default 1
documents.created_by uuid not null
documents.created_at timestamp with time zone not null
documents.removed_by uuid
documents.removed_at timestamp with time zone
documents.removal_reason text
draft_warnings.referral_id uuid not null
draft_warnings.authority_id integer not null
draft_warnings.last_changed_on date not null
draft_warnings.warned_at timestamp with time zone not null
earlier_agency_reports.authority_id integer not null
earlier_agency_reports.agency_report_id uuid not null
earlier_agency_reports.number integer not null
earlier_agency_reports.reported_on date not null
earlier_agency_reports.agency text not null
earlier_agency_reports.title text not null
earlier_agency_reports.summary text not null
earlier_agency_reports.document_id uuid
earlier_agency_reports.replaced_by uuid not null
earlier_agency_reports.replaced_at timestamp with time zone not null
earlier_consultations.authority_id integer not null
earlier_consultations.consultation_id uuid not null
earlier_consultations.number integer not null
earlier_consultations.held_on date not null
earlier_consultations.teacher_name text not null
earlier_consultations.asked text not null
earlier_consultations.advice text not null
earlier_consultations.replaced_by uuid not null
earlier_consultations.replaced_at timestamp with time zone not null
ehc_facts.referral_id uuid not null
ehc_facts.authority_id integer not null
ehc_facts.version integer not null default 1
ehc_facts.requested_on date
ehc_facts.decided_on date
ehc_facts.decision text
ehc_facts.plan_issued_on date
ehc_facts.weekly_hours_hundredths integer
ehc_facts.recorded_by uuid not null
ehc_facts.recorded_at timestamp with time zone not null
emergency_accesses.id uuid not null default uuidv7()
emergency_accesses.authority_id integer not null
emergency_accesses.user_id uuid not null
emergency_accesses.session_id uuid not null
emergency_accesses.referral_id uuid not null
emergency_accesses.role text not null
emergency_accesses.reason_code text not null
emergency_accesses.reason text not null
emergency_accesses.started_at timestamp with time zone not null
emergency_accesses.expires_at timestamp with time zone not null
emergency_accesses.ended_at timestamp with time zone
emergency_accesses.end_kind text
emergency_accesses.review_outcome text
emergency_accesses.review_note text
emergency_accesses.reviewed_by uuid
emergency_accesses.reviewed_at timestamp with time zone
emergency_accesses.version integer not null default 1
federated_identities.id uuid not null default uuidv7()
federated_identities.user_id uuid not null
federated_identities.issuer text not null
federated_identities.subject_claim text not null
federated_identities.subject text not null
federated_identities.account_name text not null
federated_identities.linked_at timestamp with time zone not null
federated_identities.last_used_at timestamp with time zone
form_drafts.authority_id integer not null
form_drafts.user_id uuid not null
form_drafts.form text not null
form_drafts.subject_id uuid not null
form_drafts.referral_id uuid not null
form_drafts.version integer not null default 1
form_drafts.answers jsonb not null
form_drafts.saved_at timestamp with time zone not null
getting_started_marks.authority_id integer not null
getting_started_marks.user_id uuid not null
getting_started_marks.mark text not null
getting_started_marks.marked_at timestamp with time zone not null
idempotency_keys.authority_id integer not null
idempotency_keys.user_id uuid not null
idempotency_keys.operation text not null
idempotency_keys.key uuid not null
idempotency_keys.fingerprint text not null
idempotency_keys.answer jsonb
idempotency_keys.created_at timestamp with time zone not null
identity_provider_role_rules.id uuid not null default uuidv7()
identity_provider_role_rules.authority_id integer not null
identity_provider_role_rules.identity_provider_id uuid not null
identity_provider_role_rules.position integer not null
identity_provider_role_rules.claim text not null
identity_provider_role_rules.value text not null
identity_provider_role_rules.role text not null
identity_provider_role_rules.school_id uuid
identity_provider_role_rules.provider_id uuid
identity_provider_role_rules.is_school_from_urn boolean not null default false
identity_provider_starts.id uuid not null default uuidv7()
identity_provider_starts.authority_id integer not null
identity_provider_starts.identity_provider_id uuid not null
identity_provider_starts.state_hash bytea not null
identity_provider_starts.browser_hash bytea not null
identity_provider_starts.purpose text not null
identity_provider_starts.user_id uuid
identity_provider_starts.invitation_token_hash bytea
identity_provider_starts.return_to text not null
identity_provider_starts.started_at timestamp with time zone not null
identity_provider_starts.expires_at timestamp with time zone not null
identity_provider_starts.used_at timestamp with time zone
identity_providers.id uuid not null default uuidv7()
identity_providers.authority_id integer not null
identity_providers.version integer not null default 1
identity_providers.kind text not null
identity_providers.display_name text not null
identity_providers.issuer text not null
identity_providers.client_id text not null
identity_providers.sealed_client_secret text not null
identity_providers.tenant_id uuid
identity_providers.school_id uuid
identity_providers.provider_id uuid
identity_providers.is_enabled boolean not null default false
identity_providers.gives_roles boolean not null default false
identity_providers.creates_people boolean not null default false
identity_providers.second_factor text not null default 'ours'::text
identity_providers.required_acr text[] not null default '{}'::text[]
identity_providers.required_amr text[] not null default '{}'::text[]
identity_providers.max_age_minutes integer
identity_providers.allowed_email_domains text[] not null default '{}'::text[]
identity_providers.roles_api_address text
identity_providers.roles_api_service_id text
identity_providers.sealed_roles_api_secret text
identity_providers.created_at timestamp with time zone not null
identity_providers.changed_at timestamp with time zone not null
installation_events.seq bigint not null
installation_events.at timestamp with time zone not null
installation_events.event text not null
installation_events.address text
installation_events.request_id uuid
installation_events.hash bytea not null
installation_head.is_only boolean not null default true
installation_head.seq bigint not null
installation_head.hash bytea not null
invitation_roles.invitation_id uuid not null
invitation_roles.authority_id integer not null
invitation_roles.position integer not null
invitation_roles.role text not null
invitation_roles.school_id uuid
invitation_roles.provider_id uuid
invitations.id uuid not null default uuidv7()
invitations.authority_id integer not null
invitations.email text not null
invitations.name text not null
invitations.invited_by uuid not null
invitations.invited_at timestamp with time zone not null
invitations.token_hash bytea not null
invitations.expires_at timestamp with time zone not null
invitations.version integer not null default 1
invitations.accepted_at timestamp with time zone
invitations.accepted_by uuid
invitations.withdrawn_at timestamp with time zone
known_devices.id uuid not null default uuidv7()
known_devices.user_id uuid not null
known_devices.token_hash bytea not null
known_devices.name text not null
known_devices.first_seen_at timestamp with time zone not null
known_devices.last_seen_at timestamp with time zone not null
legal_holds.id uuid not null default uuidv7()
legal_holds.authority_id integer not null
legal_holds.child_id uuid
legal_holds.referral_id uuid
legal_holds.version integer not null default 1
legal_holds.reason text not null
legal_holds.placed_by uuid not null
legal_holds.placed_at timestamp with time zone not null
legal_holds.lifted_by uuid
legal_holds.lifted_at timestamp with time zone
legal_holds.lift_reason text
memberships.authority_id integer not null
memberships.user_id uuid not null
migrations.id integer not null default nextval('migrations_id_seq'::regclass)
migrations.timestamp bigint not null
migrations.name character varying not null
note_versions.authority_id integer not null
note_versions.note_id uuid not null
note_versions.number integer not null
note_versions.visibility text not null
note_versions.text text not null
note_versions.written_at timestamp with time zone not null
notes.id uuid not null default uuidv7()
notes.authority_id integer not null
notes.referral_id uuid not null
notes.version integer not null default 1
notes.written_by uuid not null
notes.written_at timestamp with time zone not null
notes.provider_id uuid
notification_preferences.authority_id integer not null
notification_preferences.user_id uuid not null
notification_preferences.topic text not null
notification_preferences.delivery text not null
notifications.id uuid not null default uuidv7()
notifications.authority_id integer not null
notifications.user_id uuid not null
notifications.topic text not null
notifications.referral_id uuid
notifications.reference text not null
notifications.stage text not null
notifications.what_to_do text not null
notifications.due_on date
notifications.link_path text not null
notifications.delivery text not null
notifications.created_at timestamp with time zone not null
notifications.mailed_at timestamp with time zone
outbox_mails.id uuid not null default uuidv7()
outbox_mails.authority_id integer not null
outbox_mails.user_id uuid
outbox_mails.to_name text not null
outbox_mails.to_address text not null
outbox_mails.kind text not null
outbox_mails.subject text not null
outbox_mails.body text
outbox_mails.link_path text
outbox_mails.holds_secret boolean not null
outbox_mails.created_at timestamp with time zone not null
outbox_mails.next_attempt_at timestamp with time zone not null
outbox_mails.attempts integer not null default 0
outbox_mails.last_error_code text
outbox_mails.sent_at timestamp with time zone
outbox_mails.given_up_at timestamp with time zone
panels.id uuid not null default uuidv7()
panels.authority_id integer not null
panels.held_on date not null
panels.venue text not null
panels.status text not null default 'planned'::text
panels.version integer not null default 1
panels.papers_hash text
panels.created_by uuid not null
panels.created_at timestamp with time zone not null
passkeys.id uuid not null default uuidv7()
passkeys.user_id uuid not null
passkeys.credential_id text not null
passkeys.public_key bytea not null
passkeys.counter bigint not null
passkeys.transports text[] not null
passkeys.name text not null
passkeys.created_at timestamp with time zone not null
passkeys.last_used_at timestamp with time zone
providers.id uuid not null default uuidv7()
providers.authority_id integer not null
providers.name text not null
rate_cards.id uuid not null default uuidv7()
rate_cards.authority_id integer not null
rate_cards.name text not null
rate_cards.starts_on date not null
rate_cards.ends_on date
rate_cards.hourly_rate_pence integer not null
rate_cards.weeks_tenths integer not null
rate_cards.school_contribution_pence integer not null
rate_cards.rounding text not null
rate_cards.price_year text not null
rate_cards.source text not null
rate_cards.bands jsonb not null
rate_cards.created_at timestamp with time zone not null
rate_limits.bucket bytea not null
rate_limits.attempts timestamp with time zone[] not null
rate_limits.kept_until timestamp with time zone not null
recovery_codes.id uuid not null default uuidv7()
recovery_codes.user_id uuid not null
recovery_codes.code_hash bytea not null
recovery_codes.created_at timestamp with time zone not null
recovery_codes.used_at timestamp with time zone
reference_counters.authority_id integer not null
reference_counters.year integer not null
reference_counters.last_number integer not null
referral_amendment_sections.amendment_id uuid not null
referral_amendment_sections.section text not null
referral_amendment_sections.authority_id integer not null
referral_amendment_sections.answers jsonb not null
referral_amendment_sections.version integer not null
referral_amendment_sections.saved_at timestamp with time zone not null
referral_amendment_sections.saved_by uuid not null
referral_amendment_sections.changes jsonb not null default '{}'::jsonb
referral_amendments.id uuid not null default uuidv7()
referral_amendments.authority_id integer not null
referral_amendments.referral_id uuid not null
referral_amendments.side text not null
referral_amendments.reason text not null
referral_amendments.started_by uuid not null
referral_amendments.started_at timestamp with time zone not null
referral_copies.id uuid not null default uuidv7()
referral_copies.authority_id integer not null
referral_copies.referral_id uuid not null
referral_copies.number integer not null
referral_copies.status text not null default 'queued'::text
referral_copies.requested_by uuid not null
referral_copies.requested_at timestamp with time zone not null
referral_copies.enqueued_at timestamp with time zone
referral_copies.pdf bytea
referral_receipts.referral_id uuid not null
referral_receipts.authority_id integer not null
referral_receipts.received_from text not null
referral_receipts.received_on date not null
referral_receipts.channel text not null
referral_receipts.recorded_by uuid not null
referral_receipts.recorded_at timestamp with time zone not null
referral_section_writers.authority_id integer not null
referral_section_writers.referral_id uuid not null
referral_section_writers.section text not null
referral_section_writers.user_id uuid not null
referral_section_writers.seen_at timestamp with time zone not null
referral_sections.referral_id uuid not null
referral_sections.section text not null
referral_sections.authority_id integer not null
referral_sections.answers jsonb not null
referral_sections.version integer not null default 1
referral_sections.saved_at timestamp with time zone not null
referral_sections.saved_by uuid not null
referral_sections.changes jsonb not null default '{}'::jsonb
referral_sections.copied_reference text
referral_sections.copied_sent_on date
referral_versions.id uuid not null default uuidv7()
referral_versions.authority_id integer not null
referral_versions.referral_id uuid not null
referral_versions.number integer not null
referral_versions.kind text not null
referral_versions.answers jsonb not null
referral_versions.reason text
referral_versions.made_by uuid not null
referral_versions.made_at timestamp with time zone not null
referral_versions.sign_off_id uuid
referral_versions.changes jsonb not null default '{}'::jsonb
referrals.id uuid not null default uuidv7()
referrals.authority_id integer not null
referrals.school_id uuid not null
referrals.child_id uuid
referrals.reference text not null
referrals.status text not null default 'draft'::text
referrals.version integer not null default 1
referrals.pupil_name text not null default ''::text
referrals.nc_year text
referrals.primary_need text
referrals.secondary_need text
referrals.is_urgent boolean not null default false
referrals.created_by uuid not null
referrals.created_at timestamp with time zone not null
referrals.submitted_on date
referrals.listed_on date not null
referrals.status_changed_on date not null
referrals.return_reason text
referrals.decline_reason text
referrals.decline_explanation text
referrals.withdraw_reason text
referrals.panel_consent boolean
referrals.provider_consent boolean
referrals.reopen_reason text
referrals.assigned_to uuid
referrals.times_returned integer not null default 0
referrals.due_on date
referrals.queue_stage text
referrals.queue_due_on date
referrals.decline_next_steps text
referrals.declined_by uuid
reports.id uuid not null default uuidv7()
reports.authority_id integer not null
reports.analysis_run_id uuid not null
reports.title text not null
reports.status text not null default 'draft'::text
reports.version integer not null default 1
reports.content json not null
reports.content_hash text not null
reports.drafted_by uuid not null
reports.drafted_at timestamp with time zone not null
reports.approved_by uuid
reports.approved_at timestamp with time zone
reports.published_by uuid
reports.published_at timestamp with time zone
retention_rules.id uuid not null default uuidv7()
retention_rules.authority_id integer not null
retention_rules.record_class text not null
retention_rules.version integer not null
retention_rules.months integer not null
retention_rules.days integer not null
retention_rules.source text not null
retention_rules.set_by uuid not null
retention_rules.set_at timestamp with time zone not null
return_items.id uuid not null default uuidv7()
return_items.authority_id integer not null
return_items.referral_id uuid not null
return_items.round integer not null
return_items.position integer not null
return_items.section text not null
return_items.field text not null default ''::text
return_items.question text not null
return_items.asked_by uuid not null
return_items.asked_at timestamp with time zone not null
return_items.answer text not null default ''::text
return_items.answered_by uuid
return_items.answered_at timestamp with time zone
return_items.version integer not null default 1
return_items.asked_of_version integer
reviews.id uuid not null default uuidv7()
reviews.authority_id integer not null
reviews.referral_id uuid not null
reviews.reviewed_on date not null
reviews.outcome_category text
reviews.goal_score_before integer
reviews.goal_score_now integer
reviews.next_step text not null
reviews.note text not null
reviews.recorded_by uuid not null
reviews.recorded_at timestamp with time zone not null
role_grants.id uuid not null default uuidv7()
role_grants.authority_id integer not null
role_grants.user_id uuid not null
role_grants.role text not null
role_grants.school_id uuid
role_grants.provider_id uuid
role_grants.identity_provider_id uuid
saved_views.id uuid not null default uuidv7()
saved_views.authority_id integer not null
saved_views.user_id uuid not null
saved_views.list text not null
saved_views.name text not null
saved_views.conditions jsonb not null
saved_views.is_default boolean not null default false
saved_views.version integer not null default 1
saved_views.changed_at timestamp with time zone not null
school_corrections.id uuid not null default uuidv7()
school_corrections.authority_id integer not null
school_corrections.school_id uuid not null
school_corrections.field text not null
school_corrections.register_value text
school_corrections.reason text not null
school_corrections.corrected_by uuid not null
school_corrections.corrected_at timestamp with time zone not null
school_import_files.school_import_id uuid not null
school_import_files.authority_id integer not null
school_import_files.kind text not null
school_import_files.number integer not null
school_import_files.bytes bytea not null
school_import_rows.school_import_id uuid not null
school_import_rows.authority_id integer not null
school_import_rows.row_number integer not null
school_import_rows.urn text not null
school_import_rows.name text not null
school_import_rows.action text not null
school_import_rows.school_id uuid
school_import_rows.school_version integer
school_import_rows.school jsonb
school_import_rows.before jsonb
school_import_rows.changes jsonb not null
school_import_rows.errors jsonb not null
school_imports.id uuid not null default uuidv7()
school_imports.authority_id integer not null
school_imports.version integer not null default 1
school_imports.status text not null default 'queued'::text
school_imports.file_name text not null
school_imports.size_bytes integer not null
school_imports.links_file_name text
school_imports.la_codes text[] not null
school_imports.encoding text
school_imports.progress_done integer not null default 0
school_imports.progress_total integer not null default 0
school_imports.counts jsonb
school_imports.structure_problem jsonb
school_imports.note text
school_imports.failure text
school_imports.skips_errors boolean not null default false
school_imports.links jsonb
school_imports.undo jsonb
school_imports.started_by uuid not null
school_imports.queued_at timestamp with time zone not null
school_imports.enqueued_at timestamp with time zone
school_imports.read_at timestamp with time zone
school_imports.confirmed_by uuid
school_imports.confirmed_at timestamp with time zone
school_imports.applied_at timestamp with time zone
school_imports.undone_by uuid
school_imports.undone_at timestamp with time zone
school_links.id uuid not null default uuidv7()
school_links.authority_id integer not null
school_links.predecessor_urn text not null
school_links.successor_urn text not null
school_links.established_on date
schools.id uuid not null default uuidv7()
schools.authority_id integer not null
schools.urn text not null
schools.name text not null
schools.phase text not null
schools.head_teacher text not null default ''::text
schools.version integer not null default 1
schools.la_code text
schools.establishment_number text
schools.type_code text not null default ''::text
schools.type_name text not null default ''::text
schools.status text not null default 'open'::text
schools.opened_on date
schools.closed_on date
schools.low_age integer
schools.high_age integer
schools.street text not null default ''::text
schools.town text not null default ''::text
schools.postcode text not null default ''::text
schools.trust_id uuid
sessions.id uuid not null default uuidv7()
sessions.authority_id integer not null
sessions.user_id uuid not null
sessions.token_hash bytea not null
sessions.created_at timestamp with time zone not null
sessions.last_seen_at timestamp with time zone not null
sessions.expires_at timestamp with time zone not null
sessions.ended_at timestamp with time zone
sessions.stage text not null default 'second_factor'::text
sessions.signed_in_with text[] not null default '{}'::text[]
sessions.confirmed_at timestamp with time zone
sessions.hat_id uuid
sessions.device_id uuid
sessions.device_name text not null default ''::text
sessions.challenge text
sessions.challenge_purpose text
sessions.challenge_expires_at timestamp with time zone
sessions.identity_provider_id uuid
sessions.provider_subject text
sessions.provider_session_id text
sibling_links.id uuid not null default uuidv7()
sibling_links.authority_id integer not null
sibling_links.child_id uuid not null
sibling_links.sibling_id uuid not null
sibling_links.reason text not null
sibling_links.linked_by uuid not null
sibling_links.linked_at timestamp with time zone not null
sign_off_links.sign_off_id uuid not null
sign_off_links.authority_id integer not null
sign_off_links.token_hash bytea not null
sign_off_links.expires_at timestamp with time zone not null
sign_off_links.code_hash bytea
sign_off_links.code_expires_at timestamp with time zone
sign_off_links.code_tries integer not null default 0
sign_off_links.key_hash bytea
sign_off_links.key_expires_at timestamp with time zone
sign_offs.id uuid not null default uuidv7()
sign_offs.authority_id integer not null
sign_offs.referral_id uuid not null
sign_offs.way text not null
sign_offs.status text not null
sign_offs.version integer not null default 1
sign_offs.answers jsonb not null
sign_offs.answers_hash bytea not null
sign_offs.asked_by uuid not null
sign_offs.asked_at timestamp with time zone not null
sign_offs.head_name text not null
sign_offs.head_email text
sign_offs.expires_at timestamp with time zone
sign_offs.signed_name text
sign_offs.signed_role text
sign_offs.statement text
sign_offs.comment text
sign_offs.decided_by uuid
sign_offs.decided_at timestamp with time zone
sign_offs.reminders integer not null default 0
sign_offs.reminded_at timestamp with time zone
sign_offs.expiry_told_at timestamp with time zone
suspended_role_grants.id uuid not null
suspended_role_grants.authority_id integer not null
suspended_role_grants.user_id uuid not null
suspended_role_grants.role text not null
suspended_role_grants.school_id uuid
suspended_role_grants.provider_id uuid
suspended_role_grants.identity_provider_id uuid
suspended_role_grants.suspended_at timestamp with time zone not null
told_apart_children.id uuid not null default uuidv7()
told_apart_children.authority_id integer not null
told_apart_children.child_id uuid not null
told_apart_children.other_id uuid not null
told_apart_children.grounds text[] not null
told_apart_children.reason text not null
told_apart_children.told_by uuid not null
told_apart_children.told_at timestamp with time zone not null
toolkit_resources.id uuid not null default uuidv7()
toolkit_resources.authority_id integer not null
toolkit_resources.title text not null
toolkit_resources.summary text not null
toolkit_resources.body text not null
toolkit_resources.needs text[] not null default '{}'::text[]
toolkit_resources.phases text[] not null default '{}'::text[]
toolkit_resources.decline_reasons text[] not null default '{}'::text[]
toolkit_resources.links jsonb not null default '[]'::jsonb
toolkit_resources.valid_from date not null
toolkit_resources.valid_to date
toolkit_resources.retired_at timestamp with time zone
toolkit_resources.version integer not null default 1
toolkit_resources.changed_by uuid not null
toolkit_resources.changed_at timestamp with time zone not null
trusts.id uuid not null default uuidv7()
trusts.authority_id integer not null
trusts.uid text not null
trusts.name text not null
users.id uuid not null default uuidv7()
users.email text not null
users.name text not null
users.password_hash text
users.demo_key text
users.is_active boolean not null default true
users.created_at timestamp with time zone not null default now()
users.version integer not null default 1

-- Constraints
access_pack_documents: access_pack_documents_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id)
access_pack_documents: access_pack_documents_decided_is_whole CHECK ((num_nulls(decision, decided_by, decided_at) = ANY (ARRAY[0, 3])))
access_pack_documents: access_pack_documents_decision_known CHECK ((decision = ANY (ARRAY['include'::text, 'withhold'::text])))
access_pack_documents: access_pack_documents_pack_fkey FOREIGN KEY (authority_id, access_pack_id) REFERENCES access_packs(authority_id, id) ON DELETE CASCADE
access_pack_documents: access_pack_documents_pkey PRIMARY KEY (id)
access_pack_documents: access_pack_documents_placed_is_included CHECK (((starts_at IS NULL) OR (decision = 'include'::text)))
access_pack_documents: access_pack_documents_position_key UNIQUE (access_pack_id, "position")
access_pack_documents: access_pack_documents_reason_filled CHECK ((withheld_reason <> ''::text))
access_pack_documents: access_pack_documents_unavailable_is_out CHECK (((unavailable IS NULL) OR (decision IS NULL)))
access_pack_documents: access_pack_documents_unavailable_known CHECK ((unavailable = ANY (ARRAY['removed'::text, 'quarantined'::text, 'infected'::text, 'failed'::text])))
access_pack_documents: access_pack_documents_withheld_has_reason CHECK ((((decision = 'withhold'::text) = (withheld_reason IS NOT NULL)) OR (decision IS NULL)))
access_pack_passages: access_pack_passages_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id)
access_pack_passages: access_pack_passages_decided_is_whole CHECK ((num_nulls(decision, decided_by, decided_at) = ANY (ARRAY[0, 3])))
access_pack_passages: access_pack_passages_decision_known CHECK ((decision = ANY (ARRAY['keep'::text, 'redact'::text])))
access_pack_passages: access_pack_passages_kind_known CHECK ((kind = ANY (ARRAY['other_child'::text, 'family'::text, 'named_person'::text, 'contact'::text, 'safe_contact'::text, 'staff'::text, 'marked'::text])))
access_pack_passages: access_pack_passages_pack_fkey FOREIGN KEY (authority_id, access_pack_id) REFERENCES access_packs(authority_id, id)
access_pack_passages: access_pack_passages_part_in_order CHECK (((num_nulls(starts_at, ends_at) = ANY (ARRAY[0, 2])) AND (starts_at < ends_at)))
access_pack_passages: access_pack_passages_pkey PRIMARY KEY (id)
access_pack_passages: access_pack_passages_position_key UNIQUE (access_pack_id, "position")
access_pack_passages: access_pack_passages_suggestion_known CHECK ((suggestion = ANY (ARRAY['keep'::text, 'redact'::text])))
access_packs: access_packs_authority_id_key UNIQUE (authority_id, id)
access_packs: access_packs_destroyed_is_empty CHECK (((status <> ALL (ARRAY['destroyed'::text, 'superseded'::text])) OR ((archive IS NULL) AND (content IS NULL))))
access_packs: access_packs_pkey PRIMARY KEY (id)
access_packs: access_packs_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES users(id)
access_packs: access_packs_release_is_whole CHECK (((status <> 'released'::text) OR ((archive IS NOT NULL) AND (archive_sha256 IS NOT NULL) AND (manifest IS NOT NULL) AND (released_at IS NOT NULL))))
access_packs: access_packs_released_by_fkey FOREIGN KEY (released_by) REFERENCES users(id)
access_packs: access_packs_request_fkey FOREIGN KEY (authority_id, access_request_id) REFERENCES access_requests(authority_id, id)
access_packs: access_packs_review_has_content CHECK (((status <> 'in_review'::text) OR (content IS NOT NULL)))
access_packs: access_packs_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'in_review'::text, 'failed'::text, 'superseded'::text, 'released'::text, 'destroyed'::text])))
access_request_counters: access_request_counters_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
access_request_counters: access_request_counters_pkey PRIMARY KEY (authority_id, year)
access_request_pauses: access_request_pauses_in_order CHECK ((resumed_on >= paused_on))
access_request_pauses: access_request_pauses_paused_by_fkey FOREIGN KEY (paused_by) REFERENCES users(id)
access_request_pauses: access_request_pauses_pkey PRIMARY KEY (id)
access_request_pauses: access_request_pauses_reason_filled CHECK ((reason <> ''::text))
access_request_pauses: access_request_pauses_request_fkey FOREIGN KEY (authority_id, access_request_id) REFERENCES access_requests(authority_id, id)
access_request_pauses: access_request_pauses_resumed_by_fkey FOREIGN KEY (resumed_by) REFERENCES users(id)
access_requests: access_requests_authority_id_key UNIQUE (authority_id, id)
access_requests: access_requests_child_fkey FOREIGN KEY (authority_id, child_id) REFERENCES children(authority_id, id)
access_requests: access_requests_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES users(id)
access_requests: access_requests_closed_is_whole CHECK (((status <> 'open'::text) = ((closed_on IS NOT NULL) AND (closed_by IS NOT NULL))))
access_requests: access_requests_complex_has_reason CHECK ((is_complex <= (COALESCE(complex_reason, ''::text) <> ''::text)))
access_requests: access_requests_identity_known CHECK ((identity_check = ANY (ARRAY['documents_seen'::text, 'known_in_person'::text, 'verified_online'::text, 'to_be_proven'::text])))
access_requests: access_requests_logged_by_fkey FOREIGN KEY (logged_by) REFERENCES users(id)
access_requests: access_requests_pkey PRIMARY KEY (id)
access_requests: access_requests_reference_key UNIQUE (authority_id, reference)
access_requests: access_requests_refusal_has_reason CHECK (((status <> ALL (ARRAY['refused'::text, 'withdrawn'::text])) OR (closing_reason <> ''::text)))
access_requests: access_requests_relation_known CHECK ((requester_relation = ANY (ARRAY['parent_or_carer'::text, 'young_person'::text, 'representative'::text, 'other'::text])))
access_requests: access_requests_status_known CHECK ((status = ANY (ARRAY['open'::text, 'released'::text, 'refused'::text, 'withdrawn'::text])))
account_links: account_links_email_lower CHECK ((new_email = lower(new_email)))
account_links: account_links_email_where_needed CHECK (((purpose = 'email_change'::text) = (new_email IS NOT NULL)))
account_links: account_links_pkey PRIMARY KEY (id)
account_links: account_links_purpose_known CHECK ((purpose = ANY (ARRAY['password_reset'::text, 'email_change'::text])))
account_links: account_links_token_hash_key UNIQUE (token_hash)
account_links: account_links_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
agency_reports: agency_reports_agency_known CHECK ((agency = ANY (ARRAY['educational_psychology'::text, 'speech_and_language_therapy'::text, 'occupational_therapy'::text, 'camhs'::text, 'community_paediatrics'::text, 'social_care'::text, 'early_help'::text, 'other'::text])))
agency_reports: agency_reports_authority_id_key UNIQUE (authority_id, id)
agency_reports: agency_reports_document_fkey FOREIGN KEY (authority_id, document_id) REFERENCES documents(authority_id, id) ON DELETE CASCADE
agency_reports: agency_reports_pkey PRIMARY KEY (id)
agency_reports: agency_reports_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES users(id)
agency_reports: agency_reports_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id) ON DELETE CASCADE
agency_reports: agency_reports_title_filled CHECK ((title <> ''::text))
agency_reports: agency_reports_version_positive CHECK ((version > 0))
agenda_items: agenda_items_authority_id_key UNIQUE (authority_id, id)
agenda_items: agenda_items_once UNIQUE (panel_id, referral_id)
agenda_items: agenda_items_panel_fkey FOREIGN KEY (authority_id, panel_id) REFERENCES panels(authority_id, id)
agenda_items: agenda_items_pkey PRIMARY KEY (id)
agenda_items: agenda_items_position_key UNIQUE (panel_id, "position") DEFERRABLE
agenda_items: agenda_items_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id)
allocations: allocations_amount_follows CHECK (((units > 0) AND (amount_pence = ((units)::bigint * unit_price_pence))))
allocations: allocations_authority_id_key UNIQUE (authority_id, id)
allocations: allocations_contract_fkey FOREIGN KEY (authority_id, contract_id) REFERENCES contracts(authority_id, id)
allocations: allocations_decision_fkey FOREIGN KEY (authority_id, decision_id) REFERENCES decisions(authority_id, id)
allocations: allocations_decline_has_reason CHECK (((status <> 'declined_by_provider'::text) OR (COALESCE(decline_reason, ''::text) <> ''::text)))
allocations: allocations_once UNIQUE (decision_id, contract_id)
allocations: allocations_pkey PRIMARY KEY (id)
allocations: allocations_provider_fkey FOREIGN KEY (authority_id, provider_id) REFERENCES providers(authority_id, id)
allocations: allocations_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id)
allocations: allocations_status_known CHECK ((status = ANY (ARRAY['proposed'::text, 'approved'::text, 'accepted'::text, 'declined_by_provider'::text, 'active'::text, 'completed'::text, 'ended_early'::text, 'withdrawn'::text])))
analysis_lines: analysis_lines_once UNIQUE (run_id, referral_id)
analysis_lines: analysis_lines_pkey PRIMARY KEY (id)
analysis_lines: analysis_lines_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id)
analysis_lines: analysis_lines_run_fkey FOREIGN KEY (authority_id, run_id) REFERENCES analysis_runs(authority_id, id)
analysis_runs: analysis_runs_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
analysis_runs: analysis_runs_authority_id_key UNIQUE (authority_id, id)
analysis_runs: analysis_runs_period_in_order CHECK ((period_to >= period_from))
analysis_runs: analysis_runs_pkey PRIMARY KEY (id)
analysis_runs: analysis_runs_progress_possible CHECK (((progress_done >= 0) AND (progress_done <= progress_total)))
analysis_runs: analysis_runs_rate_card_fkey FOREIGN KEY (authority_id, rate_card_id) REFERENCES rate_cards(authority_id, id)
analysis_runs: analysis_runs_started_by_fkey FOREIGN KEY (started_by) REFERENCES users(id)
analysis_runs: analysis_runs_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'succeeded'::text, 'failed'::text, 'cancelled'::text])))
analysis_runs: analysis_runs_success_is_whole CHECK (((status <> 'succeeded'::text) OR ((result IS NOT NULL) AND (inputs_hash IS NOT NULL))))
assessment_drafts: assessment_drafts_pkey PRIMARY KEY (authority_id, referral_id)
assessment_drafts: assessment_drafts_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id) ON DELETE CASCADE
assessment_drafts: assessment_drafts_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES users(id)
assessment_drafts: assessment_drafts_version_positive CHECK ((version > 0))
assessments: assessments_assessed_by_fkey FOREIGN KEY (assessed_by) REFERENCES users(id)
assessments: assessments_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
assessments: assessments_confidence_known CHECK ((confidence = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])))
assessments: assessments_evidence_has_version CHECK (((criteria_version IS NULL) = (evidence = '[]'::jsonb)))
assessments: assessments_hours_possible CHECK (((weekly_hours_hundredths >= 0) AND (weekly_hours_hundredths <= 4000)))
assessments: assessments_number_key UNIQUE (referral_id, number)
assessments: assessments_pkey PRIMARY KEY (id)
assessments: assessments_probability_possible CHECK (((probability_percent >= 0) AND (probability_percent <= 100)))
assessments: assessments_rate_card_fkey FOREIGN KEY (authority_id, rate_card_id) REFERENCES rate_cards(authority_id, id)
assessments: assessments_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id)
assessments: assessments_risk_known CHECK ((risk_level = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])))
assessments: assessments_value_possible CHECK ((annual_value_pence >= 0))
audit_events: audit_events_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
audit_events: audit_events_pkey PRIMARY KEY (id)
audit_events: audit_events_seq_key UNIQUE (authority_id, seq)
audit_heads: audit_heads_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
audit_heads: audit_heads_pkey PRIMARY KEY (authority_id)
audit_verifications: audit_verifications_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
audit_verifications: audit_verifications_fault CHECK (((fault_seq IS NULL) = (fault_code IS NULL)))
audit_verifications: audit_verifications_fault_code CHECK ((fault_code = ANY (ARRAY['event_missing'::text, 'event_changed'::text, 'head_differs'::text, 'anchor_differs'::text, 'anchor_missing'::text])))
audit_verifications: audit_verifications_pkey PRIMARY KEY (id)
authenticator_apps: authenticator_apps_pkey PRIMARY KEY (id)
authenticator_apps: authenticator_apps_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
authorities: authorities_brand_colour_is_hex CHECK ((brand_colour ~ '^#[0-9a-f]{6}$'::text))
authorities: authorities_change_is_whole CHECK (((changed_by IS NULL) = (changed_at IS NULL)))
authorities: authorities_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES users(id)
authorities: authorities_code_key UNIQUE (code)
authorities: authorities_name_filled CHECK ((name <> ''::text))
authorities: authorities_pkey PRIMARY KEY (id)
authorities: authorities_service_name_filled CHECK ((service_name <> ''::text))
authorities: authorities_version_positive CHECK ((version > 0))
case_deadlines: case_deadlines_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
case_deadlines: case_deadlines_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES users(id)
case_deadlines: case_deadlines_in_bounds CHECK (((LEAST(triage_working_days, return_working_days, assessment_working_days, ready_working_days) >= 1) AND (GREATEST(triage_working_days, return_working_days, assessment_working_days, ready_working_days) <= 60)))
case_deadlines: case_deadlines_pkey PRIMARY KEY (authority_id)
case_tasks: case_tasks_assigned_user_fkey FOREIGN KEY (assigned_user_id) REFERENCES users(id)
case_tasks: case_tasks_authority_id_key UNIQUE (authority_id, id)
case_tasks: case_tasks_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id)
case_tasks: case_tasks_done_by_fkey FOREIGN KEY (done_by) REFERENCES users(id)
case_tasks: case_tasks_done_is_whole CHECK ((num_nulls(done_by, done_at) = ANY (ARRAY[0, 2])))
case_tasks: case_tasks_pkey PRIMARY KEY (id)
case_tasks: case_tasks_provider_fkey FOREIGN KEY (authority_id, assigned_provider_id) REFERENCES providers(authority_id, id)
case_tasks: case_tasks_provider_named CHECK (((assigned_role = 'provider'::text) = (assigned_provider_id IS NOT NULL)))
case_tasks: case_tasks_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id) ON DELETE CASCADE
case_tasks: case_tasks_role_known CHECK ((assigned_role = ANY (ARRAY['coordinator'::text, 'senco'::text, 'provider'::text])))
case_tasks: case_tasks_title_filled CHECK ((title <> ''::text))
case_tasks: case_tasks_version_positive CHECK ((version > 0))
child_merges: child_merges_authority_id_key UNIQUE (authority_id, id)
child_merges: child_merges_kept_fkey FOREIGN KEY (authority_id, kept_child_id) REFERENCES children(authority_id, id) ON DELETE CASCADE
child_merges: child_merges_merged_by_fkey FOREIGN KEY (merged_by) REFERENCES users(id)
child_merges: child_merges_merged_fkey FOREIGN KEY (authority_id, merged_child_id) REFERENCES children(authority_id, id) ON DELETE CASCADE
child_merges: child_merges_of_two CHECK ((kept_child_id <> merged_child_id))
child_merges: child_merges_pkey PRIMARY KEY (id)
child_merges: child_merges_reason_filled CHECK ((reason <> ''::text))
child_merges: child_merges_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES users(id)
child_merges: child_merges_undone_is_whole CHECK ((num_nulls(undone_by, undone_at, undo_reason) = ANY (ARRAY[0, 3])))
child_moves: child_moves_child_fkey FOREIGN KEY (authority_id, child_id) REFERENCES children(authority_id, id) ON DELETE CASCADE
child_moves: child_moves_one_a_day UNIQUE (authority_id, child_id, moved_on)
child_moves: child_moves_pkey PRIMARY KEY (id)
child_moves: child_moves_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES users(id)
child_moves: child_moves_school_fkey FOREIGN KEY (authority_id, school_id) REFERENCES schools(authority_id, id)
children: children_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
children: children_authority_id_key UNIQUE (authority_id, id)
children: children_merged_into_fkey FOREIGN KEY (authority_id, merged_into_id) REFERENCES children(authority_id, id) ON DELETE CASCADE
children: children_nc_year_short CHECK (((length(nc_year) >= 1) AND (length(nc_year) <= 3)))
children: children_not_merged_into_itself CHECK ((merged_into_id <> id))
children: children_pkey PRIMARY KEY (id)
children: children_sex_known CHECK ((sex = ANY (ARRAY['M'::text, 'F'::text, 'U'::text])))
children: children_upn_key UNIQUE (authority_id, upn)
children: children_version_positive CHECK ((version > 0))
commitment_entries: commitment_entries_allocation_fkey FOREIGN KEY (authority_id, allocation_id) REFERENCES allocations(authority_id, id)
commitment_entries: commitment_entries_contract_fkey FOREIGN KEY (authority_id, contract_id) REFERENCES contracts(authority_id, id)
commitment_entries: commitment_entries_kind_known CHECK ((kind = ANY (ARRAY['reserved'::text, 'committed'::text, 'delivered'::text, 'invoiced'::text, 'released'::text])))
commitment_entries: commitment_entries_pkey PRIMARY KEY (id)
consent_events: consent_events_channel_known CHECK ((channel = ANY (ARRAY['in_person'::text, 'by_phone'::text, 'in_writing'::text])))
consent_events: consent_events_for_somebody CHECK ((panel_schools OR providers))
consent_events: consent_events_kind_known CHECK ((kind = ANY (ARRAY['withdrawn'::text, 'given'::text])))
consent_events: consent_events_pkey PRIMARY KEY (id)
consent_events: consent_events_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES users(id)
consent_events: consent_events_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id)
consultations: consultations_advice_filled CHECK ((advice <> ''::text))
consultations: consultations_asked_known CHECK ((asked = ANY (ARRAY['before_referral'::text, 'during_case'::text])))
consultations: consultations_authority_id_key UNIQUE (authority_id, id)
consultations: consultations_pkey PRIMARY KEY (id)
consultations: consultations_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES users(id)
consultations: consultations_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id) ON DELETE CASCADE
consultations: consultations_teacher_named CHECK ((teacher_name <> ''::text))
consultations: consultations_version_positive CHECK ((version > 0))
contact_details: contact_details_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
contact_details: contact_details_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES users(id)
contact_details: contact_details_officer_filled CHECK (((officer_name <> ''::text) AND (officer_email <> ''::text)))
contact_details: contact_details_pkey PRIMARY KEY (authority_id)
contact_details: contact_details_reply_in_time CHECK (((reply_working_days >= 1) AND (reply_working_days <= 30)))
contact_details: contact_details_service_filled CHECK (((service_name <> ''::text) AND (service_email <> ''::text)))
contact_details: contact_details_version_after_nothing CHECK ((version > 1))
contracts: contracts_amounts_possible CHECK (((value_pence >= 0) AND (unit_price_pence >= 0) AND (capacity_units >= 0)))
contracts: contracts_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
contracts: contracts_authority_id_key UNIQUE (authority_id, id)
contracts: contracts_dates_in_order CHECK ((ends_on >= starts_on))
contracts: contracts_money_left_never_negative CHECK (((committed_pence >= 0) AND (committed_pence <= value_pence)))
contracts: contracts_pkey PRIMARY KEY (id)
contracts: contracts_provider_fkey FOREIGN KEY (authority_id, provider_id) REFERENCES providers(authority_id, id)
contracts: contracts_title_key UNIQUE (authority_id, title, starts_on)
contracts: contracts_unit_known CHECK ((capacity_unit = ANY (ARRAY['place'::text, 'hour'::text, 'session'::text])))
contracts: contracts_units_left_never_negative CHECK (((taken_units >= 0) AND (taken_units <= capacity_units)))
corrections: corrections_changes_something CHECK ((old_value <> new_value))
corrections: corrections_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id)
corrections: corrections_field_known CHECK ((field = ANY (ARRAY['legalForename'::text, 'legalSurname'::text, 'preferredName'::text, 'upn'::text, 'bornOn'::text, 'sex'::text])))
corrections: corrections_outcome_known CHECK ((outcome = ANY (ARRAY['accepted'::text, 'refused'::text])))
corrections: corrections_pkey PRIMARY KEY (id)
corrections: corrections_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id) ON DELETE CASCADE
corrections: corrections_refusal_has_reason CHECK (((outcome = 'refused'::text) = (COALESCE(refusal_reason, ''::text) <> ''::text)))
decisions: decisions_authority_id_key UNIQUE (authority_id, id)
decisions: decisions_item_fkey FOREIGN KEY (authority_id, agenda_item_id) REFERENCES agenda_items(authority_id, id)
decisions: decisions_once UNIQUE (agenda_item_id)
decisions: decisions_pkey PRIMARY KEY (id)
decisions: decisions_reason_filled CHECK ((reason <> ''::text))
decisions: decisions_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES users(id)
decisions: decisions_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id)
decline_signposts: decline_signposts_pkey PRIMARY KEY (referral_id, resource_id)
decline_signposts: decline_signposts_position_positive CHECK (("position" > 0))
decline_signposts: decline_signposts_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id) ON DELETE CASCADE
decline_signposts: decline_signposts_resource_fkey FOREIGN KEY (authority_id, resource_id) REFERENCES toolkit_resources(authority_id, id)
delivery_sessions: delivery_sessions_allocation_fkey FOREIGN KEY (authority_id, allocation_id) REFERENCES allocations(authority_id, id)
delivery_sessions: delivery_sessions_attendance_known CHECK ((attendance = ANY (ARRAY['attended'::text, 'cancelled_by_provider'::text, 'cancelled_by_school'::text, 'child_absent'::text])))
delivery_sessions: delivery_sessions_minutes_possible CHECK (((minutes >= 0) AND (minutes <= 600)))
delivery_sessions: delivery_sessions_pkey PRIMARY KEY (id)
delivery_sessions: delivery_sessions_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES users(id)
destroyed_referral_counts: destroyed_referral_counts_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
destroyed_referral_counts: destroyed_referral_counts_pkey PRIMARY KEY (authority_id, submitted_quarter)
destroyed_referral_counts: destroyed_referral_counts_positive CHECK ((count > 0))
destroyed_referral_counts: destroyed_referral_counts_quarter_begins CHECK ((submitted_quarter = (date_trunc('quarter'::text, (submitted_quarter)::timestamp with time zone))::date))
destructions: destructions_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
destructions: destructions_pkey PRIMARY KEY (id)
document_versions: document_versions_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
document_versions: document_versions_authority_id_key UNIQUE (authority_id, id)
document_versions: document_versions_document_fkey FOREIGN KEY (authority_id, document_id) REFERENCES documents(authority_id, id)
document_versions: document_versions_hash_whole CHECK ((length(sha256) = 32))
document_versions: document_versions_kind_known CHECK ((kind = ANY (ARRAY['pdf'::text, 'docx'::text, 'odt'::text, 'jpeg'::text, 'png'::text])))
document_versions: document_versions_name_present CHECK ((file_name <> ''::text))
document_versions: document_versions_number_key UNIQUE (authority_id, document_id, number)
document_versions: document_versions_number_positive CHECK ((number > 0))
document_versions: document_versions_pkey PRIMARY KEY (id)
document_versions: document_versions_scan_has_time CHECK (((scan_status = 'quarantined'::text) = (scanned_at IS NULL)))
document_versions: document_versions_scan_known CHECK ((scan_status = ANY (ARRAY['quarantined'::text, 'clean'::text, 'infected'::text, 'failed'::text])))
document_versions: document_versions_size_in_bounds CHECK (((size_bytes >= 1) AND (size_bytes <= 20971520)))
document_versions: document_versions_storage_key_key UNIQUE (authority_id, storage_key)
document_versions: document_versions_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES users(id)
documents: documents_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
documents: documents_authority_id_key UNIQUE (authority_id, id)
documents: documents_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id)
documents: documents_pkey PRIMARY KEY (id)
documents: documents_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id)
documents: documents_removal_has_reason CHECK ((removal_reason <> ''::text))
documents: documents_removal_is_whole CHECK ((num_nulls(removed_by, removed_at, removal_reason) = ANY (ARRAY[0, 3])))
documents: documents_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES users(id)
documents: documents_version_positive CHECK ((version > 0))
draft_warnings: draft_warnings_pkey PRIMARY KEY (referral_id, last_changed_on)
draft_warnings: draft_warnings_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id)
earlier_agency_reports: earlier_agency_reports_document_fkey FOREIGN KEY (authority_id, document_id) REFERENCES documents(authority_id, id) ON DELETE CASCADE
earlier_agency_reports: earlier_agency_reports_number_positive CHECK ((number > 0))
earlier_agency_reports: earlier_agency_reports_pkey PRIMARY KEY (authority_id, agency_report_id, number)
earlier_agency_reports: earlier_agency_reports_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES users(id)
earlier_agency_reports: earlier_agency_reports_report_fkey FOREIGN KEY (authority_id, agency_report_id) REFERENCES agency_reports(authority_id, id) ON DELETE CASCADE
earlier_consultations: earlier_consultations_consultation_fkey FOREIGN KEY (authority_id, consultation_id) REFERENCES consultations(authority_id, id) ON DELETE CASCADE
earlier_consultations: earlier_consultations_number_positive CHECK ((number > 0))
earlier_consultations: earlier_consultations_pkey PRIMARY KEY (authority_id, consultation_id, number)
earlier_consultations: earlier_consultations_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES users(id)
ehc_facts: ehc_facts_decision_known CHECK ((decision = ANY (ARRAY['assessment_agreed'::text, 'assessment_refused'::text, 'plan_issued'::text, 'plan_refused'::text])))
ehc_facts: ehc_facts_hours_possible CHECK (((weekly_hours_hundredths >= 0) AND (weekly_hours_hundredths <= 4000)))
ehc_facts: ehc_facts_in_order CHECK (((decided_on >= requested_on) AND (plan_issued_on >= requested_on)))
ehc_facts: ehc_facts_pkey PRIMARY KEY (referral_id)
ehc_facts: ehc_facts_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES users(id)
ehc_facts: ehc_facts_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id)
emergency_accesses: emergency_accesses_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
emergency_accesses: emergency_accesses_end CHECK (((ended_at IS NULL) = (end_kind IS NULL)))
emergency_accesses: emergency_accesses_end_kind CHECK ((end_kind = ANY (ARRAY['by_hand'::text, 'expired'::text, 'session_ended'::text])))
emergency_accesses: emergency_accesses_of_authority UNIQUE (authority_id, id)
emergency_accesses: emergency_accesses_pkey PRIMARY KEY (id)
emergency_accesses: emergency_accesses_reason_code CHECK ((reason_code = ANY (ARRAY['safeguarding'::text, 'access_request'::text, 'complaint'::text, 'data_breach'::text, 'legal_duty'::text, 'other'::text])))
emergency_accesses: emergency_accesses_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id) ON DELETE CASCADE
emergency_accesses: emergency_accesses_review CHECK ((((review_outcome IS NULL) = (reviewed_by IS NULL)) AND ((review_outcome IS NULL) = (reviewed_at IS NULL)) AND ((review_outcome IS NULL) = (review_note IS NULL))))
emergency_accesses: emergency_accesses_review_outcome CHECK ((review_outcome = ANY (ARRAY['justified'::text, 'not_justified'::text])))
emergency_accesses: emergency_accesses_reviewed_after_end CHECK (((review_outcome IS NULL) OR (ended_at IS NOT NULL)))
emergency_accesses: emergency_accesses_reviewed_by_another CHECK ((reviewed_by <> user_id))
emergency_accesses: emergency_accesses_reviewer_fkey FOREIGN KEY (reviewed_by) REFERENCES users(id)
emergency_accesses: emergency_accesses_time CHECK ((expires_at > started_at))
emergency_accesses: emergency_accesses_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
federated_identities: federated_identities_filled CHECK (((issuer <> ''::text) AND (subject <> ''::text)))
federated_identities: federated_identities_pkey PRIMARY KEY (id)
federated_identities: federated_identities_subject_claim_known CHECK ((subject_claim = ANY (ARRAY['sub'::text, 'oid'::text])))
federated_identities: federated_identities_subject_key UNIQUE (issuer, subject_claim, subject)
federated_identities: federated_identities_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
form_drafts: form_drafts_answers_are_named CHECK ((jsonb_typeof(answers) = 'object'::text))
form_drafts: form_drafts_form_named CHECK ((form ~ '^[a-z_]{3,40}$'::text))
form_drafts: form_drafts_pkey PRIMARY KEY (authority_id, user_id, form, subject_id)
form_drafts: form_drafts_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id) ON DELETE CASCADE
form_drafts: form_drafts_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
form_drafts: form_drafts_version_positive CHECK ((version > 0))
getting_started_marks: getting_started_marks_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
getting_started_marks: getting_started_marks_known CHECK ((mark = ANY (ARRAY['dismissed'::text, 'help_read'::text, 'toolkit_read'::text, 'retention_reviewed'::text, 'privacy_notice_read'::text])))
getting_started_marks: getting_started_marks_pkey PRIMARY KEY (authority_id, user_id, mark)
getting_started_marks: getting_started_marks_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
idempotency_keys: idempotency_keys_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
idempotency_keys: idempotency_keys_pkey PRIMARY KEY (authority_id, user_id, operation, key)
idempotency_keys: idempotency_keys_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
identity_provider_role_rules: identity_provider_role_rules_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
identity_provider_role_rules: identity_provider_role_rules_filled CHECK (((claim <> ''::text) AND (value <> ''::text)))
identity_provider_role_rules: identity_provider_role_rules_of FOREIGN KEY (authority_id, identity_provider_id) REFERENCES identity_providers(authority_id, id) ON DELETE CASCADE
identity_provider_role_rules: identity_provider_role_rules_one_school CHECK ((NOT (is_school_from_urn AND (school_id IS NOT NULL))))
identity_provider_role_rules: identity_provider_role_rules_pkey PRIMARY KEY (id)
identity_provider_role_rules: identity_provider_role_rules_position_key UNIQUE (authority_id, identity_provider_id, "position")
identity_provider_role_rules: identity_provider_role_rules_provider_fkey FOREIGN KEY (authority_id, provider_id) REFERENCES providers(authority_id, id)
identity_provider_role_rules: identity_provider_role_rules_provider_has_provider CHECK (((role = 'provider'::text) = (provider_id IS NOT NULL)))
identity_provider_role_rules: identity_provider_role_rules_role_known CHECK ((role = ANY (ARRAY['senco'::text, 'coordinator'::text, 'panel_member'::text, 'provider'::text, 'contract_manager'::text, 'board_member'::text, 'administrator'::text, 'data_protection_officer'::text])))
identity_provider_role_rules: identity_provider_role_rules_school_fkey FOREIGN KEY (authority_id, school_id) REFERENCES schools(authority_id, id)
identity_provider_role_rules: identity_provider_role_rules_senco_has_school CHECK (((role = 'senco'::text) <= ((school_id IS NOT NULL) OR is_school_from_urn)))
identity_provider_starts: identity_provider_starts_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
identity_provider_starts: identity_provider_starts_invitation_has_token CHECK (((purpose = 'invitation'::text) = (invitation_token_hash IS NOT NULL)))
identity_provider_starts: identity_provider_starts_link_has_user CHECK (((purpose = ANY (ARRAY['link'::text, 'confirm'::text])) = (user_id IS NOT NULL)))
identity_provider_starts: identity_provider_starts_of FOREIGN KEY (authority_id, identity_provider_id) REFERENCES identity_providers(authority_id, id)
identity_provider_starts: identity_provider_starts_pkey PRIMARY KEY (id)
identity_provider_starts: identity_provider_starts_purpose_known CHECK ((purpose = ANY (ARRAY['sign_in'::text, 'link'::text, 'confirm'::text, 'invitation'::text])))
identity_provider_starts: identity_provider_starts_state_key UNIQUE (state_hash)
identity_provider_starts: identity_provider_starts_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
identity_providers: identity_providers_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
identity_providers: identity_providers_authority_id_key UNIQUE (authority_id, id)
identity_providers: identity_providers_client_key UNIQUE (authority_id, issuer, client_id)
identity_providers: identity_providers_creation_needs_roles CHECK (((NOT creates_people) OR gives_roles))
identity_providers: identity_providers_factor_named CHECK (((second_factor = 'ours'::text) OR ((cardinality(required_acr) + cardinality(required_amr)) > 0)))
identity_providers: identity_providers_kind_known CHECK ((kind = ANY (ARRAY['entra_id'::text, 'dfe_sign_in'::text, 'other'::text])))
identity_providers: identity_providers_max_age CHECK (((max_age_minutes >= 1) AND (max_age_minutes <= 10080)))
identity_providers: identity_providers_name_filled CHECK ((display_name <> ''::text))
identity_providers: identity_providers_name_key UNIQUE (authority_id, display_name)
identity_providers: identity_providers_one_organisation CHECK (((school_id IS NULL) OR (provider_id IS NULL)))
identity_providers: identity_providers_pkey PRIMARY KEY (id)
identity_providers: identity_providers_provider_fkey FOREIGN KEY (authority_id, provider_id) REFERENCES providers(authority_id, id)
identity_providers: identity_providers_roles_api_of_dfe CHECK ((((kind = 'dfe_sign_in'::text) OR (roles_api_address IS NULL)) AND ((roles_api_address IS NULL) = (sealed_roles_api_secret IS NULL)) AND ((roles_api_address IS NULL) = (roles_api_service_id IS NULL))))
identity_providers: identity_providers_school_fkey FOREIGN KEY (authority_id, school_id) REFERENCES schools(authority_id, id)
identity_providers: identity_providers_second_factor_known CHECK ((second_factor = ANY (ARRAY['ours'::text, 'when_shown'::text, 'required'::text])))
identity_providers: identity_providers_tenant_of_entra CHECK (((kind = 'entra_id'::text) = (tenant_id IS NOT NULL)))
installation_events: installation_events_pkey PRIMARY KEY (seq)
installation_head: installation_head_is_only CHECK (is_only)
installation_head: installation_head_pkey PRIMARY KEY (is_only)
invitation_roles: invitation_roles_invitation_fkey FOREIGN KEY (authority_id, invitation_id) REFERENCES invitations(authority_id, id)
invitation_roles: invitation_roles_once UNIQUE NULLS NOT DISTINCT (invitation_id, role, school_id, provider_id)
invitation_roles: invitation_roles_pkey PRIMARY KEY (invitation_id, "position")
invitation_roles: invitation_roles_provider_fkey FOREIGN KEY (authority_id, provider_id) REFERENCES providers(authority_id, id)
invitation_roles: invitation_roles_provider_has_provider CHECK (((role = 'provider'::text) = (provider_id IS NOT NULL)))
invitation_roles: invitation_roles_role_known CHECK ((role = ANY (ARRAY['senco'::text, 'coordinator'::text, 'panel_member'::text, 'provider'::text, 'contract_manager'::text, 'board_member'::text, 'administrator'::text, 'data_protection_officer'::text])))
invitation_roles: invitation_roles_school_fkey FOREIGN KEY (authority_id, school_id) REFERENCES schools(authority_id, id)
invitation_roles: invitation_roles_senco_has_school CHECK (((role = 'senco'::text) <= (school_id IS NOT NULL)))
invitations: invitations_acceptance_whole CHECK (((accepted_at IS NULL) = (accepted_by IS NULL)))
invitations: invitations_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES users(id)
invitations: invitations_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
invitations: invitations_authority_id_key UNIQUE (authority_id, id)
invitations: invitations_email_lower CHECK ((email = lower(email)))
invitations: invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES users(id)
invitations: invitations_one_end CHECK (((accepted_at IS NULL) OR (withdrawn_at IS NULL)))
invitations: invitations_pkey PRIMARY KEY (id)
invitations: invitations_token_hash_key UNIQUE (token_hash)
known_devices: known_devices_once UNIQUE (user_id, token_hash)
known_devices: known_devices_pkey PRIMARY KEY (id)
known_devices: known_devices_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
legal_holds: legal_holds_child_fkey FOREIGN KEY (authority_id, child_id) REFERENCES children(authority_id, id)
legal_holds: legal_holds_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES users(id)
legal_holds: legal_holds_lifted_is_whole CHECK ((num_nulls(lifted_by, lifted_at, lift_reason) = ANY (ARRAY[0, 3])))
legal_holds: legal_holds_on_one_thing CHECK ((num_nonnulls(child_id, referral_id) = 1))
legal_holds: legal_holds_pkey PRIMARY KEY (id)
legal_holds: legal_holds_placed_by_fkey FOREIGN KEY (placed_by) REFERENCES users(id)
legal_holds: legal_holds_reason_filled CHECK ((reason <> ''::text))
legal_holds: legal_holds_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id)
memberships: memberships_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
memberships: memberships_pkey PRIMARY KEY (authority_id, user_id)
memberships: memberships_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
migrations: PK_8c82d7f526340ab734260ea46be PRIMARY KEY (id)
note_versions: note_versions_note_fkey FOREIGN KEY (authority_id, note_id) REFERENCES notes(authority_id, id) ON DELETE CASCADE
note_versions: note_versions_number_positive CHECK ((number > 0))
note_versions: note_versions_pkey PRIMARY KEY (authority_id, note_id, number)
note_versions: note_versions_text_filled CHECK ((text <> ''::text))
note_versions: note_versions_visibility_known CHECK ((visibility = ANY (ARRAY['council'::text, 'council_and_school'::text, 'everybody'::text])))
notes: notes_authority_id_key UNIQUE (authority_id, id)
notes: notes_pkey PRIMARY KEY (id)
notes: notes_provider_fkey FOREIGN KEY (authority_id, provider_id) REFERENCES providers(authority_id, id)
notes: notes_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id) ON DELETE CASCADE
notes: notes_version_positive CHECK ((version > 0))
notes: notes_written_by_fkey FOREIGN KEY (written_by) REFERENCES users(id)
notification_preferences: notification_preferences_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
notification_preferences: notification_preferences_delivery_known CHECK ((delivery = ANY (ARRAY['at_once'::text, 'daily'::text, 'never'::text])))
notification_preferences: notification_preferences_pkey PRIMARY KEY (authority_id, user_id, topic)
notification_preferences: notification_preferences_topic_known CHECK ((topic = ANY (ARRAY['new_referrals'::text, 'own_referrals'::text, 'case_progress'::text, 'allocations'::text, 'panel_papers'::text, 'assigned_work'::text])))
notification_preferences: notification_preferences_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
notifications: notifications_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
notifications: notifications_delivery_known CHECK ((delivery = ANY (ARRAY['at_once'::text, 'daily'::text, 'never'::text])))
notifications: notifications_link_on_this_site CHECK ((link_path ~ '^/([^/]|$)'::text))
notifications: notifications_pkey PRIMARY KEY (id)
notifications: notifications_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id) ON DELETE CASCADE
notifications: notifications_topic_known CHECK ((topic = ANY (ARRAY['new_referrals'::text, 'own_referrals'::text, 'case_progress'::text, 'allocations'::text, 'panel_papers'::text, 'assigned_work'::text])))
notifications: notifications_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
outbox_mails: outbox_mails_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
outbox_mails: outbox_mails_link_on_this_site CHECK ((link_path ~ '^/([^/]|$)'::text))
outbox_mails: outbox_mails_one_end CHECK (((sent_at IS NULL) OR (given_up_at IS NULL)))
outbox_mails: outbox_mails_one_line CHECK (((subject !~ '[[:cntrl:]]'::text) AND (to_address !~ '[[:cntrl:]]'::text) AND (to_name !~ '[[:cntrl:]]'::text)))
outbox_mails: outbox_mails_pkey PRIMARY KEY (id)
outbox_mails: outbox_mails_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
outbox_mails: outbox_mails_waits_with_body CHECK (((body IS NOT NULL) OR (sent_at IS NOT NULL) OR (given_up_at IS NOT NULL)))
panels: panels_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
panels: panels_authority_id_key UNIQUE (authority_id, id)
panels: panels_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id)
panels: panels_held_on_key UNIQUE (authority_id, held_on)
panels: panels_pkey PRIMARY KEY (id)
panels: panels_status_known CHECK ((status = ANY (ARRAY['planned'::text, 'papers_published'::text, 'in_session'::text, 'closed'::text])))
passkeys: passkeys_credential_key UNIQUE (credential_id)
passkeys: passkeys_name_filled CHECK ((name <> ''::text))
passkeys: passkeys_pkey PRIMARY KEY (id)
passkeys: passkeys_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
providers: providers_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
providers: providers_authority_id_key UNIQUE (authority_id, id)
providers: providers_name_key UNIQUE (authority_id, name)
providers: providers_pkey PRIMARY KEY (id)
rate_cards: rate_cards_amounts_possible CHECK (((hourly_rate_pence > 0) AND ((weeks_tenths >= 1) AND (weeks_tenths <= 530)) AND (school_contribution_pence >= 0)))
rate_cards: rate_cards_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
rate_cards: rate_cards_authority_id_key UNIQUE (authority_id, id)
rate_cards: rate_cards_dates_in_order CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
rate_cards: rate_cards_name_key UNIQUE (authority_id, name)
rate_cards: rate_cards_pkey PRIMARY KEY (id)
rate_cards: rate_cards_rounding_known CHECK ((rounding = ANY (ARRAY['none'::text, 'whole_pounds_half_up'::text])))
rate_limits: rate_limits_pkey PRIMARY KEY (bucket)
recovery_codes: recovery_codes_once UNIQUE (user_id, code_hash)
recovery_codes: recovery_codes_pkey PRIMARY KEY (id)
recovery_codes: recovery_codes_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
reference_counters: reference_counters_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
reference_counters: reference_counters_pkey PRIMARY KEY (authority_id, year)
referral_amendment_sections: referral_amendment_sections_amendment_fkey FOREIGN KEY (authority_id, amendment_id) REFERENCES referral_amendments(authority_id, id) ON DELETE CASCADE
referral_amendment_sections: referral_amendment_sections_answers_object CHECK ((jsonb_typeof(answers) = 'object'::text))
referral_amendment_sections: referral_amendment_sections_changes_object CHECK ((jsonb_typeof(changes) = 'object'::text))
referral_amendment_sections: referral_amendment_sections_pkey PRIMARY KEY (amendment_id, section)
referral_amendment_sections: referral_amendment_sections_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES users(id)
referral_amendment_sections: referral_amendment_sections_version_positive CHECK ((version > 0))
referral_amendments: referral_amendments_authority_id_key UNIQUE (authority_id, id)
referral_amendments: referral_amendments_one_open UNIQUE (authority_id, referral_id)
referral_amendments: referral_amendments_pkey PRIMARY KEY (id)
referral_amendments: referral_amendments_reason_present CHECK ((reason <> ''::text))
referral_amendments: referral_amendments_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id) ON DELETE CASCADE
referral_amendments: referral_amendments_side_known CHECK ((side = ANY (ARRAY['school'::text, 'authority'::text])))
referral_amendments: referral_amendments_started_by_fkey FOREIGN KEY (started_by) REFERENCES users(id)
referral_copies: referral_copies_pkey PRIMARY KEY (id)
referral_copies: referral_copies_ready_has_pdf CHECK (((status = 'ready'::text) = (pdf IS NOT NULL)))
referral_copies: referral_copies_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES users(id)
referral_copies: referral_copies_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'ready'::text, 'failed'::text])))
referral_copies: referral_copies_version_fkey FOREIGN KEY (authority_id, referral_id, number) REFERENCES referral_versions(authority_id, referral_id, number) ON DELETE CASCADE
referral_receipts: referral_receipts_channel_known CHECK ((channel = ANY (ARRAY['email'::text, 'post'::text, 'by_hand'::text, 'other_portal'::text])))
referral_receipts: referral_receipts_from_present CHECK ((received_from <> ''::text))
referral_receipts: referral_receipts_pkey PRIMARY KEY (referral_id)
referral_receipts: referral_receipts_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES users(id)
referral_receipts: referral_receipts_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id) ON DELETE CASCADE
referral_section_writers: referral_section_writers_pkey PRIMARY KEY (referral_id, section, user_id)
referral_section_writers: referral_section_writers_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id) ON DELETE CASCADE
referral_section_writers: referral_section_writers_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
referral_sections: referral_sections_copied_is_whole CHECK (((copied_reference IS NULL) = (copied_sent_on IS NULL)))
referral_sections: referral_sections_known CHECK ((section = ANY (ARRAY['pupil'::text, 'family'::text, 'consent'::text, 'needs'::text, 'flags'::text, 'attendance'::text, 'graduatedResponse'::text, 'measures'::text, 'voice'::text, 'request'::text])))
referral_sections: referral_sections_pkey PRIMARY KEY (referral_id, section)
referral_sections: referral_sections_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id)
referral_sections: referral_sections_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES users(id)
referral_versions: referral_versions_amendment_has_reason CHECK (((kind = 'amendment'::text) = (COALESCE(reason, ''::text) <> ''::text)))
referral_versions: referral_versions_authority_id_key UNIQUE (authority_id, id)
referral_versions: referral_versions_changes_object CHECK ((jsonb_typeof(changes) = 'object'::text))
referral_versions: referral_versions_first_is_submission CHECK (((number = 1) = (kind = 'submission'::text)))
referral_versions: referral_versions_kind_known CHECK ((kind = ANY (ARRAY['submission'::text, 'resubmission'::text, 'amendment'::text])))
referral_versions: referral_versions_made_by_fkey FOREIGN KEY (made_by) REFERENCES users(id)
referral_versions: referral_versions_number_key UNIQUE (authority_id, referral_id, number)
referral_versions: referral_versions_number_positive CHECK ((number > 0))
referral_versions: referral_versions_pkey PRIMARY KEY (id)
referral_versions: referral_versions_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id) ON DELETE CASCADE
referral_versions: referral_versions_sign_off_fkey FOREIGN KEY (authority_id, sign_off_id) REFERENCES sign_offs(authority_id, id)
referrals: referrals_assigned_to_fkey FOREIGN KEY (authority_id, assigned_to) REFERENCES memberships(authority_id, user_id)
referrals: referrals_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
referrals: referrals_authority_id_key UNIQUE (authority_id, id)
referrals: referrals_child_fkey FOREIGN KEY (authority_id, child_id) REFERENCES children(authority_id, id)
referrals: referrals_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id)
referrals: referrals_decline_has_reason CHECK (((status <> 'declined'::text) OR (decline_reason <> ''::text)))
referrals: referrals_declined_by_fkey FOREIGN KEY (authority_id, declined_by) REFERENCES memberships(authority_id, user_id)
referrals: referrals_pkey PRIMARY KEY (id)
referrals: referrals_reference_key UNIQUE (authority_id, reference)
referrals: referrals_return_has_reason CHECK (((status <> 'returned'::text) OR (return_reason <> ''::text)))
referrals: referrals_school_fkey FOREIGN KEY (authority_id, school_id) REFERENCES schools(authority_id, id)
referrals: referrals_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'accepted'::text, 'assessed'::text, 'ready_for_panel'::text, 'decided'::text, 'in_delivery'::text, 'in_review'::text, 'closed'::text, 'withdrawn'::text, 'declined'::text])))
referrals: referrals_submitted_is_whole CHECK (((status = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR ((child_id IS NOT NULL) AND (submitted_on IS NOT NULL) AND (primary_need IS NOT NULL))))
referrals: referrals_times_returned_not_negative CHECK ((times_returned >= 0))
referrals: referrals_version_positive CHECK ((version > 0))
reports: reports_approved_by_another CHECK ((approved_by <> drafted_by))
reports: reports_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES users(id)
reports: reports_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
reports: reports_authority_id_key UNIQUE (authority_id, id)
reports: reports_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES users(id)
reports: reports_pkey PRIMARY KEY (id)
reports: reports_published_by_fkey FOREIGN KEY (published_by) REFERENCES users(id)
reports: reports_published_is_approved CHECK (((status = ANY (ARRAY['draft'::text, 'superseded'::text])) OR (approved_by IS NOT NULL)))
reports: reports_run_fkey FOREIGN KEY (authority_id, analysis_run_id) REFERENCES analysis_runs(authority_id, id)
reports: reports_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'approved'::text, 'published'::text, 'superseded'::text])))
retention_rules: retention_rules_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
retention_rules: retention_rules_class_known CHECK ((record_class = ANY (ARRAY['sen_case'::text, 'unsuccessful_referral'::text, 'draft_referral'::text, 'access_request'::text, 'access_pack'::text, 'mail'::text, 'repeat_protection'::text])))
retention_rules: retention_rules_period_possible CHECK ((((months >= 0) AND (months <= 1200)) AND ((days >= 0) AND (days <= 36500)) AND ((months + days) > 0)))
retention_rules: retention_rules_pkey PRIMARY KEY (id)
retention_rules: retention_rules_set_by_fkey FOREIGN KEY (set_by) REFERENCES users(id)
retention_rules: retention_rules_source_filled CHECK ((source <> ''::text))
retention_rules: retention_rules_version_after_default CHECK ((version > 1))
retention_rules: retention_rules_version_key UNIQUE (authority_id, record_class, version)
return_items: return_items_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES users(id)
return_items: return_items_answered_whole CHECK (((answered_at IS NULL) = (answered_by IS NULL)))
return_items: return_items_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES users(id)
return_items: return_items_asked_of_version_positive CHECK ((asked_of_version > 0))
return_items: return_items_pkey PRIMARY KEY (id)
return_items: return_items_position_key UNIQUE (referral_id, round, "position")
return_items: return_items_question_present CHECK ((question <> ''::text))
return_items: return_items_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id) ON DELETE CASCADE
return_items: return_items_round_positive CHECK (((round > 0) AND ("position" > 0)))
reviews: reviews_category_known CHECK ((outcome_category = ANY (ARRAY['high_or_very_positive_impact'::text, 'continuing_to_improve'::text, 'limited_impact_other_pathway'::text, 'extra_support_may_progress_to_ehcp'::text])))
reviews: reviews_next_step_known CHECK ((next_step = ANY (ARRAY['continue'::text, 'extend'::text, 'vary'::text, 'end'::text])))
reviews: reviews_once_a_day UNIQUE (referral_id, reviewed_on)
reviews: reviews_pkey PRIMARY KEY (id)
reviews: reviews_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES users(id)
reviews: reviews_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id)
reviews: reviews_scores_possible CHECK ((((goal_score_before >= 0) AND (goal_score_before <= 10)) AND ((goal_score_now >= 0) AND (goal_score_now <= 10))))
role_grants: role_grants_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
role_grants: role_grants_identity_provider_fkey FOREIGN KEY (authority_id, identity_provider_id) REFERENCES identity_providers(authority_id, id)
role_grants: role_grants_of_user UNIQUE (authority_id, user_id, id)
role_grants: role_grants_once UNIQUE NULLS NOT DISTINCT (authority_id, user_id, role, school_id, provider_id)
role_grants: role_grants_pkey PRIMARY KEY (id)
role_grants: role_grants_provider_fkey FOREIGN KEY (authority_id, provider_id) REFERENCES providers(authority_id, id)
role_grants: role_grants_provider_has_provider CHECK (((role = 'provider'::text) = (provider_id IS NOT NULL)))
role_grants: role_grants_role_known CHECK ((role = ANY (ARRAY['senco'::text, 'coordinator'::text, 'panel_member'::text, 'provider'::text, 'contract_manager'::text, 'board_member'::text, 'administrator'::text, 'data_protection_officer'::text])))
role_grants: role_grants_school_fkey FOREIGN KEY (authority_id, school_id) REFERENCES schools(authority_id, id)
role_grants: role_grants_senco_has_school CHECK (((role = 'senco'::text) <= (school_id IS NOT NULL)))
role_grants: role_grants_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
saved_views: saved_views_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
saved_views: saved_views_list_known CHECK ((list = 'queue'::text))
saved_views: saved_views_name_key UNIQUE (authority_id, user_id, list, name)
saved_views: saved_views_name_present CHECK ((name <> ''::text))
saved_views: saved_views_pkey PRIMARY KEY (id)
saved_views: saved_views_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
school_corrections: school_corrections_by_fkey FOREIGN KEY (corrected_by) REFERENCES users(id)
school_corrections: school_corrections_field_known CHECK ((field = ANY (ARRAY['name'::text, 'phase'::text, 'status'::text, 'closedOn'::text, 'headTeacher'::text, 'street'::text, 'town'::text, 'postcode'::text])))
school_corrections: school_corrections_once UNIQUE (authority_id, school_id, field)
school_corrections: school_corrections_pkey PRIMARY KEY (id)
school_corrections: school_corrections_reason_filled CHECK ((reason <> ''::text))
school_corrections: school_corrections_school_fkey FOREIGN KEY (authority_id, school_id) REFERENCES schools(authority_id, id) ON DELETE CASCADE
school_import_files: school_import_files_import_fkey FOREIGN KEY (authority_id, school_import_id) REFERENCES school_imports(authority_id, id) ON DELETE CASCADE
school_import_files: school_import_files_kind_known CHECK ((kind = ANY (ARRAY['extract'::text, 'links'::text])))
school_import_files: school_import_files_pkey PRIMARY KEY (school_import_id, kind, number)
school_import_rows: school_import_rows_action_known CHECK ((action = ANY (ARRAY['new'::text, 'changed'::text, 'closed'::text, 'kept'::text, 'error'::text])))
school_import_rows: school_import_rows_import_fkey FOREIGN KEY (authority_id, school_import_id) REFERENCES school_imports(authority_id, id) ON DELETE CASCADE
school_import_rows: school_import_rows_pkey PRIMARY KEY (school_import_id, row_number)
school_imports: school_imports_applied_is_whole CHECK (((status <> ALL (ARRAY['applied'::text, 'undone'::text])) OR ((applied_at IS NOT NULL) AND (undo IS NOT NULL))))
school_imports: school_imports_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
school_imports: school_imports_authority_id_key UNIQUE (authority_id, id)
school_imports: school_imports_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES users(id)
school_imports: school_imports_pkey PRIMARY KEY (id)
school_imports: school_imports_rejected_has_problem CHECK (((status <> 'rejected'::text) OR (structure_problem IS NOT NULL)))
school_imports: school_imports_started_by_fkey FOREIGN KEY (started_by) REFERENCES users(id)
school_imports: school_imports_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'reading'::text, 'rejected'::text, 'to_review'::text, 'applying'::text, 'applied'::text, 'undone'::text, 'cancelled'::text, 'failed'::text])))
school_imports: school_imports_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES users(id)
school_imports: school_imports_undone_is_whole CHECK (((status = 'undone'::text) = (undone_at IS NOT NULL)))
school_imports: school_imports_version_positive CHECK ((version > 0))
school_links: school_links_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
school_links: school_links_between_two CHECK ((predecessor_urn <> successor_urn))
school_links: school_links_once UNIQUE (authority_id, predecessor_urn, successor_urn)
school_links: school_links_pkey PRIMARY KEY (id)
school_links: school_links_urns_digits CHECK (((predecessor_urn ~ '^[0-9]{6}$'::text) AND (successor_urn ~ '^[0-9]{6}$'::text)))
schools: schools_ages_possible CHECK ((((low_age >= 0) AND (low_age <= 99)) AND ((high_age >= 0) AND (high_age <= 99))))
schools: schools_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
schools: schools_authority_id_key UNIQUE (authority_id, id)
schools: schools_closes_after_opening CHECK ((closed_on >= opened_on))
schools: schools_establishment_number_digits CHECK ((establishment_number ~ '^[0-9]{4}$'::text))
schools: schools_la_code_digits CHECK ((la_code ~ '^[0-9]{3}$'::text))
schools: schools_name_filled CHECK ((name <> ''::text))
schools: schools_phase_known CHECK ((phase = ANY (ARRAY['nursery'::text, 'primary'::text, 'secondary'::text, 'all_through'::text, 'sixteen_plus'::text, 'special'::text, 'alternative_provision'::text, 'not_applicable'::text])))
schools: schools_pkey PRIMARY KEY (id)
schools: schools_status_known CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text, 'proposed_to_close'::text, 'proposed_to_open'::text])))
schools: schools_trust_fkey FOREIGN KEY (authority_id, trust_id) REFERENCES trusts(authority_id, id)
schools: schools_urn_digits CHECK ((urn ~ '^[0-9]{6}$'::text))
schools: schools_urn_key UNIQUE (authority_id, urn)
schools: schools_version_positive CHECK ((version > 0))
sessions: sessions_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
sessions: sessions_challenge_whole CHECK ((((challenge IS NULL) = (challenge_expires_at IS NULL)) AND ((challenge IS NULL) = (challenge_purpose IS NULL))))
sessions: sessions_device_fkey FOREIGN KEY (device_id) REFERENCES known_devices(id) ON DELETE SET NULL
sessions: sessions_hat_fkey FOREIGN KEY (authority_id, user_id, hat_id) REFERENCES role_grants(authority_id, user_id, id) ON DELETE CASCADE
sessions: sessions_identity_provider_fkey FOREIGN KEY (authority_id, identity_provider_id) REFERENCES identity_providers(authority_id, id)
sessions: sessions_pkey PRIMARY KEY (id)
sessions: sessions_provider_whole CHECK (((identity_provider_id IS NULL) = (provider_subject IS NULL)))
sessions: sessions_stage_known CHECK ((stage = ANY (ARRAY['second_factor'::text, 'enrolment'::text, 'open'::text])))
sessions: sessions_token_hash_key UNIQUE (token_hash)
sessions: sessions_user_fkey FOREIGN KEY (user_id) REFERENCES users(id)
sibling_links: sibling_links_child_fkey FOREIGN KEY (authority_id, child_id) REFERENCES children(authority_id, id) ON DELETE CASCADE
sibling_links: sibling_links_in_order CHECK ((child_id < sibling_id))
sibling_links: sibling_links_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES users(id)
sibling_links: sibling_links_once UNIQUE (authority_id, child_id, sibling_id)
sibling_links: sibling_links_pkey PRIMARY KEY (id)
sibling_links: sibling_links_reason_filled CHECK ((reason <> ''::text))
sibling_links: sibling_links_sibling_fkey FOREIGN KEY (authority_id, sibling_id) REFERENCES children(authority_id, id) ON DELETE CASCADE
sign_off_links: sign_off_links_code_is_whole CHECK (((code_hash IS NULL) = (code_expires_at IS NULL)))
sign_off_links: sign_off_links_key_is_whole CHECK (((key_hash IS NULL) = (key_expires_at IS NULL)))
sign_off_links: sign_off_links_pkey PRIMARY KEY (token_hash)
sign_off_links: sign_off_links_sign_off_fkey FOREIGN KEY (authority_id, sign_off_id) REFERENCES sign_offs(authority_id, id) ON DELETE CASCADE
sign_offs: sign_offs_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES users(id)
sign_offs: sign_offs_authority_id_key UNIQUE (authority_id, id)
sign_offs: sign_offs_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id)
sign_offs: sign_offs_email_lower CHECK ((head_email = lower(head_email)))
sign_offs: sign_offs_hash_whole CHECK ((length(answers_hash) = 32))
sign_offs: sign_offs_head_named CHECK ((head_name <> ''::text))
sign_offs: sign_offs_link_is_whole CHECK ((((way = 'link'::text) = (num_nonnulls(head_email, expires_at) = 2)) AND (num_nulls(head_email, expires_at) = ANY (ARRAY[0, 2]))))
sign_offs: sign_offs_person_is_known CHECK (((status <> 'signed'::text) OR ((way = 'link'::text) = (decided_by IS NULL))))
sign_offs: sign_offs_pkey PRIMARY KEY (id)
sign_offs: sign_offs_referral_fkey FOREIGN KEY (authority_id, referral_id) REFERENCES referrals(authority_id, id) ON DELETE CASCADE
sign_offs: sign_offs_reminders_counted CHECK (((reminders >= 0) AND ((reminders > 0) = (reminded_at IS NOT NULL))))
sign_offs: sign_offs_sent_back_has_comment CHECK (((status = 'sent_back'::text) = (COALESCE(comment, ''::text) <> ''::text)))
sign_offs: sign_offs_signature_is_whole CHECK (
CASE
    WHEN (status = 'signed'::text) THEN (num_nulls(signed_name, signed_role, statement, decided_at) = 0)
    ELSE (num_nonnulls(signed_name, signed_role, statement) = 0)
END)
sign_offs: sign_offs_status_known CHECK ((status = ANY (ARRAY['asked'::text, 'signed'::text, 'sent_back'::text, 'revoked'::text])))
sign_offs: sign_offs_version_positive CHECK ((version > 0))
sign_offs: sign_offs_way_known CHECK ((way = ANY (ARRAY['link'::text, 'account'::text, 'form'::text])))
suspended_role_grants: suspended_role_grants_member_fkey FOREIGN KEY (authority_id, user_id) REFERENCES memberships(authority_id, user_id)
suspended_role_grants: suspended_role_grants_once UNIQUE NULLS NOT DISTINCT (authority_id, user_id, role, school_id, provider_id)
suspended_role_grants: suspended_role_grants_pkey PRIMARY KEY (id)
suspended_role_grants: suspended_role_grants_provider_fkey FOREIGN KEY (authority_id, provider_id) REFERENCES providers(authority_id, id)
suspended_role_grants: suspended_role_grants_school_fkey FOREIGN KEY (authority_id, school_id) REFERENCES schools(authority_id, id)
told_apart_children: told_apart_children_child_fkey FOREIGN KEY (authority_id, child_id) REFERENCES children(authority_id, id) ON DELETE CASCADE
told_apart_children: told_apart_children_grounds_filled CHECK ((cardinality(grounds) > 0))
told_apart_children: told_apart_children_in_order CHECK ((child_id < other_id))
told_apart_children: told_apart_children_once UNIQUE (authority_id, child_id, other_id)
told_apart_children: told_apart_children_other_fkey FOREIGN KEY (authority_id, other_id) REFERENCES children(authority_id, id) ON DELETE CASCADE
told_apart_children: told_apart_children_pkey PRIMARY KEY (id)
told_apart_children: told_apart_children_reason_filled CHECK ((reason <> ''::text))
told_apart_children: told_apart_children_told_by_fkey FOREIGN KEY (told_by) REFERENCES users(id)
toolkit_resources: toolkit_resources_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
toolkit_resources: toolkit_resources_authority_id_key UNIQUE (authority_id, id)
toolkit_resources: toolkit_resources_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES users(id)
toolkit_resources: toolkit_resources_period CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
toolkit_resources: toolkit_resources_pkey PRIMARY KEY (id)
toolkit_resources: toolkit_resources_title_key UNIQUE (authority_id, title)
toolkit_resources: toolkit_resources_title_present CHECK ((title <> ''::text))
trusts: trusts_authority_fkey FOREIGN KEY (authority_id) REFERENCES authorities(id)
trusts: trusts_authority_id_key UNIQUE (authority_id, id)
trusts: trusts_name_filled CHECK ((name <> ''::text))
trusts: trusts_pkey PRIMARY KEY (id)
trusts: trusts_uid_digits CHECK ((uid ~ '^[0-9]{1,10}$'::text))
trusts: trusts_uid_key UNIQUE (authority_id, uid)
users: users_demo_key_key UNIQUE (demo_key)
users: users_email_key UNIQUE (email)
users: users_email_lower CHECK ((email = lower(email)))
users: users_pkey PRIMARY KEY (id)

-- Indexes
CREATE UNIQUE INDEX "PK_8c82d7f526340ab734260ea46be" ON public.migrations USING btree (id)
CREATE INDEX access_pack_documents_by_pack ON public.access_pack_documents USING btree (authority_id, access_pack_id, "position")
CREATE UNIQUE INDEX access_pack_documents_pkey ON public.access_pack_documents USING btree (id)
CREATE UNIQUE INDEX access_pack_documents_position_key ON public.access_pack_documents USING btree (access_pack_id, "position")
CREATE INDEX access_pack_passages_by_pack ON public.access_pack_passages USING btree (authority_id, access_pack_id, "position")
CREATE UNIQUE INDEX access_pack_passages_pkey ON public.access_pack_passages USING btree (id)
CREATE UNIQUE INDEX access_pack_passages_position_key ON public.access_pack_passages USING btree (access_pack_id, "position")
CREATE UNIQUE INDEX access_packs_authority_id_key ON public.access_packs USING btree (authority_id, id)
CREATE INDEX access_packs_by_request ON public.access_packs USING btree (authority_id, access_request_id, queued_at DESC)
CREATE UNIQUE INDEX access_packs_one_live ON public.access_packs USING btree (authority_id, access_request_id) WHERE (status = ANY (ARRAY['queued'::text, 'running'::text, 'in_review'::text, 'released'::text]))
CREATE UNIQUE INDEX access_packs_pkey ON public.access_packs USING btree (id)
CREATE UNIQUE INDEX access_request_counters_pkey ON public.access_request_counters USING btree (authority_id, year)
CREATE INDEX access_request_pauses_by_request ON public.access_request_pauses USING btree (authority_id, access_request_id, paused_on)
CREATE UNIQUE INDEX access_request_pauses_one_open ON public.access_request_pauses USING btree (authority_id, access_request_id) WHERE (resumed_on IS NULL)
CREATE UNIQUE INDEX access_request_pauses_pkey ON public.access_request_pauses USING btree (id)
CREATE UNIQUE INDEX access_requests_authority_id_key ON public.access_requests USING btree (authority_id, id)
CREATE INDEX access_requests_by_child ON public.access_requests USING btree (authority_id, child_id)
CREATE INDEX access_requests_by_day ON public.access_requests USING btree (authority_id, received_on DESC, id)
CREATE UNIQUE INDEX access_requests_pkey ON public.access_requests USING btree (id)
CREATE UNIQUE INDEX access_requests_reference_key ON public.access_requests USING btree (authority_id, reference)
CREATE INDEX account_links_by_end ON public.account_links USING btree (expires_at)
CREATE INDEX account_links_by_user ON public.account_links USING btree (user_id, purpose, created_at)
CREATE UNIQUE INDEX account_links_pkey ON public.account_links USING btree (id)
CREATE UNIQUE INDEX account_links_token_hash_key ON public.account_links USING btree (token_hash)
CREATE UNIQUE INDEX agency_reports_authority_id_key ON public.agency_reports USING btree (authority_id, id)
CREATE INDEX agency_reports_by_referral ON public.agency_reports USING btree (authority_id, referral_id)
CREATE UNIQUE INDEX agency_reports_pkey ON public.agency_reports USING btree (id)
CREATE UNIQUE INDEX agenda_items_authority_id_key ON public.agenda_items USING btree (authority_id, id)
CREATE INDEX agenda_items_by_referral ON public.agenda_items USING btree (authority_id, referral_id)
CREATE UNIQUE INDEX agenda_items_once ON public.agenda_items USING btree (panel_id, referral_id)
CREATE UNIQUE INDEX agenda_items_pkey ON public.agenda_items USING btree (id)
CREATE UNIQUE INDEX agenda_items_position_key ON public.agenda_items USING btree (panel_id, "position")
CREATE UNIQUE INDEX allocations_authority_id_key ON public.allocations USING btree (authority_id, id)
CREATE INDEX allocations_by_contract ON public.allocations USING btree (authority_id, contract_id)
CREATE INDEX allocations_by_provider ON public.allocations USING btree (authority_id, provider_id, allocated_on DESC)
CREATE INDEX allocations_by_referral ON public.allocations USING btree (authority_id, referral_id)
CREATE UNIQUE INDEX allocations_once ON public.allocations USING btree (decision_id, contract_id)
CREATE UNIQUE INDEX allocations_pkey ON public.allocations USING btree (id)
CREATE INDEX analysis_lines_by_authority ON public.analysis_lines USING btree (authority_id, run_id, referral_id)
CREATE UNIQUE INDEX analysis_lines_once ON public.analysis_lines USING btree (run_id, referral_id)
CREATE UNIQUE INDEX analysis_lines_pkey ON public.analysis_lines USING btree (id)
CREATE UNIQUE INDEX analysis_runs_authority_id_key ON public.analysis_runs USING btree (authority_id, id)
CREATE INDEX analysis_runs_by_time ON public.analysis_runs USING btree (authority_id, queued_at DESC)
CREATE UNIQUE INDEX analysis_runs_pkey ON public.analysis_runs USING btree (id)
CREATE UNIQUE INDEX assessment_drafts_pkey ON public.assessment_drafts USING btree (authority_id, referral_id)
CREATE INDEX assessments_by_referral ON public.assessments USING btree (authority_id, referral_id, number)
CREATE UNIQUE INDEX assessments_number_key ON public.assessments USING btree (referral_id, number)
CREATE UNIQUE INDEX assessments_pkey ON public.assessments USING btree (id)
CREATE INDEX audit_events_by_child ON public.audit_events USING btree (authority_id, subject_child_id, seq) WHERE (subject_child_id IS NOT NULL)
CREATE INDEX audit_events_by_event ON public.audit_events USING btree (authority_id, event, seq)
CREATE INDEX audit_events_by_person ON public.audit_events USING btree (authority_id, actor_user_id, seq)
CREATE INDEX audit_events_by_referral ON public.audit_events USING btree (authority_id, subject_referral_id, seq) WHERE (subject_referral_id IS NOT NULL)
CREATE INDEX audit_events_by_request ON public.audit_events USING btree (authority_id, request_id) WHERE (request_id IS NOT NULL)
CREATE INDEX audit_events_by_subject ON public.audit_events USING btree (authority_id, subject_type, subject_id, id)
CREATE INDEX audit_events_by_time ON public.audit_events USING btree (authority_id, at, seq)
CREATE UNIQUE INDEX audit_events_pkey ON public.audit_events USING btree (id)
CREATE UNIQUE INDEX audit_events_seq_key ON public.audit_events USING btree (authority_id, seq)
CREATE UNIQUE INDEX audit_heads_pkey ON public.audit_heads USING btree (authority_id)
CREATE INDEX audit_verifications_newest ON public.audit_verifications USING btree (authority_id, verified_at DESC)
CREATE UNIQUE INDEX audit_verifications_pkey ON public.audit_verifications USING btree (id)
CREATE UNIQUE INDEX authenticator_apps_one_confirmed ON public.authenticator_apps USING btree (user_id) WHERE (confirmed_at IS NOT NULL)
CREATE UNIQUE INDEX authenticator_apps_one_pending ON public.authenticator_apps USING btree (user_id) WHERE (confirmed_at IS NULL)
CREATE UNIQUE INDEX authenticator_apps_pkey ON public.authenticator_apps USING btree (id)
CREATE UNIQUE INDEX authorities_code_key ON public.authorities USING btree (code)
CREATE UNIQUE INDEX authorities_pkey ON public.authorities USING btree (id)
CREATE UNIQUE INDEX case_deadlines_pkey ON public.case_deadlines USING btree (authority_id)
CREATE UNIQUE INDEX case_tasks_authority_id_key ON public.case_tasks USING btree (authority_id, id)
CREATE INDEX case_tasks_by_referral ON public.case_tasks USING btree (authority_id, referral_id)
CREATE INDEX case_tasks_open ON public.case_tasks USING btree (authority_id, assigned_role, due_on) WHERE (done_at IS NULL)
CREATE UNIQUE INDEX case_tasks_pkey ON public.case_tasks USING btree (id)
CREATE UNIQUE INDEX child_merges_authority_id_key ON public.child_merges USING btree (authority_id, id)
CREATE INDEX child_merges_by_kept ON public.child_merges USING btree (authority_id, kept_child_id)
CREATE UNIQUE INDEX child_merges_one_standing ON public.child_merges USING btree (authority_id, merged_child_id) WHERE (undone_at IS NULL)
CREATE UNIQUE INDEX child_merges_pkey ON public.child_merges USING btree (id)
CREATE UNIQUE INDEX child_moves_one_a_day ON public.child_moves USING btree (authority_id, child_id, moved_on)
CREATE UNIQUE INDEX child_moves_pkey ON public.child_moves USING btree (id)
CREATE UNIQUE INDEX children_authority_id_key ON public.children USING btree (authority_id, id)
CREATE INDEX children_by_birth ON public.children USING btree (authority_id, born_on)
CREATE INDEX children_by_merge ON public.children USING btree (authority_id, merged_into_id) WHERE (merged_into_id IS NOT NULL)
CREATE INDEX children_by_names ON public.children USING btree (authority_id, match_surname, match_forename)
CREATE UNIQUE INDEX children_pkey ON public.children USING btree (id)
CREATE UNIQUE INDEX children_upn_key ON public.children USING btree (authority_id, upn)
CREATE INDEX commitment_entries_by_contract ON public.commitment_entries USING btree (authority_id, contract_id, id)
CREATE UNIQUE INDEX commitment_entries_pkey ON public.commitment_entries USING btree (id)
CREATE INDEX consent_events_by_referral ON public.consent_events USING btree (authority_id, referral_id, id)
CREATE UNIQUE INDEX consent_events_pkey ON public.consent_events USING btree (id)
CREATE UNIQUE INDEX consultations_authority_id_key ON public.consultations USING btree (authority_id, id)
CREATE INDEX consultations_by_referral ON public.consultations USING btree (authority_id, referral_id)
CREATE UNIQUE INDEX consultations_pkey ON public.consultations USING btree (id)
CREATE UNIQUE INDEX contact_details_pkey ON public.contact_details USING btree (authority_id)
CREATE UNIQUE INDEX contracts_authority_id_key ON public.contracts USING btree (authority_id, id)
CREATE INDEX contracts_by_provider ON public.contracts USING btree (authority_id, provider_id)
CREATE UNIQUE INDEX contracts_pkey ON public.contracts USING btree (id)
CREATE UNIQUE INDEX contracts_title_key ON public.contracts USING btree (authority_id, title, starts_on)
CREATE INDEX corrections_by_referral ON public.corrections USING btree (authority_id, referral_id, id)
CREATE UNIQUE INDEX corrections_pkey ON public.corrections USING btree (id)
CREATE UNIQUE INDEX decisions_authority_id_key ON public.decisions USING btree (authority_id, id)
CREATE INDEX decisions_by_referral ON public.decisions USING btree (authority_id, referral_id)
CREATE UNIQUE INDEX decisions_once ON public.decisions USING btree (agenda_item_id)
CREATE UNIQUE INDEX decisions_pkey ON public.decisions USING btree (id)
CREATE INDEX decline_signposts_by_resource ON public.decline_signposts USING btree (authority_id, resource_id)
CREATE UNIQUE INDEX decline_signposts_pkey ON public.decline_signposts USING btree (referral_id, resource_id)
CREATE INDEX delivery_sessions_by_allocation ON public.delivery_sessions USING btree (authority_id, allocation_id, held_on)
CREATE UNIQUE INDEX delivery_sessions_pkey ON public.delivery_sessions USING btree (id)
CREATE UNIQUE INDEX destroyed_referral_counts_pkey ON public.destroyed_referral_counts USING btree (authority_id, submitted_quarter)
CREATE INDEX destructions_by_time ON public.destructions USING btree (authority_id, destroyed_at DESC, id)
CREATE UNIQUE INDEX destructions_pkey ON public.destructions USING btree (id)
CREATE INDEX destructions_unfiled ON public.destructions USING btree (authority_id) WHERE (filed_at IS NULL)
CREATE UNIQUE INDEX document_versions_authority_id_key ON public.document_versions USING btree (authority_id, id)
CREATE UNIQUE INDEX document_versions_number_key ON public.document_versions USING btree (authority_id, document_id, number)
CREATE UNIQUE INDEX document_versions_pkey ON public.document_versions USING btree (id)
CREATE INDEX document_versions_quarantined ON public.document_versions USING btree (authority_id, enqueued_at) WHERE (scan_status = 'quarantined'::text)
CREATE UNIQUE INDEX document_versions_storage_key_key ON public.document_versions USING btree (authority_id, storage_key)
CREATE UNIQUE INDEX documents_authority_id_key ON public.documents USING btree (authority_id, id)
CREATE INDEX documents_by_referral ON public.documents USING btree (authority_id, referral_id, id)
CREATE UNIQUE INDEX documents_pkey ON public.documents USING btree (id)
CREATE INDEX draft_warnings_by_referral ON public.draft_warnings USING btree (authority_id, referral_id)
CREATE UNIQUE INDEX draft_warnings_pkey ON public.draft_warnings USING btree (referral_id, last_changed_on)
CREATE INDEX earlier_agency_reports_by_document ON public.earlier_agency_reports USING btree (authority_id, document_id) WHERE (document_id IS NOT NULL)
CREATE UNIQUE INDEX earlier_agency_reports_pkey ON public.earlier_agency_reports USING btree (authority_id, agency_report_id, number)
CREATE UNIQUE INDEX earlier_consultations_pkey ON public.earlier_consultations USING btree (authority_id, consultation_id, number)
CREATE INDEX ehc_facts_by_authority ON public.ehc_facts USING btree (authority_id, referral_id)
CREATE UNIQUE INDEX ehc_facts_pkey ON public.ehc_facts USING btree (referral_id)
CREATE INDEX emergency_accesses_by_referral ON public.emergency_accesses USING btree (authority_id, referral_id)
CREATE INDEX emergency_accesses_newest ON public.emergency_accesses USING btree (authority_id, started_at DESC, id DESC)
CREATE UNIQUE INDEX emergency_accesses_of_authority ON public.emergency_accesses USING btree (authority_id, id)
CREATE UNIQUE INDEX emergency_accesses_one_living ON public.emergency_accesses USING btree (authority_id, session_id, referral_id) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX emergency_accesses_pkey ON public.emergency_accesses USING btree (id)
CREATE INDEX federated_identities_by_user ON public.federated_identities USING btree (user_id)
CREATE UNIQUE INDEX federated_identities_pkey ON public.federated_identities USING btree (id)
CREATE UNIQUE INDEX federated_identities_subject_key ON public.federated_identities USING btree (issuer, subject_claim, subject)
CREATE INDEX form_drafts_by_age ON public.form_drafts USING btree (authority_id, saved_at)
CREATE INDEX form_drafts_by_referral ON public.form_drafts USING btree (authority_id, referral_id)
CREATE UNIQUE INDEX form_drafts_pkey ON public.form_drafts USING btree (authority_id, user_id, form, subject_id)
CREATE INDEX getting_started_marks_by_user ON public.getting_started_marks USING btree (user_id)
CREATE UNIQUE INDEX getting_started_marks_pkey ON public.getting_started_marks USING btree (authority_id, user_id, mark)
CREATE INDEX idempotency_keys_by_age ON public.idempotency_keys USING btree (authority_id, created_at)
CREATE UNIQUE INDEX idempotency_keys_pkey ON public.idempotency_keys USING btree (authority_id, user_id, operation, key)
CREATE INDEX identity_provider_role_rules_by_provider ON public.identity_provider_role_rules USING btree (authority_id, provider_id) WHERE (provider_id IS NOT NULL)
CREATE INDEX identity_provider_role_rules_by_school ON public.identity_provider_role_rules USING btree (authority_id, school_id) WHERE (school_id IS NOT NULL)
CREATE UNIQUE INDEX identity_provider_role_rules_pkey ON public.identity_provider_role_rules USING btree (id)
CREATE UNIQUE INDEX identity_provider_role_rules_position_key ON public.identity_provider_role_rules USING btree (authority_id, identity_provider_id, "position")
CREATE INDEX identity_provider_starts_by_age ON public.identity_provider_starts USING btree (authority_id, expires_at)
CREATE INDEX identity_provider_starts_by_user ON public.identity_provider_starts USING btree (user_id) WHERE (user_id IS NOT NULL)
CREATE INDEX identity_provider_starts_of_provider ON public.identity_provider_starts USING btree (authority_id, identity_provider_id)
CREATE UNIQUE INDEX identity_provider_starts_pkey ON public.identity_provider_starts USING btree (id)
CREATE UNIQUE INDEX identity_provider_starts_state_key ON public.identity_provider_starts USING btree (state_hash)
CREATE UNIQUE INDEX identity_providers_authority_id_key ON public.identity_providers USING btree (authority_id, id)
CREATE INDEX identity_providers_by_provider ON public.identity_providers USING btree (authority_id, provider_id) WHERE (provider_id IS NOT NULL)
CREATE INDEX identity_providers_by_school ON public.identity_providers USING btree (authority_id, school_id) WHERE (school_id IS NOT NULL)
CREATE UNIQUE INDEX identity_providers_client_key ON public.identity_providers USING btree (authority_id, issuer, client_id)
CREATE UNIQUE INDEX identity_providers_name_key ON public.identity_providers USING btree (authority_id, display_name)
CREATE UNIQUE INDEX identity_providers_pkey ON public.identity_providers USING btree (id)
CREATE UNIQUE INDEX installation_events_pkey ON public.installation_events USING btree (seq)
CREATE UNIQUE INDEX installation_head_pkey ON public.installation_head USING btree (is_only)
CREATE INDEX invitation_roles_by_authority ON public.invitation_roles USING btree (authority_id, invitation_id)
CREATE UNIQUE INDEX invitation_roles_once ON public.invitation_roles USING btree (invitation_id, role, school_id, provider_id) NULLS NOT DISTINCT
CREATE UNIQUE INDEX invitation_roles_pkey ON public.invitation_roles USING btree (invitation_id, "position")
CREATE UNIQUE INDEX invitations_authority_id_key ON public.invitations USING btree (authority_id, id)
CREATE UNIQUE INDEX invitations_one_open ON public.invitations USING btree (authority_id, email) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL))
CREATE UNIQUE INDEX invitations_pkey ON public.invitations USING btree (id)
CREATE UNIQUE INDEX invitations_token_hash_key ON public.invitations USING btree (token_hash)
CREATE UNIQUE INDEX known_devices_once ON public.known_devices USING btree (user_id, token_hash)
CREATE UNIQUE INDEX known_devices_pkey ON public.known_devices USING btree (id)
CREATE INDEX legal_holds_by_child ON public.legal_holds USING btree (authority_id, child_id) WHERE (lifted_at IS NULL)
CREATE INDEX legal_holds_by_referral ON public.legal_holds USING btree (authority_id, referral_id) WHERE (lifted_at IS NULL)
CREATE INDEX legal_holds_by_time ON public.legal_holds USING btree (authority_id, placed_at DESC)
CREATE UNIQUE INDEX legal_holds_pkey ON public.legal_holds USING btree (id)
CREATE INDEX memberships_by_user ON public.memberships USING btree (user_id)
CREATE UNIQUE INDEX memberships_pkey ON public.memberships USING btree (authority_id, user_id)
CREATE UNIQUE INDEX note_versions_pkey ON public.note_versions USING btree (authority_id, note_id, number)
CREATE UNIQUE INDEX notes_authority_id_key ON public.notes USING btree (authority_id, id)
CREATE INDEX notes_by_referral ON public.notes USING btree (authority_id, referral_id, written_at DESC, id DESC)
CREATE UNIQUE INDEX notes_pkey ON public.notes USING btree (id)
CREATE UNIQUE INDEX notification_preferences_pkey ON public.notification_preferences USING btree (authority_id, user_id, topic)
CREATE INDEX notifications_for_the_morning ON public.notifications USING btree (authority_id, user_id, created_at) WHERE ((delivery = 'daily'::text) AND (mailed_at IS NULL))
CREATE INDEX notifications_of_person ON public.notifications USING btree (authority_id, user_id, created_at DESC, id DESC)
CREATE INDEX notifications_of_referral ON public.notifications USING btree (authority_id, referral_id)
CREATE UNIQUE INDEX notifications_pkey ON public.notifications USING btree (id)
CREATE INDEX outbox_mails_by_authority ON public.outbox_mails USING btree (authority_id, created_at DESC)
CREATE UNIQUE INDEX outbox_mails_pkey ON public.outbox_mails USING btree (id)
CREATE INDEX outbox_mails_waiting ON public.outbox_mails USING btree (authority_id, next_attempt_at) WHERE ((sent_at IS NULL) AND (given_up_at IS NULL))
CREATE INDEX outbox_mails_with_body ON public.outbox_mails USING btree (authority_id, created_at) WHERE (body IS NOT NULL)
CREATE UNIQUE INDEX panels_authority_id_key ON public.panels USING btree (authority_id, id)
CREATE UNIQUE INDEX panels_held_on_key ON public.panels USING btree (authority_id, held_on)
CREATE UNIQUE INDEX panels_pkey ON public.panels USING btree (id)
CREATE INDEX passkeys_by_user ON public.passkeys USING btree (user_id)
CREATE UNIQUE INDEX passkeys_credential_key ON public.passkeys USING btree (credential_id)
CREATE UNIQUE INDEX passkeys_pkey ON public.passkeys USING btree (id)
CREATE UNIQUE INDEX providers_authority_id_key ON public.providers USING btree (authority_id, id)
CREATE UNIQUE INDEX providers_name_key ON public.providers USING btree (authority_id, name)
CREATE UNIQUE INDEX providers_pkey ON public.providers USING btree (id)
CREATE UNIQUE INDEX rate_cards_authority_id_key ON public.rate_cards USING btree (authority_id, id)
CREATE UNIQUE INDEX rate_cards_name_key ON public.rate_cards USING btree (authority_id, name)
CREATE UNIQUE INDEX rate_cards_pkey ON public.rate_cards USING btree (id)
CREATE INDEX rate_limits_by_age ON public.rate_limits USING btree (kept_until)
CREATE UNIQUE INDEX rate_limits_pkey ON public.rate_limits USING btree (bucket)
CREATE UNIQUE INDEX recovery_codes_once ON public.recovery_codes USING btree (user_id, code_hash)
CREATE UNIQUE INDEX recovery_codes_pkey ON public.recovery_codes USING btree (id)
CREATE UNIQUE INDEX reference_counters_pkey ON public.reference_counters USING btree (authority_id, year)
CREATE INDEX referral_amendment_sections_by_authority ON public.referral_amendment_sections USING btree (authority_id, amendment_id)
CREATE UNIQUE INDEX referral_amendment_sections_pkey ON public.referral_amendment_sections USING btree (amendment_id, section)
CREATE UNIQUE INDEX referral_amendments_authority_id_key ON public.referral_amendments USING btree (authority_id, id)
CREATE UNIQUE INDEX referral_amendments_one_open ON public.referral_amendments USING btree (authority_id, referral_id)
CREATE UNIQUE INDEX referral_amendments_pkey ON public.referral_amendments USING btree (id)
CREATE INDEX referral_copies_by_referral ON public.referral_copies USING btree (authority_id, referral_id, requested_at)
CREATE UNIQUE INDEX referral_copies_pkey ON public.referral_copies USING btree (id)
CREATE INDEX referral_copies_queued ON public.referral_copies USING btree (authority_id, requested_at) WHERE (status = 'queued'::text)
CREATE INDEX referral_receipts_by_authority ON public.referral_receipts USING btree (authority_id, referral_id)
CREATE UNIQUE INDEX referral_receipts_pkey ON public.referral_receipts USING btree (referral_id)
CREATE INDEX referral_section_writers_by_referral ON public.referral_section_writers USING btree (authority_id, referral_id)
CREATE UNIQUE INDEX referral_section_writers_pkey ON public.referral_section_writers USING btree (referral_id, section, user_id)
CREATE INDEX referral_sections_by_authority ON public.referral_sections USING btree (authority_id, referral_id)
CREATE UNIQUE INDEX referral_sections_pkey ON public.referral_sections USING btree (referral_id, section)
CREATE UNIQUE INDEX referral_versions_authority_id_key ON public.referral_versions USING btree (authority_id, id)
CREATE UNIQUE INDEX referral_versions_number_key ON public.referral_versions USING btree (authority_id, referral_id, number)
CREATE UNIQUE INDEX referral_versions_pkey ON public.referral_versions USING btree (id)
CREATE UNIQUE INDEX referrals_authority_id_key ON public.referrals USING btree (authority_id, id)
CREATE INDEX referrals_by_child ON public.referrals USING btree (authority_id, child_id)
CREATE INDEX referrals_by_day ON public.referrals USING btree (authority_id, listed_on, id) INCLUDE (status, created_by)
CREATE INDEX referrals_by_need ON public.referrals USING btree (authority_id, primary_need, listed_on, id) INCLUDE (status, created_by)
CREATE INDEX referrals_by_school ON public.referrals USING btree (authority_id, school_id, listed_on, id) INCLUDE (status, created_by)
CREATE INDEX referrals_by_status ON public.referrals USING btree (authority_id, status, listed_on, id) INCLUDE (created_by)
CREATE UNIQUE INDEX referrals_one_open_per_child ON public.referrals USING btree (authority_id, child_id) WHERE ((child_id IS NOT NULL) AND (status <> ALL (ARRAY['closed'::text, 'withdrawn'::text, 'declined'::text])))
CREATE UNIQUE INDEX referrals_pkey ON public.referrals USING btree (id)
CREATE INDEX referrals_queue_by_assignee ON public.referrals USING btree (authority_id, assigned_to, queue_due_on, id) INCLUDE (status, created_by, is_urgent, queue_stage, primary_need, school_id) WHERE (queue_stage IS NOT NULL)
CREATE INDEX referrals_queue_by_day ON public.referrals USING btree (authority_id, listed_on, id) WHERE (queue_stage IS NOT NULL)
CREATE INDEX referrals_queue_by_due ON public.referrals USING btree (authority_id, queue_due_on, id) INCLUDE (status, created_by, is_urgent, assigned_to, primary_need, school_id) WHERE (queue_stage IS NOT NULL)
CREATE INDEX referrals_queue_by_stage_and_day ON public.referrals USING btree (authority_id, queue_stage, listed_on, id) WHERE (queue_stage IS NOT NULL)
CREATE INDEX referrals_queue_by_stage_and_due ON public.referrals USING btree (authority_id, queue_stage, queue_due_on, id) INCLUDE (status, created_by, is_urgent, assigned_to, primary_need, school_id) WHERE (queue_stage IS NOT NULL)
CREATE INDEX referrals_queue_urgent ON public.referrals USING btree (authority_id, queue_due_on, id) INCLUDE (status, created_by, is_urgent, assigned_to, primary_need, school_id) WHERE ((queue_stage IS NOT NULL) AND is_urgent)
CREATE UNIQUE INDEX referrals_reference_key ON public.referrals USING btree (authority_id, reference)
CREATE UNIQUE INDEX reports_authority_id_key ON public.reports USING btree (authority_id, id)
CREATE INDEX reports_by_time ON public.reports USING btree (authority_id, drafted_at DESC)
CREATE UNIQUE INDEX reports_pkey ON public.reports USING btree (id)
CREATE UNIQUE INDEX retention_rules_pkey ON public.retention_rules USING btree (id)
CREATE UNIQUE INDEX retention_rules_version_key ON public.retention_rules USING btree (authority_id, record_class, version)
CREATE INDEX return_items_by_referral ON public.return_items USING btree (authority_id, referral_id, round, "position")
CREATE UNIQUE INDEX return_items_pkey ON public.return_items USING btree (id)
CREATE UNIQUE INDEX return_items_position_key ON public.return_items USING btree (referral_id, round, "position")
CREATE INDEX reviews_by_day ON public.reviews USING btree (authority_id, reviewed_on)
CREATE INDEX reviews_by_referral ON public.reviews USING btree (authority_id, referral_id, reviewed_on)
CREATE UNIQUE INDEX reviews_once_a_day ON public.reviews USING btree (referral_id, reviewed_on)
CREATE UNIQUE INDEX reviews_pkey ON public.reviews USING btree (id)
CREATE INDEX role_grants_by_identity_provider ON public.role_grants USING btree (authority_id, identity_provider_id) WHERE (identity_provider_id IS NOT NULL)
CREATE UNIQUE INDEX role_grants_of_user ON public.role_grants USING btree (authority_id, user_id, id)
CREATE UNIQUE INDEX role_grants_once ON public.role_grants USING btree (authority_id, user_id, role, school_id, provider_id) NULLS NOT DISTINCT
CREATE UNIQUE INDEX role_grants_pkey ON public.role_grants USING btree (id)
CREATE INDEX role_grants_user ON public.role_grants USING btree (user_id, authority_id)
CREATE UNIQUE INDEX saved_views_name_key ON public.saved_views USING btree (authority_id, user_id, list, name)
CREATE UNIQUE INDEX saved_views_one_default ON public.saved_views USING btree (authority_id, user_id, list) WHERE is_default
CREATE UNIQUE INDEX saved_views_pkey ON public.saved_views USING btree (id)
CREATE UNIQUE INDEX school_corrections_once ON public.school_corrections USING btree (authority_id, school_id, field)
CREATE UNIQUE INDEX school_corrections_pkey ON public.school_corrections USING btree (id)
CREATE INDEX school_import_files_by_import ON public.school_import_files USING btree (authority_id, school_import_id)
CREATE UNIQUE INDEX school_import_files_pkey ON public.school_import_files USING btree (school_import_id, kind, number)
CREATE INDEX school_import_rows_by_action ON public.school_import_rows USING btree (authority_id, school_import_id, action, row_number)
CREATE UNIQUE INDEX school_import_rows_pkey ON public.school_import_rows USING btree (school_import_id, row_number)
CREATE UNIQUE INDEX school_imports_authority_id_key ON public.school_imports USING btree (authority_id, id)
CREATE INDEX school_imports_by_time ON public.school_imports USING btree (authority_id, queued_at DESC, id)
CREATE UNIQUE INDEX school_imports_pkey ON public.school_imports USING btree (id)
CREATE INDEX school_imports_unfinished ON public.school_imports USING btree (authority_id, enqueued_at) WHERE (status = ANY (ARRAY['queued'::text, 'reading'::text, 'applying'::text]))
CREATE INDEX school_links_by_successor ON public.school_links USING btree (authority_id, successor_urn)
CREATE UNIQUE INDEX school_links_once ON public.school_links USING btree (authority_id, predecessor_urn, successor_urn)
CREATE UNIQUE INDEX school_links_pkey ON public.school_links USING btree (id)
CREATE UNIQUE INDEX schools_authority_id_key ON public.schools USING btree (authority_id, id)
CREATE INDEX schools_by_name ON public.schools USING btree (authority_id, name, id)
CREATE INDEX schools_by_trust ON public.schools USING btree (authority_id, trust_id) WHERE (trust_id IS NOT NULL)
CREATE UNIQUE INDEX schools_pkey ON public.schools USING btree (id)
CREATE UNIQUE INDEX schools_urn_key ON public.schools USING btree (authority_id, urn)
CREATE INDEX sessions_by_device ON public.sessions USING btree (device_id) WHERE (device_id IS NOT NULL)
CREATE INDEX sessions_by_end ON public.sessions USING btree (expires_at)
CREATE INDEX sessions_by_hat ON public.sessions USING btree (authority_id, user_id, hat_id) WHERE (hat_id IS NOT NULL)
CREATE INDEX sessions_by_identity_provider ON public.sessions USING btree (authority_id, identity_provider_id, provider_subject) WHERE (identity_provider_id IS NOT NULL)
CREATE INDEX sessions_by_user ON public.sessions USING btree (user_id)
CREATE UNIQUE INDEX sessions_pkey ON public.sessions USING btree (id)
CREATE UNIQUE INDEX sessions_token_hash_key ON public.sessions USING btree (token_hash)
CREATE INDEX sessions_user ON public.sessions USING btree (authority_id, user_id)
CREATE INDEX sibling_links_by_sibling ON public.sibling_links USING btree (authority_id, sibling_id)
CREATE UNIQUE INDEX sibling_links_once ON public.sibling_links USING btree (authority_id, child_id, sibling_id)
CREATE UNIQUE INDEX sibling_links_pkey ON public.sibling_links USING btree (id)
CREATE INDEX sign_off_links_by_authority ON public.sign_off_links USING btree (authority_id, sign_off_id)
CREATE UNIQUE INDEX sign_off_links_pkey ON public.sign_off_links USING btree (token_hash)
CREATE UNIQUE INDEX sign_offs_authority_id_key ON public.sign_offs USING btree (authority_id, id)
CREATE INDEX sign_offs_by_referral ON public.sign_offs USING btree (authority_id, referral_id, asked_at)
CREATE UNIQUE INDEX sign_offs_one_asked ON public.sign_offs USING btree (authority_id, referral_id) WHERE (status = 'asked'::text)
CREATE UNIQUE INDEX sign_offs_pkey ON public.sign_offs USING btree (id)
CREATE UNIQUE INDEX suspended_role_grants_once ON public.suspended_role_grants USING btree (authority_id, user_id, role, school_id, provider_id) NULLS NOT DISTINCT
CREATE UNIQUE INDEX suspended_role_grants_pkey ON public.suspended_role_grants USING btree (id)
CREATE INDEX suspended_role_grants_user ON public.suspended_role_grants USING btree (user_id, authority_id)
CREATE INDEX told_apart_children_by_other ON public.told_apart_children USING btree (authority_id, other_id)
CREATE UNIQUE INDEX told_apart_children_once ON public.told_apart_children USING btree (authority_id, child_id, other_id)
CREATE UNIQUE INDEX told_apart_children_pkey ON public.told_apart_children USING btree (id)
CREATE UNIQUE INDEX toolkit_resources_authority_id_key ON public.toolkit_resources USING btree (authority_id, id)
CREATE UNIQUE INDEX toolkit_resources_pkey ON public.toolkit_resources USING btree (id)
CREATE UNIQUE INDEX toolkit_resources_title_key ON public.toolkit_resources USING btree (authority_id, title)
CREATE UNIQUE INDEX trusts_authority_id_key ON public.trusts USING btree (authority_id, id)
CREATE INDEX trusts_by_name ON public.trusts USING btree (authority_id, name, id)
CREATE UNIQUE INDEX trusts_pkey ON public.trusts USING btree (id)
CREATE UNIQUE INDEX trusts_uid_key ON public.trusts USING btree (authority_id, uid)
CREATE UNIQUE INDEX users_demo_key_key ON public.users USING btree (demo_key)
CREATE UNIQUE INDEX users_email_key ON public.users USING btree (email)
CREATE UNIQUE INDEX users_pkey ON public.users USING btree (id)

-- Triggers
CREATE TRIGGER access_pack_documents_frozen BEFORE DELETE OR UPDATE ON public.access_pack_documents FOR EACH ROW EXECUTE FUNCTION access_pack_documents_are_frozen()
CREATE TRIGGER access_pack_passages_frozen BEFORE DELETE OR UPDATE ON public.access_pack_passages FOR EACH ROW EXECUTE FUNCTION access_pack_passages_are_frozen()
CREATE TRIGGER access_pack_documents_go AFTER UPDATE OF status ON public.access_packs FOR EACH ROW WHEN ((new.status = ANY (ARRAY['superseded'::text, 'destroyed'::text]))) EXECUTE FUNCTION access_pack_documents_go_with_their_pack()
CREATE TRIGGER access_packs_frozen BEFORE UPDATE ON public.access_packs FOR EACH ROW EXECUTE FUNCTION access_packs_are_frozen()
CREATE TRIGGER agency_reports_keep_earlier BEFORE UPDATE ON public.agency_reports FOR EACH ROW EXECUTE FUNCTION agency_reports_keep_earlier()
CREATE TRIGGER assessments_no_change BEFORE DELETE OR UPDATE ON public.assessments FOR EACH ROW EXECUTE FUNCTION case_records_are_append_only()
CREATE TRIGGER audit_events_no_change BEFORE DELETE OR UPDATE ON public.audit_events FOR EACH ROW EXECUTE FUNCTION audit_events_are_append_only()
CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON public.audit_events FOR EACH STATEMENT EXECUTE FUNCTION audit_events_are_append_only()
CREATE TRIGGER children_names BEFORE INSERT OR UPDATE OF legal_surname, legal_forename, match_surname, match_forename ON public.children FOR EACH ROW EXECUTE FUNCTION children_keep_names()
CREATE TRIGGER commitment_entries_no_change BEFORE DELETE OR UPDATE ON public.commitment_entries FOR EACH ROW EXECUTE FUNCTION case_records_are_append_only()
CREATE TRIGGER consent_events_no_change BEFORE DELETE OR UPDATE ON public.consent_events FOR EACH ROW EXECUTE FUNCTION case_records_are_append_only()
CREATE TRIGGER consultations_keep_earlier BEFORE UPDATE ON public.consultations FOR EACH ROW EXECUTE FUNCTION consultations_keep_earlier()
CREATE TRIGGER corrections_no_change BEFORE DELETE OR UPDATE ON public.corrections FOR EACH ROW EXECUTE FUNCTION case_records_are_append_only()
CREATE TRIGGER decisions_no_change BEFORE DELETE OR UPDATE ON public.decisions FOR EACH ROW EXECUTE FUNCTION case_records_are_append_only()
CREATE TRIGGER earlier_agency_reports_no_change BEFORE DELETE OR UPDATE ON public.earlier_agency_reports FOR EACH ROW EXECUTE FUNCTION case_records_are_append_only()
CREATE TRIGGER earlier_consultations_no_change BEFORE DELETE OR UPDATE ON public.earlier_consultations FOR EACH ROW EXECUTE FUNCTION case_records_are_append_only()
CREATE TRIGGER installation_events_no_change BEFORE DELETE OR UPDATE ON public.installation_events FOR EACH ROW EXECUTE FUNCTION audit_events_are_append_only()
CREATE TRIGGER installation_events_no_truncate BEFORE TRUNCATE ON public.installation_events FOR EACH STATEMENT EXECUTE FUNCTION audit_events_are_append_only()
CREATE TRIGGER note_versions_no_change BEFORE DELETE OR UPDATE ON public.note_versions FOR EACH ROW EXECUTE FUNCTION case_records_are_append_only()
CREATE TRIGGER referral_versions_no_change BEFORE DELETE OR UPDATE ON public.referral_versions FOR EACH ROW EXECUTE FUNCTION case_records_are_append_only()
CREATE TRIGGER referrals_count_destroyed AFTER DELETE ON public.referrals FOR EACH ROW WHEN ((old.submitted_on IS NOT NULL)) EXECUTE FUNCTION referrals_count_destroyed()
CREATE TRIGGER referrals_queue BEFORE INSERT OR UPDATE OF status, times_returned, due_on, queue_stage, queue_due_on ON public.referrals FOR EACH ROW EXECUTE FUNCTION referrals_keep_queue()
CREATE TRIGGER reports_frozen BEFORE UPDATE ON public.reports FOR EACH ROW EXECUTE FUNCTION reports_content_is_frozen()
CREATE TRIGGER retention_rules_no_change BEFORE DELETE OR UPDATE ON public.retention_rules FOR EACH ROW EXECUTE FUNCTION case_records_are_append_only()
CREATE TRIGGER role_grants_membership AFTER INSERT ON public.role_grants FOR EACH ROW EXECUTE FUNCTION role_grants_make_members()

-- Functions
CREATE OR REPLACE FUNCTION public.access_pack_documents_are_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if exists (select 1 from access_packs k where k.id = old.access_pack_id and k.status = 'released') then
      raise exception 'the documents of a released access pack cannot be changed';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
  end $function$
CREATE OR REPLACE FUNCTION public.access_pack_documents_go_with_their_pack()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    delete from access_pack_documents d where d.authority_id = new.authority_id and d.access_pack_id = new.id;
    return null;
  end $function$
CREATE OR REPLACE FUNCTION public.access_pack_passages_are_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if exists (select 1 from access_packs k where k.id = old.access_pack_id and k.status = 'released') then
      raise exception 'the passages of a released access pack cannot be changed';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
  end $function$
CREATE OR REPLACE FUNCTION public.access_packs_are_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if old.status = 'released' and not (new.status = 'destroyed' and new.archive is null and new.content is null
        and new.archive_sha256 = old.archive_sha256 and new.released_at = old.released_at) and to_jsonb(new) <> to_jsonb(old) then
      raise exception 'a released access pack cannot be changed';
    end if;
    return new;
  end $function$
CREATE OR REPLACE FUNCTION public.agency_reports_keep_earlier()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if not exists (select 1 from earlier_agency_reports e where e.authority_id = old.authority_id
                     and e.agency_report_id = old.id and e.number = old.version) or new.version <> old.version + 1 then
      raise exception 'a report cannot be changed without keeping what it said';
    end if;
    return new;
  end $function$
CREATE OR REPLACE FUNCTION public.audit_append(p_events jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  declare
    authority integer := scope_authority_id();
    e jsonb;
    r audit_events;
    head audit_heads;
  begin
    if authority is null then raise exception 'audit events need the scope of an authority'; end if;
    insert into audit_heads (authority_id, seq, hash) values (authority, 0, decode(repeat('00', 32), 'hex'))
      on conflict on constraint audit_heads_pkey do nothing;
    -- The one place where the writers of an authority wait for each other: so numbers have no gaps and commit in order.
    select * into strict head from audit_heads where authority_id = authority for update;
    for e in select value from jsonb_array_elements(p_events) with ordinality events (value, place) order by place loop
      if (e ->> 'authorityId')::integer is distinct from authority then
        raise exception 'an audit event of another authority was refused';
      end if;
      
      if exists (select 1 from jsonb_each(e -> 'detail') d
                  where d.key !~ '^[A-Za-z][A-Za-z0-9_]*$'
                     or jsonb_typeof(d.value) not in ('string', 'number', 'boolean', 'null')
                     or (jsonb_typeof(d.value) = 'number' and d.value::text !~ '^-?[0-9]{1,15}$')) then
        raise exception 'the detail of an audit event holds texts, whole numbers, booleans and nulls under plain names';
      end if;
      r.at := (e ->> 'at')::timestamptz;
      r.actor_user_id := (e ->> 'actorUserId')::uuid;
      r.actor_name := e ->> 'actorName';
      r.actor_roles := array(select jsonb_array_elements_text(e -> 'actorRoles'));
      r.event := e ->> 'event';
      r.subject_type := e ->> 'subjectType';
      r.subject_id := (e ->> 'subjectId')::uuid;
      r.subject_referral_id := (e ->> 'subjectReferralId')::uuid;
      r.subject_child_id := (e ->> 'subjectChildId')::uuid;
      r.reason := e ->> 'reason';
      r.address := e ->> 'address';
      r.session_id := (e ->> 'sessionId')::uuid;
      r.request_id := (e ->> 'requestId')::uuid;
      r.emergency_access_id := (e ->> 'emergencyAccessId')::uuid;
      r.detail := e -> 'detail';
      if r.subject_type = 'referral' then r.subject_referral_id := r.subject_id; end if;
      if r.subject_type = 'allocation' and r.subject_referral_id is null then
        select a.referral_id into r.subject_referral_id from allocations a where a.authority_id = authority and a.id = r.subject_id;
      end if;
      if r.subject_type = 'child' then r.subject_child_id := r.subject_id; end if;
      if r.subject_child_id is null and r.subject_referral_id is not null then
        select f.child_id into r.subject_child_id from referrals f where f.authority_id = authority and f.id = r.subject_referral_id;
      end if;
      head.seq := head.seq + 1;
      r.authority_id := authority;
      r.seq := head.seq;
      r.hash := sha256(head.hash || convert_to(audit_canonical(r), 'UTF8'));
      head.hash := r.hash;
      insert into audit_events (authority_id, seq, hash, at, actor_user_id, actor_name, actor_roles, event, subject_type, subject_id, subject_referral_id, subject_child_id,
        reason, address, session_id, request_id, emergency_access_id, detail)
      values (r.authority_id, r.seq, r.hash, r.at, r.actor_user_id, r.actor_name, r.actor_roles, r.event, r.subject_type, r.subject_id, r.subject_referral_id, r.subject_child_id, r.reason, r.address, r.session_id, r.request_id, r.emergency_access_id, r.detail);
    end loop;
    update audit_heads set seq = head.seq, hash = head.hash where authority_id = authority;
  end $function$
CREATE OR REPLACE FUNCTION public.audit_canonical(r audit_events)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
RETURN (('['::text || concat_ws(','::text, ((r).authority_id)::text, ((r).seq)::text, (to_json(to_char(((r).at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'::text)))::text, (to_json((r).event))::text, COALESCE((to_json(((r).actor_user_id)::text))::text, 'null'::text), (to_json((r).actor_name))::text, (('['::text || COALESCE((SELECT string_agg((to_json(roles.role))::text, ','::text ORDER BY roles.place) AS string_agg FROM unnest((audit_canonical.r).actor_roles) WITH ORDINALITY roles(role, place)), ''::text)) || ']'::text), (to_json((r).subject_type))::text, COALESCE((to_json(((r).subject_id)::text))::text, 'null'::text), COALESCE((to_json(((r).subject_referral_id)::text))::text, 'null'::text), COALESCE((to_json(((r).subject_child_id)::text))::text, 'null'::text), COALESCE((to_json((r).reason))::text, 'null'::text), COALESCE((to_json((r).address))::text, 'null'::text), COALESCE((to_json(((r).session_id)::text))::text, 'null'::text), COALESCE((to_json(((r).request_id)::text))::text, 'null'::text), COALESCE((to_json(((r).emergency_access_id)::text))::text, 'null'::text), (('{'::text || COALESCE((SELECT string_agg((((to_json(jsonb_each.key))::text || ':'::text) || (jsonb_each.value)::text), ','::text ORDER BY (jsonb_each.key COLLATE "C")) AS string_agg FROM jsonb_each((audit_canonical.r).detail) jsonb_each(key, value)), ''::text)) || '}'::text))) || ']'::text)
CREATE OR REPLACE FUNCTION public.audit_events_are_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    raise exception 'audit events cannot be changed or deleted';
  end $function$
CREATE OR REPLACE FUNCTION public.case_records_are_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if current_user = (select r.rolname from pg_class c join pg_roles r on r.oid = c.relowner where c.oid = tg_relid)
       and current_setting('panel.destroying', true) = 'yes' then
      return case when tg_op = 'DELETE' then old else new end;
    end if;
    raise exception '% cannot be changed or deleted', tg_table_name;
  end $function$
CREATE OR REPLACE FUNCTION public.case_retention(p_today date, p_referral uuid DEFAULT NULL::uuid)
 RETURNS TABLE(referral_id uuid, child_id uuid, reference text, record_class text, starts_on date, kept_until date, rule_version integer, is_on_hold boolean, has_open_access_request boolean, has_kept_access_request boolean)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    with facts as (
      select r.id, r.child_id, r.reference, r.status, c.born_on, r.status_changed_on,
             greatest((r.created_at at time zone 'Europe/London')::date, r.status_changed_on,
               (select max((s.saved_at at time zone 'Europe/London')::date) from referral_sections s
                 where s.authority_id = r.authority_id and s.referral_id = r.id)) as last_changed_on,
             exists (select 1 from allocations a where a.authority_id = r.authority_id and a.referral_id = r.id) as had_support
        from referrals r left join children c on c.authority_id = r.authority_id and c.id = r.child_id
       where r.authority_id = scope_authority_id() and (p_referral is null or r.id = p_referral)),
    classed as (
      select f.*, case
               when f.child_id is null and f.status in ('draft', 'closed', 'withdrawn', 'declined') then 'draft_referral'
               when f.child_id is null then null
               when f.status = 'closed' or (f.status in ('withdrawn', 'declined') and f.had_support) then 'sen_case'
               when f.status in ('withdrawn', 'declined') then 'unsuccessful_referral' end as class
        from facts f),
    started as (
      select c.*, case c.class when 'draft_referral' then c.last_changed_on when 'sen_case' then c.born_on
                                when 'unsuccessful_referral' then c.status_changed_on end as start
        from classed c)
    select s.id, s.child_id, s.reference, s.class, s.start, (s.start + make_interval(months => rule.months))::date + rule.days, rule.version,
           exists (select 1 from legal_holds h where h.authority_id = scope_authority_id() and h.lifted_at is null
                      and (h.referral_id = s.id or h.child_id = s.child_id)),
           exists (select 1 from access_requests q where q.authority_id = scope_authority_id() and q.child_id = s.child_id
                      and q.status = 'open'),
           exists (select 1 from access_requests q where q.authority_id = scope_authority_id() and q.child_id = s.child_id
                      and q.closed_on is not null and kept_until('access_request', q.closed_on) >= p_today)
      from started s left join lateral retention_rule(s.class) rule on true
  $function$
CREATE OR REPLACE FUNCTION public.children_keep_names()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  begin
    new.match_surname := coalesce(nullif(lower(regexp_replace(normalize(new.legal_surname, NFKD), '[^[:alnum:]]', '', 'g')), ''), new.legal_surname);
    new.match_forename := coalesce(nullif(lower(regexp_replace(normalize(new.legal_forename, NFKD), '[^[:alnum:]]', '', 'g')), ''), new.legal_forename);
    return new;
  end $function$
CREATE OR REPLACE FUNCTION public.consultations_keep_earlier()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if not exists (select 1 from earlier_consultations e where e.authority_id = old.authority_id
                     and e.consultation_id = old.id and e.number = old.version) or new.version <> old.version + 1 then
      raise exception 'a consultation cannot be changed without keeping what it said';
    end if;
    return new;
  end $function$
CREATE OR REPLACE FUNCTION public.destroy_access_requests(p_today date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  declare
    today date := panel_private.today(p_today);
    requests uuid[];
    rule record;
  begin
    if scope_authority_id() is null then raise exception 'destroying needs the scope of an authority'; end if;
    select coalesce(array_agg(q.id), '{}') into requests from (
      select q.id from access_requests q
       where q.authority_id = scope_authority_id() and q.closed_on is not null and kept_until('access_request', q.closed_on) < today
         and not exists (select 1 from legal_holds h where h.authority_id = q.authority_id and h.child_id = q.child_id and h.lifted_at is null)
       for update of q) q;
    if cardinality(requests) = 0 then return 0; end if;
    perform panel_private.erase_access_requests(requests);
    select * into strict rule from retention_rule('access_request');
    insert into destructions (authority_id, record_class, rule_version, rule_months, rule_days, counts, id_hashes)
    values (scope_authority_id(), 'access_request', rule.version, rule.months, rule.days,
      jsonb_build_object('access_requests', cardinality(requests)), array(select encode(sha256(convert_to(id::text, 'UTF8')), 'hex') from unnest(requests) id));
    return cardinality(requests);
  end $function$
CREATE OR REPLACE FUNCTION public.destroy_case(p_referral uuid, p_today date)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  declare
    today date := panel_private.today(p_today);
    found_child uuid;
    c record;
    rule record;
  begin
    if scope_authority_id() is null then raise exception 'destroying needs the scope of an authority'; end if;
    -- Holds and requests are placed on locked rows: what is looked at below stays so until the end.
    select child_id into found_child from referrals where authority_id = scope_authority_id() and id = p_referral for update;
    if not found then return null; end if;
    perform 1 from children where authority_id = scope_authority_id() and id = found_child for update;
    select * into strict c from case_retention(today, p_referral);
    if c.kept_until is null or c.kept_until >= today or c.is_on_hold or c.has_open_access_request or c.has_kept_access_request then
      raise exception 'this case must be kept' using errcode = 'PR001';
    end if;
    select * into strict rule from retention_rule(c.record_class);
    return panel_private.erase_case(p_referral, c.record_class, rule.version, rule.months, rule.days, false);
  end $function$
CREATE OR REPLACE FUNCTION public.destroy_passing_records(p_today date)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  declare
    today date := panel_private.today(p_today);
    authority integer := scope_authority_id();
    packs uuid[];
    mails uuid[];
    answers integer;
    rule record;
  begin
    if authority is null then raise exception 'destroying needs the scope of an authority'; end if;
    with destroyed as (
      update access_packs set status = 'destroyed', archive = null, content = null, destroyed_at = now()
       where authority_id = authority and status = 'released'
         and kept_until('access_pack', (released_at at time zone 'Europe/London')::date) < today
      returning id)
    select coalesce(array_agg(id), '{}') into packs from destroyed;
    delete from access_pack_passages where authority_id = authority and access_pack_id = any(packs);
    if cardinality(packs) > 0 then
      select * into strict rule from retention_rule('access_pack');
      insert into destructions (authority_id, record_class, rule_version, rule_months, rule_days, counts, id_hashes)
      values (authority, 'access_pack', rule.version, rule.months, rule.days,
        jsonb_build_object('access_packs', cardinality(packs)), array(select encode(sha256(convert_to(id::text, 'UTF8')), 'hex') from unnest(packs) id));
    end if;

    with destroyed as (
      delete from outbox_mails
       where authority_id = authority and coalesce(sent_at, given_up_at) is not null
         and kept_until('mail', (coalesce(sent_at, given_up_at) at time zone 'Europe/London')::date) < today
      returning id)
    select coalesce(array_agg(id), '{}') into mails from destroyed;
    if cardinality(mails) > 0 then
      select * into strict rule from retention_rule('mail');
      insert into destructions (authority_id, record_class, rule_version, rule_months, rule_days, counts, id_hashes)
      values (authority, 'mail', rule.version, rule.months, rule.days,
        jsonb_build_object('outbox_mails', cardinality(mails)), array(select encode(sha256(convert_to(id::text, 'UTF8')), 'hex') from unnest(mails) id));
    end if;

    delete from idempotency_keys where authority_id = authority
       and kept_until('repeat_protection', (created_at at time zone 'Europe/London')::date) < today;
    get diagnostics answers = row_count;
    if answers > 0 then
      select * into strict rule from retention_rule('repeat_protection');
      insert into destructions (authority_id, record_class, rule_version, rule_months, rule_days, counts, id_hashes)
      values (authority, 'repeat_protection', rule.version, rule.months, rule.days,
        jsonb_build_object('idempotency_keys', answers), '{}');
    end if;
    return jsonb_build_object('access_packs', cardinality(packs), 'outbox_mails', cardinality(mails), 'idempotency_keys', answers);
  end $function$
CREATE OR REPLACE FUNCTION public.installation_append(p_event text, p_at timestamp with time zone, p_address text, p_request_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  declare
    head installation_head;
  begin
    if not scope_is_identity() then raise exception 'installation events need the scope of sign-in'; end if;
    select * into strict head from installation_head for update;
    head.seq := head.seq + 1;
    head.hash := sha256(head.hash || convert_to('[' || concat_ws(',',
      head.seq::text,
      to_json(to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text,
      to_json(p_event)::text,
      coalesce(to_json(p_address)::text, 'null'),
      coalesce(to_json(p_request_id::text)::text, 'null')) || ']', 'UTF8'));
    insert into installation_events (seq, at, event, address, request_id, hash)
      values (head.seq, p_at, p_event, p_address, p_request_id, head.hash);
    update installation_head set seq = head.seq, hash = head.hash;
  end $function$
CREATE OR REPLACE FUNCTION public.kept_until(p_class text, p_starts_on date)
 RETURNS date
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    select (p_starts_on + make_interval(months => months))::date + days from retention_rule(p_class)
  $function$
CREATE OR REPLACE FUNCTION public.referrals_count_destroyed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  begin
    insert into destroyed_referral_counts as d (authority_id, submitted_quarter, count)
    values (old.authority_id, date_trunc('quarter', old.submitted_on)::date, 1)
    on conflict (authority_id, submitted_quarter) do update set count = d.count + 1;
    return null;
  end $function$
CREATE OR REPLACE FUNCTION public.referrals_keep_queue()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  begin
    new.queue_stage := case
      when new.status = 'submitted' and new.times_returned = 0 then 'new'
      when new.status = 'submitted' then 'resubmitted'
      when new.status = 'returned' then 'returned'
      when new.status in ('accepted', 'assessed', 'ready_for_panel') then 'waiting'
    end;
    -- What has no date comes last, and pages can go on from it.
    new.queue_due_on := case when new.queue_stage is not null then coalesce(new.due_on, date '9999-12-31') end;
    return new;
  end $function$
CREATE OR REPLACE FUNCTION public.reports_content_is_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if old.status <> 'draft' and (new.content::text is distinct from old.content::text or new.title is distinct from old.title
        or new.content_hash is distinct from old.content_hash) then
      raise exception 'the content of an approved report cannot be changed';
    end if;
    return new;
  end $function$
CREATE OR REPLACE FUNCTION public.retention_rule(p_class text)
 RETURNS TABLE(months integer, days integer, version integer)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    select coalesce(r.months, d.months), coalesce(r.days, d.days), coalesce(r.version, 1)
      from (values ('sen_case', 372, 0), ('unsuccessful_referral', 36, 0), ('draft_referral', 0, 90), ('access_request', 36, 0),
                   ('access_pack', 0, 90), ('mail', 6, 0), ('repeat_protection', 0, 7)) d(record_class, months, days)
      left join lateral (select * from retention_rules o where o.authority_id = scope_authority_id() and o.record_class = d.record_class
                          order by o.version desc limit 1) r on true
     where d.record_class = p_class
  $function$
CREATE OR REPLACE FUNCTION public.role_grants_make_members()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  begin
    insert into public.memberships (authority_id, user_id) values (new.authority_id, new.user_id) on conflict do nothing;
    return null;
  end $function$
CREATE OR REPLACE FUNCTION public.scope_authority_id()
 RETURNS integer
 LANGUAGE plpgsql
 STABLE PARALLEL RESTRICTED SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare
    subject text := panel_private.verified_subject();
  begin
    if subject like 'authority:%' then return substr(subject, 11)::integer; end if;
    return null;
  end $function$
CREATE OR REPLACE FUNCTION public.scope_is_identity()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL RESTRICTED SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  begin
    return panel_private.verified_subject() is not distinct from 'identity';
  end $function$
CREATE OR REPLACE FUNCTION public.surviving_child(p_child uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    with recursive line (id, next, step) as (
      select c.id, c.merged_into_id, 1 from children c where c.id = p_child
      union all
      select c.id, c.merged_into_id, line.step + 1 from line join children c on c.id = line.next where line.step < 100)
    select id from line where next is null
  $function$

-- Row-level security
access_pack_documents: access_pack_documents_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
access_pack_passages: access_pack_passages_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
access_packs: access_packs_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
access_request_counters: access_request_counters_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
access_request_pauses: access_request_pauses_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
access_requests: access_requests_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
account_links: account_links_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
agency_reports: agency_reports_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
agenda_items: agenda_items_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
allocations: allocations_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
analysis_lines: analysis_lines_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
analysis_runs: analysis_runs_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
assessment_drafts: assessment_drafts_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
assessments: assessments_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
audit_events: audit_events_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
audit_heads: audit_heads_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
audit_verifications: audit_verifications_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
authenticator_apps: authenticator_apps_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
authorities: authorities_change_of_authority PERMISSIVE UPDATE using (id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (id = ( SELECT scope_authority_id() AS scope_authority_id))
authorities: authorities_of_authority PERMISSIVE SELECT using (id = ( SELECT scope_authority_id() AS scope_authority_id)) with check -
authorities: authorities_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
case_deadlines: case_deadlines_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
case_tasks: case_tasks_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
child_merges: child_merges_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
child_moves: child_moves_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
children: children_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
commitment_entries: commitment_entries_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
consent_events: consent_events_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
consultations: consultations_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
contact_details: contact_details_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
contracts: contracts_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
corrections: corrections_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
decisions: decisions_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
decline_signposts: decline_signposts_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
delivery_sessions: delivery_sessions_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
destroyed_referral_counts: destroyed_referral_counts_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
destructions: destructions_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
document_versions: document_versions_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
documents: documents_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
draft_warnings: draft_warnings_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
earlier_agency_reports: earlier_agency_reports_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
earlier_consultations: earlier_consultations_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
ehc_facts: ehc_facts_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
emergency_accesses: emergency_accesses_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
federated_identities: federated_identities_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
form_drafts: form_drafts_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
getting_started_marks: getting_started_marks_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
idempotency_keys: idempotency_keys_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
identity_provider_role_rules: identity_provider_role_rules_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
identity_provider_starts: identity_provider_starts_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
identity_providers: identity_providers_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
identity_providers: identity_providers_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
installation_events: installation_events_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
installation_head: installation_head_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
invitation_roles: invitation_roles_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
invitation_roles: invitation_roles_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
invitations: invitations_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
invitations: invitations_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
known_devices: known_devices_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
legal_holds: legal_holds_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
memberships: memberships_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
memberships: memberships_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
migrations: migrations_of_sign_in PERMISSIVE SELECT using ( SELECT scope_is_identity() AS scope_is_identity) with check -
note_versions: note_versions_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
notes: notes_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
notification_preferences: notification_preferences_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
notifications: notifications_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
outbox_mails: outbox_mails_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
outbox_mails: outbox_mails_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
panels: panels_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
passkeys: passkeys_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
providers: providers_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
rate_cards: rate_cards_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
rate_limits: rate_limits_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
recovery_codes: recovery_codes_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
reference_counters: reference_counters_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
referral_amendment_sections: referral_amendment_sections_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
referral_amendments: referral_amendments_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
referral_copies: referral_copies_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
referral_receipts: referral_receipts_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
referral_section_writers: referral_section_writers_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
referral_sections: referral_sections_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
referral_versions: referral_versions_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
referrals: referrals_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
reports: reports_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
retention_rules: retention_rules_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
return_items: return_items_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
reviews: reviews_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
role_grants: role_grants_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
role_grants: role_grants_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
saved_views: saved_views_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
school_corrections: school_corrections_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
school_import_files: school_import_files_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
school_import_rows: school_import_rows_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
school_imports: school_imports_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
school_links: school_links_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
schools: schools_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
sessions: sessions_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
sessions: sessions_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
sibling_links: sibling_links_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
sign_off_links: sign_off_links_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
sign_off_links: sign_off_links_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
sign_offs: sign_offs_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
suspended_role_grants: suspended_role_grants_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
suspended_role_grants: suspended_role_grants_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
told_apart_children: told_apart_children_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
toolkit_resources: toolkit_resources_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
trusts: trusts_of_authority PERMISSIVE ALL using (authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) with check (authority_id = ( SELECT scope_authority_id() AS scope_authority_id))
users: users_of_authority PERMISSIVE SELECT using (EXISTS ( SELECT 1
   FROM memberships m
  WHERE ((m.authority_id = ( SELECT scope_authority_id() AS scope_authority_id)) AND (m.user_id = users.id)))) with check -
users: users_of_sign_in PERMISSIVE ALL using ( SELECT scope_is_identity() AS scope_is_identity) with check ( SELECT scope_is_identity() AS scope_is_identity)
