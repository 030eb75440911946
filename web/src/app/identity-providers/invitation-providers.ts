import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { listSignInOptionsResource } from '@panel/api-client/identity-providers/identity-providers.resource';
import { SingleSignOnService } from '@panel/api-client/single-sign-on/single-sign-on.service';
import { Button } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { FormProblems } from '../shell/form-problems.js';

/** Accepts an invitation with an account at a provider of the council instead of a password. */
@Component({
  selector: 'app-invitation-providers',
  imports: [Button],
  template: `
    @if (offered().length > 0) {
      <h2 class="govuk-heading-m">Or use an account you have</h2>
      @for (option of offered(); track option.id) {
        <p class="govuk-body">
          <button ui-button type="button" kind="secondary" preventDoubleClick (click)="accept(option.id)">
            Accept with {{ option.displayName }}
          </button>
        </p>
      }
    }
  `,
})
export class InvitationProviders {
  readonly token = input.required<string>();
  readonly councilName = input.required<string>();

  private readonly service = inject(SingleSignOnService);
  private readonly problems = inject(FormProblems);
  private readonly document = inject(DOCUMENT);
  private readonly options = listSignInOptionsResource();
  protected readonly offered = computed(() =>
    (this.options.hasValue() ? this.options.value().items : []).filter(
      ({ authorityName }) => authorityName === this.councilName(),
    ),
  );

  protected async accept(identityProviderId: string): Promise<void> {
    this.problems.clear();
    try {
      const body = { token: this.token() };
      const { address } = await firstValueFrom(this.service.startAcceptance(identityProviderId, body));
      this.document.location.assign(address);
    } catch (error) {
      this.problems.show(error);
    }
  }
}
