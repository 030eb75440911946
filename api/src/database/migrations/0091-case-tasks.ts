import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const CaseTasks = forwardOnly(
  'CaseTasks1795478400091',
  `
  -- Something to do about a case by a day: for everybody of a role on it, or for one of them.
  create table case_tasks (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    referral_id uuid not null,
    version integer not null default 1,
    title text not null,
    detail text not null,
    due_on date not null,
    assigned_role text not null,
    assigned_provider_id uuid,
    assigned_user_id uuid,
    created_by uuid not null,
    created_at timestamptz not null,
    done_by uuid,
    done_at timestamptz,
    constraint case_tasks_pkey primary key (id),
    constraint case_tasks_authority_id_key unique (authority_id, id),
    constraint case_tasks_referral_fkey foreign key (authority_id, referral_id)
      references referrals (authority_id, id) on delete cascade,
    constraint case_tasks_provider_fkey foreign key (authority_id, assigned_provider_id) references providers (authority_id, id),
    constraint case_tasks_assigned_user_fkey foreign key (assigned_user_id) references users (id),
    constraint case_tasks_created_by_fkey foreign key (created_by) references users (id),
    constraint case_tasks_done_by_fkey foreign key (done_by) references users (id),
    constraint case_tasks_version_positive check (version > 0),
    constraint case_tasks_title_filled check (title <> ''),
    constraint case_tasks_role_known check (assigned_role in ('coordinator', 'senco', 'provider')),
    constraint case_tasks_provider_named check ((assigned_role = 'provider') = (assigned_provider_id is not null)),
    constraint case_tasks_done_is_whole check (num_nulls(done_by, done_at) in (0, 2))
  );
  create index case_tasks_by_referral on case_tasks (authority_id, referral_id);
  create index case_tasks_open on case_tasks (authority_id, assigned_role, due_on) where done_at is null;
  ${tenantTable('case_tasks', 'select, insert, update')}
  `,
);
