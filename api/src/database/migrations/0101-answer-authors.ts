import { forwardOnly } from '../forward-only.js';

export const AnswerAuthors = forwardOnly(
  'AnswerAuthors1795478400101',
  `
  -- Who changed which answer last and when, by path, as the sections of a draft have it: for an amendment while it is written,
  -- and for each version as it stood when it was sent. Versions from before know nobody.
  alter table referral_amendment_sections add column changes jsonb not null default '{}',
    add constraint referral_amendment_sections_changes_object check (jsonb_typeof(changes) = 'object');
  alter table referral_versions add column changes jsonb not null default '{}',
    add constraint referral_versions_changes_object check (jsonb_typeof(changes) = 'object');
  `,
);
