import { isReferralStatus, referralStatusDisplay } from '@panel/case-rules';
import { type ListReferralsParams, ReferralSort } from '@panel/api-client';
import { isSenTypeCode, senTypeLabel } from '@panel/reference';
import type { FilterTag } from '@panel/ui';

/** What the address says about the list: texts from outside, '' where nothing is said. */
export interface ListConditions {
  readonly status: string;
  readonly primaryNeed: string;
  readonly schoolId: string;
  readonly search: string;
}

export const NO_CONDITIONS: ListConditions = { status: '', primaryNeed: '', schoolId: '', search: '' };

/** What is asked of the API; conditions that it does not know are left out, so an old link still shows a list. */
export function listParams(
  conditions: ListConditions,
  sort: string | undefined,
  after: string | undefined,
): ListReferralsParams {
  const { status, primaryNeed, schoolId, search } = conditions;
  return {
    sort: sort === ReferralSort.oldest ? ReferralSort.oldest : ReferralSort.newest,
    ...(isReferralStatus(status) && { status }),
    ...(isSenTypeCode(primaryNeed) && { primaryNeed }),
    ...(schoolId && { schoolId }),
    ...(search.trim() && { search: search.trim() }),
    ...(after && { after }),
  };
}

/** The conditions that hold now, as removable tags. */
export function conditionTags(conditions: ListConditions, schoolName: string | undefined): readonly FilterTag[] {
  const { status, primaryNeed, schoolId, search } = conditions;
  return [
    ...(isReferralStatus(status) ? [{ key: 'status', text: `Status: ${referralStatusDisplay(status).label}` }] : []),
    ...(isSenTypeCode(primaryNeed) ? [{ key: 'primaryNeed', text: `Primary need: ${senTypeLabel(primaryNeed)}` }] : []),
    ...(schoolId ? [{ key: 'schoolId', text: `School: ${schoolName ?? 'the one chosen'}` }] : []),
    ...(search.trim() ? [{ key: 'search', text: `Search: ${search.trim()}` }] : []),
  ];
}

/** "25 of 90 referrals", for everybody to see and hear. */
export function countText(shown: number, total: number, totalIsAtLeast: boolean): string {
  if (total === 0) return 'No referrals found';
  const all = `${totalIsAtLeast ? 'more than ' : ''}${total.toLocaleString('en-GB')}`;
  const noun = total === 1 ? 'referral' : 'referrals';
  return shown === total ? `${all} ${noun}` : `Showing ${shown} of ${all} ${noun}`;
}
