import { forwardOnly } from '../forward-only.js';

export const AnalysesAndReports = forwardOnly(
  'AnalysesAndReports1795478400007',
  `
  create table analysis_runs (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    period_from date not null,
    period_to date not null,
    rate_card_id uuid not null,
    methodology_version text not null,
    parameters jsonb not null,
    status text not null default 'queued',
    version integer not null default 1,
    progress_done integer not null default 0,
    progress_total integer not null default 0,
    inputs_hash text,
    result jsonb,
    failure text,
    started_by uuid not null,
    queued_at timestamptz not null,
    enqueued_at timestamptz,
    started_at timestamptz,
    finished_at timestamptz,
    constraint analysis_runs_pkey primary key (id),
    constraint analysis_runs_authority_id_key unique (authority_id, id),
    constraint analysis_runs_authority_fkey foreign key (authority_id) references authorities (id),
    constraint analysis_runs_rate_card_fkey foreign key (authority_id, rate_card_id) references rate_cards (authority_id, id),
    constraint analysis_runs_started_by_fkey foreign key (started_by) references users (id),
    constraint analysis_runs_status_known check (status in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    constraint analysis_runs_period_in_order check (period_to >= period_from),
    constraint analysis_runs_success_is_whole check (status <> 'succeeded' or (result is not null and inputs_hash is not null)),
    constraint analysis_runs_progress_possible check (progress_done between 0 and progress_total)
  );
  create index analysis_runs_by_time on analysis_runs (authority_id, queued_at desc);

  create table analysis_lines (
    run_id uuid not null,
    referral_id uuid not null,
    authority_id integer not null,
    reviewed_on date not null,
    exclusion text,
    weekly_hours_hundredths integer,
    outcome_category text,
    is_avoided boolean not null,
    gross_pence bigint not null,
    net_pence bigint not null,
    constraint analysis_lines_pkey primary key (run_id, referral_id),
    constraint analysis_lines_run_fkey foreign key (authority_id, run_id) references analysis_runs (authority_id, id),
    constraint analysis_lines_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id)
  );
  create index analysis_lines_by_authority on analysis_lines (authority_id, run_id, referral_id);

  create table reports (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    analysis_run_id uuid not null,
    title text not null,
    status text not null default 'draft',
    version integer not null default 1,
    -- json, not jsonb: the bytes stay as they were hashed.
    content json not null,
    content_hash text not null,
    drafted_by uuid not null,
    drafted_at timestamptz not null,
    approved_by uuid,
    approved_at timestamptz,
    published_by uuid,
    published_at timestamptz,
    constraint reports_pkey primary key (id),
    constraint reports_authority_id_key unique (authority_id, id),
    constraint reports_authority_fkey foreign key (authority_id) references authorities (id),
    constraint reports_run_fkey foreign key (authority_id, analysis_run_id) references analysis_runs (authority_id, id),
    constraint reports_drafted_by_fkey foreign key (drafted_by) references users (id),
    constraint reports_approved_by_fkey foreign key (approved_by) references users (id),
    constraint reports_published_by_fkey foreign key (published_by) references users (id),
    constraint reports_status_known check (status in ('draft', 'approved', 'published', 'superseded')),
    constraint reports_approved_by_another check (approved_by <> drafted_by),
    constraint reports_published_is_approved check (status in ('draft', 'superseded') or approved_by is not null)
  );
  create index reports_by_time on reports (authority_id, drafted_at desc);

  -- A published report is a public fact: it can be superseded, never edited.
  create function reports_content_is_frozen() returns trigger language plpgsql as $$
  begin
    if old.status <> 'draft' and (new.content::text is distinct from old.content::text or new.title is distinct from old.title
        or new.content_hash is distinct from old.content_hash) then
      raise exception 'the content of an approved report cannot be changed';
    end if;
    return new;
  end $$;
  create trigger reports_frozen before update on reports for each row execute function reports_content_is_frozen();
  `,
);
