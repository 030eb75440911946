import type { ReferralGap } from '@panel/case-rules';

import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const referralNotFound = (): Problem =>
  new Problem(404, 'referral_not_found', 'Referral not found', 'There is no such referral, or it is not yours to see.');

export const schoolNotFound = (): Problem =>
  new Problem(
    422,
    'fields_invalid',
    'Some answers need your attention',
    'Correct the fields named below and send again.',
    [{ pointer: '/schoolId', code: 'school_not_found', detail: 'Choose a school that you work for.' }],
  );

/** The names of schools are in the public register. */
export const schoolClosed = (successors: readonly { readonly name: string }[]): Problem =>
  fieldsInvalid([
    {
      pointer: '/schoolId',
      code: 'school_closed',
      detail:
        successors.length === 0
          ? 'The school has closed. Choose the school that the child goes to now.'
          : `The school has closed. Its successor is ${successors.map(({ name }) => name).join(' or ')}.`,
    },
  ]);

export const referralIncomplete = (gaps: readonly ReferralGap[]): Problem =>
  new Problem(
    422,
    'referral_incomplete',
    'The referral is not complete',
    'Complete the answers named below, then submit again.',
    gaps.map(({ pointer, code, message }) => ({ pointer, code, detail: message })),
  );

export const referralMoveRefused = (reasons: readonly { readonly message: string }[]): Problem =>
  new Problem(
    409,
    'referral_move_refused',
    'This cannot be done now',
    reasons.map((reason) => reason.message).join(' '),
  );

export const referralNotEditable = (): Problem =>
  new Problem(
    409,
    'referral_not_editable',
    'This referral can no longer be edited',
    'It has been submitted. The coordinator can return it to you if something must change.',
  );

export const sharingConsentWithdrawn = (): Problem =>
  new Problem(
    409,
    'sharing_consent_withdrawn',
    'The family has withdrawn its agreement',
    'Information may not be shared with panel schools. Record a new agreement first, or withdraw the referral.',
  );

export const ownOpenReferralExists = (reference: string): Problem =>
  new Problem(
    409,
    'open_referral_exists',
    'This child already has an open referral',
    `The school’s referral ${reference} for this UPN is still open. Go on with that one.`,
  );

export const otherOpenReferralExists = (): Problem =>
  new Problem(
    409,
    'open_referral_exists_elsewhere',
    'This child already has an open referral',
    'Another school has an open referral for this UPN. Ask the coordinator of your Education Inclusion Partnership.',
  );

export const nameInAddress = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/search',
      code: 'name_in_address',
      detail: 'Search here for a reference, such as EIP-2026-0042. Send a name to POST /referrals/search.',
    },
  ]);
