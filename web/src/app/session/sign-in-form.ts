import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Button } from '@panel/ui/content/button';
import { TextInput } from '@panel/ui/forms/text-input';
import { FormProblems } from '../shell/form-problems.js';
import { CurrentSession } from './current-session.js';
import type { SignIn, SignInStep } from './session-contract.js';

/**
 * E-mail address and password; on the sign-in page and in the dialog that asks again. What is wrong goes into the
 * `FormProblems` around it, because the error summary stands before the heading.
 */
@Component({
  selector: 'app-sign-in-form',
  imports: [Button, FormField, TextInput],
  template: `
    <form novalidate (submit)="signIn($event)">
      <ui-input
        [id]="idPrefix() + 'email'"
        label="Email address"
        type="email"
        autocomplete="username"
        [spellcheck]="false"
        [formField]="form.email"
        [error]="problems.messageFor(idPrefix() + 'email')"
      />
      <ui-input
        [id]="idPrefix() + 'password'"
        label="Password"
        type="password"
        autocomplete="current-password"
        [formField]="form.password"
        [error]="problems.messageFor(idPrefix() + 'password')"
      />
      <button ui-button preventDoubleClick>Sign in</button>
    </form>
  `,
})
export class SignInForm {
  /** Keeps the ids apart where the form stands over another page. */
  readonly idPrefix = input('');
  /** The password was right; a step may follow. */
  readonly passed = output<SignInStep>();

  protected readonly problems = inject(FormProblems);
  private readonly session = inject(CurrentSession);
  private readonly credentials = signal<SignIn>({ email: '', password: '' });
  protected readonly form = form(this.credentials, (path) => {
    validate(path.email, ({ value }) =>
      value().trim() ? undefined : { kind: 'missing', message: 'Enter your email address' },
    );
    validate(path.password, ({ value }) => (value() ? undefined : { kind: 'missing', message: 'Enter your password' }));
  });

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.problems.check(this.form, { idPrefix: this.idPrefix() })) return;
    try {
      this.passed.emit(await this.session.signIn(this.credentials()));
    } catch (error) {
      this.credentials.update(({ email }) => ({ email, password: '' }));
      this.problems.show(error, { idPrefix: this.idPrefix() });
    }
  }
}
