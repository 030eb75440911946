import { forwardOnly } from '../forward-only.js';
import { identityTable } from '../row-security.js';

export const OutboxMails = forwardOnly(
  'OutboxMails1795478400010',
  `
  -- Mail is written in the transaction of what it tells about, and sent from here.
  create table outbox_mails (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    user_id uuid,
    to_name text not null,
    to_address text not null,
    kind text not null,
    subject text not null,
    -- Null when it has been forgotten: a body may hold a link that lets somebody in.
    body text,
    link_path text,
    holds_secret boolean not null,
    created_at timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts integer not null default 0,
    last_error_code text,
    sent_at timestamptz,
    given_up_at timestamptz,
    constraint outbox_mails_pkey primary key (id),
    constraint outbox_mails_authority_fkey foreign key (authority_id) references authorities (id),
    constraint outbox_mails_user_fkey foreign key (user_id) references users (id),
    constraint outbox_mails_one_end check (sent_at is null or given_up_at is null),
    constraint outbox_mails_waits_with_body check (body is not null or sent_at is not null or given_up_at is not null),
    constraint outbox_mails_link_on_this_site check (link_path ~ '^/([^/]|$)'),
    constraint outbox_mails_one_line check (subject !~ '[[:cntrl:]]' and to_address !~ '[[:cntrl:]]' and to_name !~ '[[:cntrl:]]')
  );
  create index outbox_mails_by_authority on outbox_mails (authority_id, created_at desc);
  create index outbox_mails_waiting on outbox_mails (authority_id, next_attempt_at) where sent_at is null and given_up_at is null;
  create index outbox_mails_with_body on outbox_mails (authority_id, created_at) where body is not null;
  -- Written by those who sign in and those who work in an authority alike; it holds no case.
  ${identityTable('outbox_mails', { hasAuthority: true, verbs: 'select, insert, update' })}
  `,
);
