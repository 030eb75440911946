import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const Notifications = forwardOnly(
  'Notifications1795478400095',
  `
  -- What people were told while cases moved on: a reference, a stage, what to do and by when. Nothing else about a child.
  create table notifications (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    user_id uuid not null,
    topic text not null,
    -- Null where it is about something else than one case, such as the papers of a panel.
    referral_id uuid,
    reference text not null,
    stage text not null,
    what_to_do text not null,
    due_on date,
    link_path text not null,
    delivery text not null,
    created_at timestamptz not null,
    -- When it went into a mail, its own or that of the morning. Null: it waits for the morning, or no mail is wanted.
    mailed_at timestamptz,
    constraint notifications_pkey primary key (id),
    constraint notifications_authority_fkey foreign key (authority_id) references authorities (id),
    constraint notifications_user_fkey foreign key (user_id) references users (id),
    constraint notifications_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id) on delete cascade,
    constraint notifications_topic_known check (
      topic in ('new_referrals', 'own_referrals', 'case_progress', 'allocations', 'panel_papers', 'assigned_work')),
    constraint notifications_delivery_known check (delivery in ('at_once', 'daily', 'never')),
    constraint notifications_link_on_this_site check (link_path ~ '^/([^/]|$)')
  );
  create index notifications_of_person on notifications (authority_id, user_id, created_at desc, id desc);
  create index notifications_of_referral on notifications (authority_id, referral_id);
  create index notifications_for_the_morning on notifications (authority_id, user_id, created_at)
    where delivery = 'daily' and mailed_at is null;
  ${tenantTable('notifications')}

  -- How somebody wants to hear of a topic. No row: a mail at once.
  create table notification_preferences (
    authority_id integer not null,
    user_id uuid not null,
    topic text not null,
    delivery text not null,
    constraint notification_preferences_pkey primary key (authority_id, user_id, topic),
    constraint notification_preferences_authority_fkey foreign key (authority_id) references authorities (id),
    constraint notification_preferences_user_fkey foreign key (user_id) references users (id),
    constraint notification_preferences_topic_known check (
      topic in ('new_referrals', 'own_referrals', 'case_progress', 'allocations', 'panel_papers', 'assigned_work')),
    constraint notification_preferences_delivery_known check (delivery in ('at_once', 'daily', 'never'))
  );
  ${tenantTable('notification_preferences')}
  `,
);
