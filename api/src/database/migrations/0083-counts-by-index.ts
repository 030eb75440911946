import { forwardOnly } from '../forward-only.js';

export const CountsByIndex = forwardOnly(
  'CountsByIndex1795478400083',
  `
  -- The lists count what fits, up to a thousand. With what decides who sees a row in the index itself, counting reads no row.
  drop index referrals_by_day;
  drop index referrals_by_status;
  drop index referrals_by_need;
  drop index referrals_by_school;
  create index referrals_by_day on referrals (authority_id, listed_on, id) include (status, created_by);
  create index referrals_by_status on referrals (authority_id, status, listed_on, id) include (created_by);
  create index referrals_by_need on referrals (authority_id, primary_need, listed_on, id) include (status, created_by);
  create index referrals_by_school on referrals (authority_id, school_id, listed_on, id) include (status, created_by);

  -- The queue counts each of its tabs under any filter.
  drop index referrals_queue_by_due;
  drop index referrals_queue_by_stage_and_due;
  drop index referrals_queue_urgent;
  drop index referrals_queue_by_assignee;
  create index referrals_queue_by_due on referrals (authority_id, queue_due_on, id)
    include (status, created_by, is_urgent, assigned_to, primary_need, school_id) where queue_stage is not null;
  create index referrals_queue_by_stage_and_due on referrals (authority_id, queue_stage, queue_due_on, id)
    include (status, created_by, is_urgent, assigned_to, primary_need, school_id) where queue_stage is not null;
  create index referrals_queue_urgent on referrals (authority_id, queue_due_on, id)
    include (status, created_by, is_urgent, assigned_to, primary_need, school_id) where queue_stage is not null and is_urgent;
  create index referrals_queue_by_assignee on referrals (authority_id, assigned_to, queue_due_on, id)
    include (status, created_by, is_urgent, queue_stage, primary_need, school_id) where queue_stage is not null;
  `,
);
