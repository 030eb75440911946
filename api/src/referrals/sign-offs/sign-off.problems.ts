import type { Refusal } from '@panel/case-rules';
import { SIGN_OFF_LINK_DAYS } from '@panel/case-rules';

import { fieldsInvalid } from '../../common/common.problems.js';
import { Problem } from '../../common/problem.js';

export const signOffMissing = ({ code, message }: Refusal): Problem =>
  new Problem(
    422,
    'referral_incomplete',
    'The referral is not complete',
    'Complete the answers named below, then submit again.',
    [{ pointer: '/signOff', code, detail: message }],
  );

export const signedAlready = (): Problem =>
  new Problem(
    409,
    'signed_off_already',
    'The head teacher has signed these answers',
    'There is nothing more to ask for. Submit the referral.',
  );

export const signOffNotAsked = (): Problem =>
  new Problem(
    409,
    'sign_off_not_asked',
    'There is no open request to revoke',
    'It was answered, revoked or replaced meanwhile. Load the page again.',
  );

export const ownAddressForSignOff = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/headEmail',
      code: 'own_address',
      detail: 'This is your own address. If you are the head teacher, sign off the referral yourself below',
    },
  ]);

export const statementNotMade = (): Problem =>
  fieldsInvalid([
    { pointer: '/hasConfirmed', code: 'statement_not_made', detail: 'Confirm the statement to sign off the referral' },
  ]);

/** One answer for a token that never was, was used, was replaced, is too old, or whose referral has gone on. */
export const signOffLinkDead = (): Problem =>
  new Problem(
    410,
    'sign_off_link_dead',
    'This link cannot be used',
    `It works until it is answered, for ${SIGN_OFF_LINK_DAYS} days at the most. Ask the school to send a new one.`,
  );

export const signOffCodeWrong = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/code',
      code: 'sign_off_code_wrong',
      detail: 'This code is not right or no longer valid. Check the newest email, or ask for a new code',
    },
  ]);

/** The key of the page is too old: the code is asked for again, and the link goes on living. */
export const signOffKeyDead = (): Problem =>
  new Problem(
    409,
    'sign_off_code_needed',
    'Enter a new code',
    'For safety the copy closes after an hour. Ask for a new code to open it again.',
  );

export const signOffOutdated = (): Problem =>
  new Problem(
    409,
    'sign_off_outdated',
    'The school has changed the referral',
    'What you have read is no longer what would be sent. The school will send you a new link.',
  );
