import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const ConsentEvents = forwardOnly(
  'ConsentEvents1795478400050',
  `
  -- What the family said after the referral was sent: never changed, the newest for a group counts.
  create table consent_events (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    referral_id uuid not null,
    kind text not null,
    panel_schools boolean not null,
    providers boolean not null,
    said_by_name text not null,
    relationship text not null,
    said_on date not null,
    channel text not null,
    note text not null default '',
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint consent_events_pkey primary key (id),
    constraint consent_events_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id),
    constraint consent_events_recorded_by_fkey foreign key (recorded_by) references users (id),
    constraint consent_events_kind_known check (kind in ('withdrawn', 'given')),
    constraint consent_events_for_somebody check (panel_schools or providers),
    constraint consent_events_channel_known check (channel in ('in_person', 'by_phone', 'in_writing'))
  );
  create index consent_events_by_referral on consent_events (authority_id, referral_id, id);
  ${tenantTable('consent_events', 'select, insert')}

  -- The newest word for each group, beside the case, so that every list can ask for it at no cost. Null: as the referral says.
  alter table referrals add column panel_consent boolean, add column provider_consent boolean;

  /*
   * Rows of a case that are never changed or deleted, but for the end of the case itself. Only the owner's functions may do
   * that, for the one case they name: a setting alone, which anybody could set, opens nothing.
   */
  create function case_records_are_append_only() returns trigger language plpgsql as $$
  begin
    if current_user = (select r.rolname from pg_class c join pg_roles r on r.oid = c.relowner where c.oid = tg_relid)
       and current_setting('panel.destroying', true) = 'yes' then
      return case when tg_op = 'DELETE' then old else new end;
    end if;
    raise exception '% cannot be changed or deleted', tg_table_name;
  end $$;
  create trigger consent_events_no_change before update or delete on consent_events
    for each row execute function case_records_are_append_only();
  `,
);
