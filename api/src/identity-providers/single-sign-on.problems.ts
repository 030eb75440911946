import { Problem } from '../common/problem.js';

/**
 * Why somebody did not come in, or could not link an account. The code goes to a page, which has the words for people
 * (web/src/app/session/sign-in-refused-page.ts); the title is for whoever calls the API by hand.
 */
export const refusalTitles = {
  start_unknown: 'This sign-in was not started here, or it was started too long ago',
  provider_disabled: 'This way to sign in is switched off',
  provider_unreachable: 'The identity provider does not answer',
  provider_said_no: 'The identity provider did not sign the person in',
  token_refused: 'What the identity provider sent could not be trusted',
  tenant_not_allowed: 'The account is of another organisation',
  subject_missing: 'The identity provider did not say who the person is',
  email_domain_not_allowed: 'The account is of another organisation',
  organisation_missing: 'No organisation was chosen at DfE Sign-in',
  roles_unreachable: 'The roles could not be read from DfE Sign-in',
  second_factor_missing: 'The identity provider did not ask for a second factor',
  not_linked: 'Nobody here is linked to this account',
  email_missing: 'The identity provider gave no e-mail address',
  email_taken: 'Somebody here has this e-mail address already',
  account_inactive: 'The account here is switched off',
  no_role: 'The person has no role here',
  outside_organisation: 'The person has roles outside of the organisation of this identity provider',
  own_second_factor_needed: 'The person needs a second factor here first',
  linked_to_another: 'The account is linked to somebody else here',
  not_signed_in_here: 'Whoever set out is not signed in here any more',
  not_confirmed_anew: 'The identity provider did not ask the person again',
  confirmed_as_another: 'The account belongs to somebody else here',
  invitation_not_usable: 'The invitation cannot be used any more',
} as const;

export type RefusalCode = keyof typeof refusalTitles;

export class SignOnRefusal extends Problem {
  constructor(readonly reason: RefusalCode) {
    super(409, `single_sign_on_${reason}`, refusalTitles[reason], refusalTitles[reason]);
  }
}

export const signOnRefused = (reason: RefusalCode): SignOnRefusal => new SignOnRefusal(reason);
