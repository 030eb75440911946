import { forwardOnly } from '../forward-only.js';
import { identityTable, tenantTable } from '../row-security.js';

export const SignOffs = forwardOnly(
  'SignOffs1795478400076',
  `
  -- The head teacher's word on a referral before it is sent: asked for, given or sent back, each on the answers kept here.
  create table sign_offs (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    referral_id uuid not null,
    way text not null,
    status text not null,
    version integer not null default 1,
    answers jsonb not null,
    -- SHA-256 over the answers: whether those that stand now are the same.
    answers_hash bytea not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    head_name text not null,
    head_email text,
    expires_at timestamptz,
    signed_name text,
    signed_role text,
    statement text,
    comment text,
    decided_by uuid,
    decided_at timestamptz,
    constraint sign_offs_pkey primary key (id),
    constraint sign_offs_authority_id_key unique (authority_id, id),
    constraint sign_offs_referral_fkey foreign key (authority_id, referral_id) references referrals (authority_id, id) on delete cascade,
    constraint sign_offs_asked_by_fkey foreign key (asked_by) references users (id),
    constraint sign_offs_decided_by_fkey foreign key (decided_by) references users (id),
    constraint sign_offs_way_known check (way in ('link', 'account', 'form')),
    constraint sign_offs_status_known check (status in ('asked', 'signed', 'sent_back', 'revoked')),
    constraint sign_offs_version_positive check (version > 0),
    constraint sign_offs_hash_whole check (length(answers_hash) = 32),
    constraint sign_offs_head_named check (head_name <> ''),
    constraint sign_offs_email_lower check (head_email = lower(head_email)),
    constraint sign_offs_link_is_whole check ((way = 'link') = (num_nonnulls(head_email, expires_at) = 2) and num_nulls(head_email, expires_at) in (0, 2)),
    constraint sign_offs_signature_is_whole check (
      case when status = 'signed' then num_nulls(signed_name, signed_role, statement, decided_at) = 0
           else num_nonnulls(signed_name, signed_role, statement) = 0 end),
    constraint sign_offs_sent_back_has_comment check ((status = 'sent_back') = (coalesce(comment, '') <> '')),
    constraint sign_offs_person_is_known check (status <> 'signed' or (way = 'link') = (decided_by is null))
  );
  create index sign_offs_by_referral on sign_offs (authority_id, referral_id, asked_at);
  create unique index sign_offs_one_asked on sign_offs (authority_id, referral_id) where status = 'asked';
  ${tenantTable('sign_offs', 'select, insert, update')}

  /*
   * What opens a sign-off from outside: hashes, and nothing about a child. In a table of its own, because it is looked for
   * before any authority is known. Deleted as soon as it has done its work.
   */
  create table sign_off_links (
    sign_off_id uuid not null,
    authority_id integer not null,
    token_hash bytea not null,
    expires_at timestamptz not null,
    -- Over the token and the code of the second mail; the token itself is nowhere here.
    code_hash bytea,
    code_expires_at timestamptz,
    code_tries integer not null default 0,
    -- What the page was given for the right code.
    key_hash bytea,
    key_expires_at timestamptz,
    constraint sign_off_links_pkey primary key (sign_off_id),
    constraint sign_off_links_token_hash_key unique (token_hash),
    constraint sign_off_links_sign_off_fkey foreign key (authority_id, sign_off_id) references sign_offs (authority_id, id) on delete cascade,
    constraint sign_off_links_code_is_whole check ((code_hash is null) = (code_expires_at is null)),
    constraint sign_off_links_key_is_whole check ((key_hash is null) = (key_expires_at is null))
  );
  create index sign_off_links_by_authority on sign_off_links (authority_id, sign_off_id);
  ${identityTable('sign_off_links', { hasAuthority: true })}

  -- On which sign-off a version was sent.
  alter table referral_versions add column sign_off_id uuid,
    add constraint referral_versions_sign_off_fkey foreign key (authority_id, sign_off_id) references sign_offs (authority_id, id);
  `,
);
