import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const userNotFound = (): Problem =>
  new Problem(404, 'not_found', 'Not found', 'Nothing here under this address that you may see.');

export const invitationNotFound = (): Problem =>
  new Problem(404, 'not_found', 'Not found', 'Nothing here under this address that you may see.');

export const roleGrantNotFound = (): Problem =>
  new Problem(404, 'not_found', 'Not found', 'Nothing here under this address that you may see.');

export const organisationUnknown = (pointer: string): Problem =>
  fieldsInvalid([{ pointer, code: 'organisation_unknown', detail: 'Choose one from the list' }]);

export const rolesMissing = (): Problem =>
  fieldsInvalid([{ pointer: '/roles', code: 'roles_missing', detail: 'Choose at least one role' }]);

export const roleAlreadyGranted = (): Problem =>
  new Problem(409, 'role_already_granted', 'The person has this role already', 'Nothing was changed.');

export const roleFromSignOn = (): Problem =>
  new Problem(
    409,
    'role_from_sign_on',
    'This role comes with single sign-on',
    'It would come back at the next sign-in. Change it where the person signs in, or deactivate the person here.',
  );

export const ownAdministration = (): Problem =>
  new Problem(
    409,
    'own_administration',
    'You cannot take away your own last administrator role',
    'Ask another administrator to do it.',
  );

export const ownAccount = (): Problem =>
  new Problem(409, 'own_account', 'You cannot deactivate yourself', 'Ask another administrator to do it.');

export const ownSecondFactor = (): Problem =>
  new Problem(
    409,
    'own_second_factor',
    'You cannot reset your own second step',
    'Change it under your account, or ask another administrator.',
  );

export const userDeactivated = (): Problem =>
  new Problem(409, 'user_deactivated', 'This person is deactivated', 'Reactivate the person first.');

export const userNotActive = (): Problem =>
  new Problem(
    409,
    'user_not_active',
    'This person cannot be deactivated',
    'The person has no role here that could be taken.',
  );

export const userNotDeactivated = (): Problem =>
  new Problem(409, 'user_not_deactivated', 'This person is not deactivated', 'Nothing was changed.');

export const invitedIsMember = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/email',
      code: 'invited_is_member',
      detail: 'This person is in the list of people already: give them the role on their page',
    },
  ]);

export const invitedAlready = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/email',
      code: 'invited_already',
      detail: 'This person has been invited already: send that invitation again, or withdraw it first',
    },
  ]);

export const invitationClosed = (): Problem =>
  new Problem(
    409,
    'invitation_closed',
    'This invitation is no longer open',
    'It has been accepted or withdrawn. Load the page again to see what happened.',
  );

/** For whoever holds a link: the same for one that never was, one that was used and one that is too old. */
export const invitationLinkDead = (): Problem =>
  new Problem(
    410,
    'invitation_link_dead',
    'This invitation link cannot be used',
    'It works once and for seven days. Ask the person who invited you to send it again. If you have accepted it, sign in.',
  );

export const invitationNeedsSignIn = (): Problem =>
  new Problem(
    409,
    'invitation_needs_sign_in',
    'You have an account already',
    'Sign in with the email address that was invited, then open the link again.',
  );

export const invitationOfAnother = (): Problem =>
  new Problem(
    409,
    'invitation_of_another',
    'This invitation is for another email address',
    'Sign out, then sign in with the email address that was invited.',
  );
