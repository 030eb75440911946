import { Component, computed, inject, output, resource, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import type { AddedFactor } from '@panel/api-client';
import { AccountService } from '@panel/api-client/account/account.service';
import { Button } from '@panel/ui/content/button';
import { TextInput } from '@panel/ui/forms/text-input';
import { firstValueFrom } from 'rxjs';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { CurrentSession } from './current-session.js';

/** Sets up an authenticator app: scan or type the key, then type a code that the app shows. */
@Component({
  selector: 'app-add-app',
  imports: [Button, FormField, Loading, TextInput],
  template: `
    @if (key.hasValue()) {
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        <li>Open an authenticator app on your phone, such as Microsoft Authenticator, Google Authenticator or 2FAS.</li>
        <li>
          Scan this QR code with the app.
          <img class="app-qr-code" alt="QR code with the key for your authenticator app" [src]="qrCode()" />
        </li>
        <li>
          If you cannot scan it, type this key into the app:
          <span class="app-code-text">{{ keyInGroups() }}</span>
        </li>
        <li>Enter the code that the app shows.</li>
      </ol>
      <form novalidate (submit)="confirm($event)">
        <ui-input
          id="code"
          label="Code from the app"
          hint="Six digits"
          inputmode="numeric"
          autocomplete="one-time-code"
          [width]="10"
          [isCode]="true"
          [spellcheck]="false"
          [formField]="form.code"
          [error]="problems.messageFor('code')"
        />
        <button ui-button>Confirm the app</button>
      </form>
    } @else if (key.error()) {
      <p class="govuk-body">The key could not be made.</p>
      <button ui-button type="button" (click)="key.reload()">Try again</button>
    } @else {
      <app-loading />
    }
  `,
})
export class AddApp {
  readonly added = output<AddedFactor>();

  protected readonly problems = inject(FormProblems);
  private readonly service = inject(AccountService);
  private readonly session = inject(CurrentSession);
  private isSending = false;
  protected readonly key = resource({ loader: () => firstValueFrom(this.service.beginApp()) });
  protected readonly qrCode = computed(() =>
    this.key.hasValue() ? `data:image/svg+xml,${encodeURIComponent(this.key.value().qrCode)}` : '',
  );
  protected readonly keyInGroups = computed(() =>
    this.key.hasValue() ? this.key.value().key.replaceAll(/(.{4})(?=.)/g, '$1 ') : '',
  );
  private readonly answer = signal({ code: '' });
  protected readonly form = form(this.answer, (path) => {
    validate(path.code, ({ value }) =>
      value().trim() ? undefined : { kind: 'missing', message: 'Enter the code that the app shows' },
    );
  });

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending || !this.problems.check(this.form)) return;
    this.isSending = true;
    try {
      const added = await firstValueFrom(this.service.confirmApp({ code: this.answer().code }));
      this.session.take(added.step);
      this.added.emit(added);
    } catch (error) {
      this.answer.set({ code: '' });
      this.problems.show(error);
    } finally {
      this.isSending = false;
    }
  }
}
