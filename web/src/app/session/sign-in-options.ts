import { Component, computed, input } from '@angular/core';
import { listSignInOptionsResource } from '@panel/api-client/identity-providers/identity-providers.resource';
import { Loading } from '../shell/loading.js';

/**
 * Ways to sign in with an account at the council or the school. They are links: the browser leaves for the provider. Nothing
 * is shown while there are none, or while it is not known whether there are any: the form beside it works without.
 */
@Component({
  selector: 'app-sign-in-options',
  imports: [Loading],
  template: `
    @if (isLoading()) {
      <app-loading />
    }
    @for (authority of authorities(); track authority.name) {
      <h2 class="govuk-heading-m">{{ heading(authority.name) }}</h2>
      @for (option of authority.options; track option.id) {
        <p class="govuk-body">
          <a class="govuk-button govuk-button--secondary" role="button" draggable="false" [href]="option.address">
            Sign in with {{ option.displayName }}
          </a>
        </p>
      }
    }
  `,
})
export class SignInOptions {
  /** The page that was wanted. */
  readonly returnTo = input<string>();

  private readonly options = listSignInOptionsResource();
  /** What stands below waits for it, so that it does not jump. */
  readonly isLoading = this.options.isLoading;
  protected readonly authorities = computed(() => {
    const items = this.options.hasValue() ? this.options.value().items : [];
    const query = new URLSearchParams({ returnTo: this.returnTo() ?? '/' }).toString();
    return [...new Set(items.map(({ authorityName }) => authorityName))].map((name) => ({
      name,
      options: items
        .filter(({ authorityName }) => authorityName === name)
        .map(({ id, displayName }) => ({
          id,
          displayName,
          address: `/api/identity-providers/${id}/start?${query}`,
        })),
    }));
  });

  protected heading(authorityName: string): string {
    return this.authorities().length > 1 ? authorityName : 'Sign in with an account you have';
  }
}
