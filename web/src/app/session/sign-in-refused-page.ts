import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentSession } from './current-session.js';

interface Words {
  readonly heading: string;
  /** What happened, and what to do. */
  readonly lines: readonly string[];
}

const tryAgain = 'Go back to the sign-in page and try again.';
const askAdministrator = 'Ask the administrator of the council’s Inclusion Panel to help you.';

/** By the reasons of `refusalTitles` in the API. */
const words: Readonly<Record<string, Words>> = {
  start_unknown: {
    heading: 'Start the sign-in again',
    lines: [
      'The way to your organisation’s sign-in page took more than 10 minutes, was used already, or was opened in another browser.',
      tryAgain,
    ],
  },
  provider_disabled: {
    heading: 'This way to sign in is switched off',
    lines: ['Sign in in another way, or ask the administrator of the council’s Inclusion Panel.'],
  },
  provider_unreachable: {
    heading: 'Your organisation’s sign-in page does not answer',
    lines: ['Wait a few minutes, then try again.', 'If it goes on, tell your organisation’s IT support.'],
  },
  provider_said_no: {
    heading: 'You were not signed in',
    lines: ['Your organisation’s sign-in page did not sign you in, or you stopped it.', tryAgain],
  },
  token_refused: {
    heading: 'The sign-in could not be trusted',
    lines: [
      'What your organisation’s sign-in page sent did not pass our checks, so nobody was signed in.',
      tryAgain,
      'If it happens again, tell the administrator.',
    ],
  },
  tenant_not_allowed: {
    heading: 'This account belongs to another organisation',
    lines: ['Sign out of it at your organisation’s sign-in page, then sign in with your account of the right one.'],
  },
  subject_missing: {
    heading: 'Your organisation did not say who you are',
    lines: [askAdministrator],
  },
  email_domain_not_allowed: {
    heading: 'This account belongs to another organisation',
    lines: ['Sign in with your work account.', 'If this is your work account, ask the administrator to allow it.'],
  },
  organisation_missing: {
    heading: 'Choose your school at DfE Sign-in',
    lines: ['DfE Sign-in did not say which school you came for.', 'Sign in again and choose your school when it asks.'],
  },
  roles_unreachable: {
    heading: 'DfE Sign-in did not say what you may do',
    lines: ['Without that we cannot let you in.', 'Wait a few minutes, then try again.'],
  },
  second_factor_missing: {
    heading: 'Your organisation did not ask for a second factor',
    lines: [
      'Signing in here takes more than a password.',
      'Set up a second factor at your organisation, such as an app on your phone, then try again.',
    ],
  },
  not_linked: {
    heading: 'This account is not linked to anybody here',
    lines: [
      'If you have an account here, sign in with it first. Then link this one under “Linked sign-in” in your account.',
      'If you have none, ask the administrator to invite you.',
    ],
  },
  email_missing: {
    heading: 'Your organisation did not give us your email address',
    lines: [askAdministrator],
  },
  email_taken: {
    heading: 'You have an account here already',
    lines: [
      'Somebody with your email address has an account here. Because an address can move from one person to another, we do not take you for them.',
      'Sign in with that account first. Then link this one under “Linked sign-in” in your account.',
    ],
  },
  account_inactive: {
    heading: 'Your account here is switched off',
    lines: [askAdministrator],
  },
  no_role: {
    heading: 'You have no role here',
    lines: [
      'Your organisation knows you, but has not given you a role in the Inclusion Panel.',
      'Ask whoever manages access at your organisation, or the administrator.',
    ],
  },
  outside_organisation: {
    heading: 'Sign in the council’s way',
    lines: ['You have roles outside of this organisation, and its sign-in page cannot let you in to those.'],
  },
  own_second_factor_needed: {
    heading: 'Set up a second factor here first',
    lines: [
      'You work for more than one council. So that the sign-in page of one does not open the other, you need a second factor of your own here.',
      'Sign in with your password and set one up. Then you can come this way.',
    ],
  },
  linked_to_another: {
    heading: 'This account is linked to somebody else',
    lines: ['It was not linked to you.', 'If it is yours, tell the administrator at once.'],
  },
  not_signed_in_here: {
    heading: 'You are not signed in any more',
    lines: ['Nothing was changed.', 'Sign in, then try again.'],
  },
  not_confirmed_anew: {
    heading: 'It was not confirmed that it is you',
    lines: ['Your organisation’s sign-in page did not ask you again.', 'Confirm in another way.'],
  },
  confirmed_as_another: {
    heading: 'This account is not yours here',
    lines: ['Nothing was confirmed.', 'Try again with the account that you signed in with.'],
  },
  invitation_not_usable: {
    heading: 'The invitation cannot be used any more',
    lines: ['Ask whoever invited you to send a new one.'],
  },
};

const other: Words = { heading: 'You were not signed in', lines: [tryAgain, askAdministrator] };

/** Why somebody who came back from an identity provider is not signed in, and what to do. */
@Component({
  imports: [RouterLink],
  template: `
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">{{ shown().heading }}</h1>
        @for (line of shown().lines; track line) {
          <p class="govuk-body">{{ line }}</p>
        }
        @if (session.session()) {
          <p class="govuk-body"><a class="govuk-link" routerLink="/account/linked-sign-ins">Linked sign-in</a></p>
        } @else {
          <p class="govuk-body"><a class="govuk-link" routerLink="/sign-in">Go to the sign-in page</a></p>
        }
      </div>
    </div>
  `,
})
export class SignInRefusedPage {
  /** From the address. */
  readonly reason = input<string>();

  protected readonly session = inject(CurrentSession);
  protected readonly shown = computed(() => words[this.reason() ?? ''] ?? other);

  constructor() {
    // Whether somebody is signed in decides only where the link leads; when it cannot be asked, to the sign-in page.
    this.session.start().catch(() => undefined);
  }
}
