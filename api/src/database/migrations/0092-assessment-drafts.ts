import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const AssessmentDrafts = forwardOnly(
  'AssessmentDrafts1795478400092',
  `
  -- Null and empty: made before criteria were published.
  alter table assessments
    add column criteria_version text,
    add column evidence jsonb not null default '[]',
    add constraint assessments_evidence_has_version check ((criteria_version is null) = (evidence = '[]'));

  -- Never overwritten: the application cannot, and the table refuses it.
  revoke update on assessments from panel_app;
  create trigger assessments_no_change before update or delete on assessments
    for each row execute function case_records_are_append_only();

  /*
   * What a coordinator has written of the next assessment, saved as it is typed and shared with the other coordinators. When the
   * assessment is made the answers go and the version counts on: whoever still has them open cannot save over the next ones.
   */
  create table assessment_drafts (
    referral_id uuid not null,
    authority_id integer not null,
    version integer not null default 1,
    answers jsonb,
    saved_by uuid not null,
    saved_at timestamptz not null,
    constraint assessment_drafts_pkey primary key (authority_id, referral_id),
    constraint assessment_drafts_referral_fkey foreign key (authority_id, referral_id)
      references referrals (authority_id, id) on delete cascade,
    constraint assessment_drafts_saved_by_fkey foreign key (saved_by) references users (id),
    constraint assessment_drafts_version_positive check (version > 0)
  );
  ${tenantTable('assessment_drafts', 'select, insert, update')}
  `,
);
