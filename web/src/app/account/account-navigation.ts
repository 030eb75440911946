import { Component } from '@angular/core';
import { SubNavigation } from '@panel/ui';

/** The sections of a person's own account. */
const sections = [
  { text: 'Sign-in methods', link: '/account/sign-in-methods' },
  { text: 'Linked sign-in', link: '/account/linked-sign-ins' },
  { text: 'Where you are signed in', link: '/account/sessions' },
  { text: 'Your role', link: '/account/role' },
  { text: 'Messages', link: '/account/messages' },
] as const;

@Component({
  selector: 'app-account-navigation',
  imports: [SubNavigation],
  template: '<ui-sub-navigation label="Sections of your account" [items]="sections" />',
})
export class AccountNavigation {
  protected readonly sections = sections;
}
