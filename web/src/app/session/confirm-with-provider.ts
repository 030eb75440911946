import { DOCUMENT } from '@angular/common';
import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { readSessionProviderResource } from '@panel/api-client/single-sign-on/single-sign-on.resource';
import { SingleSignOnService } from '@panel/api-client/single-sign-on/single-sign-on.service';
import { Button } from '@panel/ui/content/button';
import { firstValueFrom } from 'rxjs';
import { FormProblems } from '../shell/form-problems.js';

/** For who came in through an identity provider and has no factor here: the provider asks again, and one comes back to the page. */
@Component({
  selector: 'app-confirm-with-provider',
  imports: [Button],
  template: `
    @if (provider.hasValue() && provider.value().identityProviderId; as id) {
      <p class="govuk-body">You leave this page and come back to it. What you have typed and not saved is lost.</p>
      <button ui-button type="button" preventDoubleClick (click)="leave(id)">
        Confirm with {{ provider.value().displayName }}
      </button>
    } @else if (provider.hasValue()) {
      <p class="govuk-body">
        Your account has no passkey and no authenticator app here. Sign out and in again: for five minutes after that
        you can do this.
      </p>
    }
  `,
})
export class ConfirmWithProvider {
  private readonly service = inject(SingleSignOnService);
  private readonly problems = inject(FormProblems);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  protected readonly provider = readSessionProviderResource();

  protected async leave(identityProviderId: string): Promise<void> {
    this.problems.clear();
    try {
      const returnTo = this.router.url;
      const { address } = await firstValueFrom(this.service.startConfirmation(identityProviderId, { returnTo }));
      this.document.location.assign(address);
    } catch (error) {
      this.problems.show(error);
    }
  }
}
