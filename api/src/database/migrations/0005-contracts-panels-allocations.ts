import { forwardOnly } from '../forward-only.js';

export const ContractsPanelsAllocations = forwardOnly(
  'ContractsPanelsAllocations1795478400005',
  `
  create table contracts (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    provider_id uuid not null,
    title text not null,
    area text not null,
    description text not null,
    starts_on date not null,
    ends_on date not null,
    extensions text not null,
    oversight text not null,
    reports_to text not null,
    is_allocated_by_panel boolean not null,
    value_pence bigint not null,
    capacity_unit text not null,
    unit_price_pence integer not null,
    capacity_units integer not null,
    taken_units integer not null default 0,
    committed_pence bigint not null default 0,
    constraint contracts_pkey primary key (id),
    constraint contracts_authority_id_key unique (authority_id, id),
    constraint contracts_title_key unique (authority_id, title, starts_on),
    constraint contracts_authority_fkey foreign key (authority_id) references authorities (id),
    constraint contracts_provider_fkey foreign key (authority_id, provider_id) references providers (authority_id, id),
    constraint contracts_dates_in_order check (ends_on >= starts_on),
    constraint contracts_unit_known check (capacity_unit in ('place', 'hour', 'session')),
    constraint contracts_amounts_possible check (value_pence >= 0 and unit_price_pence >= 0 and capacity_units >= 0),
    constraint contracts_units_left_never_negative check (taken_units between 0 and capacity_units),
    constraint contracts_money_left_never_negative check (committed_pence between 0 and value_pence)
  );
  create index contracts_by_provider on contracts (authority_id, provider_id);

  create table panels (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    held_on date not null,
    venue text not null,
    status text not null default 'planned',
    version integer not null default 1,
    papers_hash text,
    created_by uuid not null,
    created_at timestamptz not null,
    constraint panels_pkey primary key (id),
    constraint panels_authority_id_key unique (authority_id, id),
    constraint panels_held_on_key unique (authority_id, held_on),
    constraint panels_authority_fkey foreign key (authority_id) references authorities (id),
    constraint panels_created_by_fkey foreign key (created_by) references users (id),
    constraint panels_status_known check (status in ('planned', 'papers_published', 'in_session', 'closed'))
  );

  create table agenda_items (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    panel_id uuid not null,
    referral_id uuid not null,
    position integer not null,
    paper jsonb,
    constraint agenda_items_pkey primary key (id),
    constraint agenda_items_authority_id_key unique (authority_id, id),
    constraint agenda_items_once unique (panel_id, referral_id),
    constraint agenda_items_position_key unique (panel_id, position) deferrable initially immediate,
    constraint agenda_items_panel_fkey foreign key (authority_id, panel_id) references panels (authority_id, id),
    constraint agenda_items_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id)
  );
  create index agenda_items_by_referral on agenda_items (authority_id, referral_id);

  create table decisions (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    agenda_item_id uuid not null,
    referral_id uuid not null,
    outcome text not null,
    reason text not null,
    decline_reason text,
    paper_hash text not null,
    decided_on date not null,
    decided_at timestamptz not null,
    recorded_by uuid not null,
    constraint decisions_pkey primary key (id),
    constraint decisions_authority_id_key unique (authority_id, id),
    constraint decisions_once unique (agenda_item_id),
    constraint decisions_item_fkey foreign key (authority_id, agenda_item_id) references agenda_items (authority_id, id),
    constraint decisions_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id),
    constraint decisions_recorded_by_fkey foreign key (recorded_by) references users (id),
    constraint decisions_reason_filled check (reason <> '')
  );
  create index decisions_by_referral on decisions (authority_id, referral_id);
  -- A decision stands as it was recorded; to think again is a decision of its own.
  create trigger decisions_no_change before update or delete on decisions
    for each row execute function audit_events_are_append_only();

  create table allocations (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    referral_id uuid not null,
    decision_id uuid not null,
    contract_id uuid not null,
    provider_id uuid not null,
    units integer not null,
    unit_price_pence integer not null,
    amount_pence bigint not null,
    status text not null,
    version integer not null default 1,
    decline_reason text,
    allocated_on date not null,
    constraint allocations_pkey primary key (id),
    constraint allocations_authority_id_key unique (authority_id, id),
    constraint allocations_once unique (decision_id, contract_id),
    constraint allocations_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id),
    constraint allocations_decision_fkey foreign key (authority_id, decision_id) references decisions (authority_id, id),
    constraint allocations_contract_fkey foreign key (authority_id, contract_id) references contracts (authority_id, id),
    constraint allocations_provider_fkey foreign key (authority_id, provider_id) references providers (authority_id, id),
    constraint allocations_status_known check (status in ('proposed', 'approved', 'accepted', 'declined_by_provider',
      'active', 'completed', 'ended_early', 'withdrawn')),
    constraint allocations_amount_follows check (units > 0 and amount_pence = units::bigint * unit_price_pence),
    constraint allocations_decline_has_reason check (status <> 'declined_by_provider' or coalesce(decline_reason, '') <> '')
  );
  create index allocations_by_provider on allocations (authority_id, provider_id, allocated_on desc);
  create index allocations_by_referral on allocations (authority_id, referral_id);
  create index allocations_by_contract on allocations (authority_id, contract_id);

  -- The ledger: what was reserved, committed, delivered, invoiced or given back, never changed afterwards.
  -- 'released' gives units and money back and is negative.
  create table commitment_entries (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    contract_id uuid not null,
    allocation_id uuid not null,
    kind text not null,
    units integer not null,
    amount_pence bigint not null,
    entered_at timestamptz not null,
    constraint commitment_entries_pkey primary key (id),
    constraint commitment_entries_contract_fkey foreign key (authority_id, contract_id) references contracts (authority_id, id),
    constraint commitment_entries_allocation_fkey foreign key (authority_id, allocation_id) references allocations (authority_id, id),
    constraint commitment_entries_kind_known check (kind in ('reserved', 'committed', 'delivered', 'invoiced', 'released'))
  );
  create index commitment_entries_by_contract on commitment_entries (authority_id, contract_id, id);
  create trigger commitment_entries_no_change before update or delete on commitment_entries
    for each row execute function audit_events_are_append_only();

  create table delivery_sessions (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    allocation_id uuid not null,
    held_on date not null,
    minutes integer not null,
    attendance text not null,
    note text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint delivery_sessions_pkey primary key (id),
    constraint delivery_sessions_allocation_fkey foreign key (authority_id, allocation_id) references allocations (authority_id, id),
    constraint delivery_sessions_recorded_by_fkey foreign key (recorded_by) references users (id),
    constraint delivery_sessions_minutes_possible check (minutes between 0 and 600),
    constraint delivery_sessions_attendance_known check (attendance in ('attended', 'cancelled_by_provider',
      'cancelled_by_school', 'child_absent'))
  );
  create index delivery_sessions_by_allocation on delivery_sessions (authority_id, allocation_id, held_on);
  `,
);
