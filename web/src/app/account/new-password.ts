import { Component, input } from '@angular/core';
import { type FieldTree, FormField, type SchemaPath, validate } from '@angular/forms/signals';
import { PasswordInput } from '@panel/ui';
import { mistake } from '../home/page/form-mistakes.js';

/** The API says the same, and knows more: which passwords are common, and what the person is called. */
const shortestPassword = 15;

export function newPasswordRule(path: SchemaPath<string>): void {
  validate(path, ({ value }) => {
    if (value() === '') return mistake('Enter a password');
    return [...value().normalize('NFKC')].length < shortestPassword
      ? mistake(`Choose a password with at least ${shortestPassword} characters`)
      : undefined;
  });
}

/** Wherever a password is chosen: the rules in words, then the field. */
@Component({
  selector: 'app-new-password',
  imports: [FormField, PasswordInput],
  template: `
    <p class="govuk-body">Your password must:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>have at least 15 characters: three or four words that do not belong together are easy to remember</li>
      <li>not be one that many people use, repeat itself or follow the keyboard</li>
      <li>not contain your name, your email address or the name of this service</li>
    </ul>
    <p class="govuk-body">You can paste it, and let a password manager make it.</p>
    <ui-password-input
      id="password"
      [label]="label()"
      labelSize="s"
      autocomplete="new-password"
      [formField]="field()"
      [error]="error()"
    />
  `,
})
export class NewPassword {
  readonly label = input('Password');
  readonly field = input.required<FieldTree<string>>();
  readonly error = input<string>();
}
