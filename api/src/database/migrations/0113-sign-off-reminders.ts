import { forwardOnly } from '../forward-only.js';

export const SignOffReminders = forwardOnly(
  'SignOffReminders1795478400113',
  `
  alter table sign_offs
    -- How many reminders the head teacher got, and when the last.
    add column reminders integer not null default 0,
    add column reminded_at timestamptz,
    -- When whoever asked was told that the link has expired without an answer.
    add column expiry_told_at timestamptz,
    add constraint sign_offs_reminders_counted check (reminders >= 0 and (reminders > 0) = (reminded_at is not null));

  -- A reminder brings a link of its own; the one before goes on working, and all die with the answer.
  alter table sign_off_links drop constraint sign_off_links_pkey, drop constraint sign_off_links_token_hash_key,
    add constraint sign_off_links_pkey primary key (token_hash);
  `,
);
