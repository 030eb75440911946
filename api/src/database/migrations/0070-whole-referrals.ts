import { forwardOnly } from '../forward-only.js';

export const WholeReferrals = forwardOnly(
  'WholeReferrals1795478400070',
  `
  alter table referral_sections drop constraint referral_sections_known;
  alter table referral_sections add constraint referral_sections_known check (section in ('pupil', 'family', 'consent', 'needs',
    'flags', 'attendance', 'graduatedResponse', 'measures', 'voice', 'request'));

  -- Who changed which answer last, and when, by path: {"concerns": {"by": "…", "at": "…"}}. Two people who have changed the
  -- same answer must be told who the other one is, which the last save of the section alone does not say.
  alter table referral_sections add column changes jsonb not null default '{}';

  -- What the child and the parents think has become a section of its own. The policies are for the running application;
  -- this runs once, for all authorities.
  alter table referral_sections no force row level security;
  insert into referral_sections (referral_id, section, authority_id, answers, version, saved_at, saved_by)
    select referral_id, 'voice', authority_id,
           jsonb_build_object('childsView', coalesce(answers ->> 'childsView', ''),
             'parentsView', coalesce(answers ->> 'parentsView', '')),
           1, saved_at, saved_by
      from referral_sections
     where section = 'request' and (coalesce(answers ->> 'childsView', '') <> '' or coalesce(answers ->> 'parentsView', '') <> '');
  update referral_sections set answers = answers - 'childsView' - 'parentsView' where section = 'request';
  alter table referral_sections force row level security;
  `,
);
