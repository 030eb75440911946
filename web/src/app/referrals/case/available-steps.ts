import type { Referral } from '@panel/api-client';
import type { Link } from '@panel/ui';

const steps: readonly { readonly verb: string; readonly text: string; readonly path: string }[] = [
  { verb: 'submit', text: 'Complete and submit the referral', path: 'tasks' },
  { verb: 'accept', text: 'Accept the referral', path: 'accept' },
  { verb: 'return', text: 'Return it to the school', path: 'return' },
  { verb: 'decline', text: 'Decline the referral', path: 'decline' },
  { verb: 'assess', text: 'Assess the risk', path: 'assessments/new' },
  { verb: 'ready_for_panel', text: 'Mark it ready for panel', path: 'ready-for-panel' },
  { verb: 'start_review', text: 'Record a review', path: 'reviews/new' },
  { verb: 'amend', text: 'Amend the referral', path: 'amend' },
  { verb: 'reopen', text: 'Reopen the referral', path: 'reopen' },
  { verb: 'withdraw', text: 'Withdraw the referral', path: 'withdraw' },
];

/** What the person may do with a case now, each as a link to the page that asks what it needs. */
export function availableSteps({ id, status, availableVerbs, amendment }: Referral): readonly Link[] {
  const links = steps
    .filter(({ verb }) => availableVerbs.includes(verb))
    // One amendment at a time: whose it is goes on with it, the others wait.
    .filter(({ verb }) => verb !== 'amend' || amendment === null)
    .map(({ text, path }) => ({ text, link: `/referrals/${id}/${path}` }));
  if (amendment?.isOwn) links.unshift({ text: 'Go on with the amendment', link: `/referrals/${id}/tasks` });
  // A second review of a case that is already in review moves nothing, so no verb stands for it.
  const canReviewAgain = status === 'in_review' && availableVerbs.includes('close');
  return canReviewAgain ? [{ text: 'Record another review', link: `/referrals/${id}/reviews/new` }, ...links] : links;
}
