import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const DestroyedReferralCounts = forwardOnly(
  'DestroyedReferralCounts1795478400112',
  `
  /*
   * How many referrals of a quarter have been destroyed: a number for the board, which counts referrals since the launch and
   * would see fewer each year. Nothing here leads to a case. Kept by the deletion itself, so no way of destroying forgets it;
   * a backup that is restored brings back the referral and the number before it.
   */
  create table destroyed_referral_counts (
    authority_id integer not null,
    submitted_quarter date not null,
    count integer not null,
    constraint destroyed_referral_counts_pkey primary key (authority_id, submitted_quarter),
    constraint destroyed_referral_counts_authority_fkey foreign key (authority_id) references authorities (id),
    constraint destroyed_referral_counts_quarter_begins check (submitted_quarter = date_trunc('quarter', submitted_quarter)::date),
    constraint destroyed_referral_counts_positive check (count > 0)
  );
  ${tenantTable('destroyed_referral_counts', 'select')}

  -- Runs with the rights of the functions that destroy, which belong to the owner of the tables.
  create function referrals_count_destroyed() returns trigger
    language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into destroyed_referral_counts as d (authority_id, submitted_quarter, count)
    values (old.authority_id, date_trunc('quarter', old.submitted_on)::date, 1)
    on conflict (authority_id, submitted_quarter) do update set count = d.count + 1;
    return null;
  end $$;
  create trigger referrals_count_destroyed after delete on referrals
    for each row when (old.submitted_on is not null) execute function referrals_count_destroyed();
  `,
);
