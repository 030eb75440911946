import { Component, input } from '@angular/core';

/** One fact about the case that every page of it shows. */
export interface IdentityFact {
  readonly term: string;
  readonly value: string;
}

/** Whose case this is, on every page of it. A status tag can stand inside. */
@Component({
  selector: 'ui-identity-bar',
  template: `
    <div class="app-identity-bar">
      <p class="app-identity-bar__name">{{ name() }} <ng-content /></p>
      <dl class="app-identity-bar__facts">
        @for (fact of facts(); track fact.term) {
          <div class="app-identity-bar__fact">
            <dt class="app-identity-bar__term">{{ fact.term }}</dt>
            <dd class="app-identity-bar__value">{{ fact.value }}</dd>
          </div>
        }
      </dl>
    </div>
  `,
})
export class IdentityBar {
  /** Initials, or the name where the page may show it. */
  readonly name = input.required<string>();
  readonly facts = input.required<readonly IdentityFact[]>();
}
