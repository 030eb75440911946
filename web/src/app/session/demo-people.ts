import { httpResource } from '@angular/common/http';
import { Component, computed, inject, output } from '@angular/core';
import { Loading } from '../shell/loading.js';
import { CurrentSession } from './current-session.js';
import { roleNames } from './role-names.js';
import type { DemoPerson, SignInStep } from './session-contract.js';

/** The invented people of a demo, each signed in by one click. */
@Component({
  selector: 'app-demo-people',
  imports: [Loading],
  template: `
    <h2 class="govuk-heading-m">Try it as one of these people</h2>
    <p class="govuk-body">All of them are invented. One click signs you in.</p>
    @if (people.isLoading()) {
      <app-loading />
    }
    <ul class="app-people">
      @for (person of shown(); track person.key) {
        <li class="app-people__person">
          <button type="button" class="app-link-button app-people__name" (click)="signIn(person.key)">
            <span class="govuk-visually-hidden">Sign in as </span>{{ person.name }}
          </button>
          <p class="app-people__role">{{ person.role }}</p>
          <p class="app-people__waiting">{{ person.waiting }}</p>
        </li>
      }
    </ul>
  `,
})
export class DemoPeople {
  readonly passed = output<SignInStep>();

  private readonly session = inject(CurrentSession);
  protected readonly people = httpResource<{ items: readonly DemoPerson[] }>(() => '/api/demo/people');

  protected readonly shown = computed(() =>
    (this.people.hasValue() ? this.people.value().items : []).map((person) => ({
      key: person.key,
      name: person.name,
      waiting: person.waiting,
      role:
        roleNames[person.role] +
        (person.otherRole ? ` and ${roleNames[person.otherRole]}` : '') +
        (person.organisationName ? `, ${person.organisationName}` : ''),
    })),
  );

  protected async signIn(key: string): Promise<void> {
    this.passed.emit(await this.session.signInAsDemoPerson(key));
  }
}
