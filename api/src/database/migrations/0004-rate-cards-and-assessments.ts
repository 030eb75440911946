import { forwardOnly } from '../forward-only.js';

export const RateCardsAndAssessments = forwardOnly(
  'RateCardsAndAssessments1795478400004',
  `
  create table rate_cards (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    name text not null,
    starts_on date not null,
    ends_on date,
    hourly_rate_pence integer not null,
    weeks_tenths integer not null,
    school_contribution_pence integer not null,
    rounding text not null,
    price_year text not null,
    source text not null,
    bands jsonb not null,
    created_at timestamptz not null,
    constraint rate_cards_pkey primary key (id),
    constraint rate_cards_authority_id_key unique (authority_id, id),
    constraint rate_cards_name_key unique (authority_id, name),
    constraint rate_cards_authority_fkey foreign key (authority_id) references authorities (id),
    constraint rate_cards_dates_in_order check (ends_on is null or ends_on >= starts_on),
    constraint rate_cards_amounts_possible check (hourly_rate_pence > 0 and weeks_tenths between 1 and 530
      and school_contribution_pence >= 0),
    constraint rate_cards_rounding_known check (rounding in ('none', 'whole_pounds_half_up'))
  );

  create table assessments (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    referral_id uuid not null,
    number integer not null,
    risk_level text not null,
    probability_percent integer not null,
    is_plan_likely boolean not null,
    weekly_hours_hundredths integer not null,
    confidence text not null,
    rationale text not null,
    rate_card_id uuid not null,
    annual_value_pence bigint not null,
    assessed_on date not null,
    assessed_by uuid not null,
    constraint assessments_pkey primary key (id),
    constraint assessments_number_key unique (referral_id, number),
    constraint assessments_authority_fkey foreign key (authority_id) references authorities (id),
    constraint assessments_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id),
    constraint assessments_rate_card_fkey foreign key (authority_id, rate_card_id) references rate_cards (authority_id, id),
    constraint assessments_assessed_by_fkey foreign key (assessed_by) references users (id),
    constraint assessments_risk_known check (risk_level in ('low', 'medium', 'high')),
    constraint assessments_probability_possible check (probability_percent between 0 and 100),
    constraint assessments_hours_possible check (weekly_hours_hundredths between 0 and 4000),
    constraint assessments_confidence_known check (confidence in ('low', 'medium', 'high')),
    constraint assessments_value_possible check (annual_value_pence >= 0)
  );
  create index assessments_by_referral on assessments (authority_id, referral_id, number);
  `,
);
