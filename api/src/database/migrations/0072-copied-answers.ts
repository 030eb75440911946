import { forwardOnly } from '../forward-only.js';

export const CopiedAnswers = forwardOnly(
  'CopiedAnswers1795478400072',
  `
  -- From which referral the answers of a section were copied. The reference and the day, not the case itself: that may be
  -- destroyed by its own period. Which answers still stand as they were copied is what nobody has changed since.
  alter table referral_sections
    add column copied_reference text,
    add column copied_sent_on date,
    add constraint referral_sections_copied_is_whole check ((copied_reference is null) = (copied_sent_on is null));
  `,
);
