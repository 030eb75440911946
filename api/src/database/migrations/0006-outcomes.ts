import { forwardOnly } from '../forward-only.js';

export const Outcomes = forwardOnly(
  'Outcomes1795478400006',
  `
  create table reviews (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    referral_id uuid not null,
    reviewed_on date not null,
    outcome_category text,
    goal_score_before integer,
    goal_score_now integer,
    next_step text not null,
    note text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint reviews_pkey primary key (id),
    constraint reviews_once_a_day unique (referral_id, reviewed_on),
    constraint reviews_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id),
    constraint reviews_recorded_by_fkey foreign key (recorded_by) references users (id),
    constraint reviews_category_known check (outcome_category in ('high_or_very_positive_impact', 'continuing_to_improve',
      'limited_impact_other_pathway', 'extra_support_may_progress_to_ehcp')),
    constraint reviews_scores_possible check (goal_score_before between 0 and 10 and goal_score_now between 0 and 10),
    constraint reviews_next_step_known check (next_step in ('continue', 'extend', 'vary', 'end'))
  );
  create index reviews_by_referral on reviews (authority_id, referral_id, reviewed_on);
  create index reviews_by_day on reviews (authority_id, reviewed_on);

  -- What really happened on the statutory route. A plan issued later turns "avoided" into "not avoided".
  create table ehc_facts (
    referral_id uuid not null,
    authority_id integer not null,
    version integer not null default 1,
    requested_on date,
    decided_on date,
    decision text,
    plan_issued_on date,
    weekly_hours_hundredths integer,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint ehc_facts_pkey primary key (referral_id),
    constraint ehc_facts_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id),
    constraint ehc_facts_recorded_by_fkey foreign key (recorded_by) references users (id),
    constraint ehc_facts_decision_known check (decision in ('assessment_agreed', 'assessment_refused', 'plan_issued', 'plan_refused')),
    constraint ehc_facts_in_order check (decided_on >= requested_on and plan_issued_on >= requested_on),
    constraint ehc_facts_hours_possible check (weekly_hours_hundredths between 0 and 4000)
  );
  create index ehc_facts_by_authority on ehc_facts (authority_id, referral_id);
  `,
);
