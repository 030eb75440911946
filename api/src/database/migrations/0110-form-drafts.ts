import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const FormDrafts = forwardOnly(
  'FormDrafts1795478400110',
  `
  /*
   * What somebody has typed into a form of a case and not sent yet: their own, nobody else reads it. It goes when the form
   * is sent, with its case, and after 30 days. Not in the browser: it is about a child, and the next device is another one.
   */
  create table form_drafts (
    authority_id integer not null,
    user_id uuid not null,
    form text not null,
    -- What the form is about: the case itself, or one note, task, document, allocation of it.
    subject_id uuid not null,
    referral_id uuid not null,
    version integer not null default 1,
    answers jsonb not null,
    saved_at timestamptz not null,
    constraint form_drafts_pkey primary key (authority_id, user_id, form, subject_id),
    constraint form_drafts_referral_fkey foreign key (authority_id, referral_id)
      references referrals (authority_id, id) on delete cascade,
    constraint form_drafts_user_fkey foreign key (user_id) references users (id),
    constraint form_drafts_form_named check (form ~ '^[a-z_]{3,40}$'),
    constraint form_drafts_version_positive check (version > 0),
    constraint form_drafts_answers_are_named check (jsonb_typeof(answers) = 'object')
  );
  create index form_drafts_by_referral on form_drafts (authority_id, referral_id);
  create index form_drafts_by_age on form_drafts (authority_id, saved_at);
  ${tenantTable('form_drafts')}
  `,
);
