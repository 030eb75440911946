import { Component, inject, output, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import type { AddedFactor } from '@panel/api-client';
import { AccountService } from '@panel/api-client/account/account.service';
import { Button } from '@panel/ui/content/button';
import { InsetText } from '@panel/ui/content/inset-text';
import { TextInput } from '@panel/ui/forms/text-input';
import { firstValueFrom } from 'rxjs';
import { FormProblems } from '../shell/form-problems.js';
import { CurrentSession } from './current-session.js';
import { knowsPasskeys, newPasskey } from './passkeys.js';

/** Adds a passkey: a name, then the device asks its owner. */
@Component({
  selector: 'app-add-passkey',
  imports: [Button, FormField, InsetText, TextInput],
  template: `
    @if (isKnown) {
      <p class="govuk-body">
        A passkey is kept on your computer, phone or security key. It works on this service only, so a false page cannot
        get it out of you.
      </p>
      <form novalidate (submit)="add($event)">
        <ui-input
          id="name"
          label="Name of the passkey"
          hint="So that you know it again later, for example Work laptop or Blue security key"
          autocomplete="off"
          [width]="20"
          [formField]="form.name"
          [error]="problems.messageFor('name')"
        />
        <button ui-button>Add the passkey</button>
      </form>
    } @else {
      <ui-inset-text>
        This browser does not know passkeys. Use a current version of Edge, Chrome, Firefox or Safari.
      </ui-inset-text>
    }
  `,
})
export class AddPasskey {
  readonly added = output<AddedFactor>();

  protected readonly isKnown = knowsPasskeys();
  protected readonly problems = inject(FormProblems);
  private readonly service = inject(AccountService);
  private readonly session = inject(CurrentSession);
  private isSending = false;
  private readonly answer = signal({ name: '' });
  protected readonly form = form(this.answer, (path) => {
    validate(path.name, ({ value }) => {
      const name = value().trim();
      if (!name) return { kind: 'missing', message: 'Enter a name for the passkey' };
      return name.length > 60 ? { kind: 'long', message: 'Shorten the name to 60 characters or fewer' } : undefined;
    });
  });

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending || !this.problems.check(this.form)) return;
    this.isSending = true;
    try {
      const { options } = await firstValueFrom(this.service.beginPasskey());
      const credential = await newPasskey(options);
      const added = await firstValueFrom(this.service.addPasskey({ name: this.answer().name, credential }));
      this.session.take(added.step);
      this.added.emit(added);
    } catch (error) {
      this.problems.show(error);
    } finally {
      this.isSending = false;
    }
  }
}
