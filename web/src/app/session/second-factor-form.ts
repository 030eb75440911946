import { HttpClient } from '@angular/common/http';
import { booleanAttribute, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import type { PasskeyOptions } from '@panel/api-client';
import { Button } from '@panel/ui/content/button';
import { TextInput } from '@panel/ui/forms/text-input';
import { firstValueFrom } from 'rxjs';
import { FormProblems } from '../shell/form-problems.js';
import { CurrentSession } from './current-session.js';
import { answerOfPasskey } from './passkeys.js';
import type { SignInStep } from './session-contract.js';

type Factor = 'passkey' | 'app_code' | 'recovery_code';

const otherWays: Readonly<Record<Factor, string>> = {
  passkey: 'Use your passkey',
  app_code: 'Use a code from your authenticator app',
  recovery_code: 'Use a recovery code',
};

/**
 * The second factor: at sign-in, in the dialog that asks again, and as the confirmation of a grave step. What is wrong goes
 * into the `FormProblems` around it.
 */
@Component({
  selector: 'app-second-factor-form',
  imports: [Button, FormField, TextInput],
  template: `
    @switch (factor()) {
      @case ('passkey') {
        <p class="govuk-body">
          Use the passkey that you added: your device or security key asks you for your fingerprint, face or PIN.
        </p>
        <button ui-button type="button" preventDoubleClick (click)="usePasskey()">Use your passkey</button>
      }
      @case ('app_code') {
        <form novalidate (submit)="sendCode($event, 'app_code')">
          <ui-input
            [id]="idPrefix() + 'value'"
            label="Code from your authenticator app"
            hint="Six digits. The app shows a new code every 30 seconds."
            inputmode="numeric"
            autocomplete="one-time-code"
            [width]="10"
            [isCode]="true"
            [spellcheck]="false"
            [formField]="form.value"
            [error]="problems.messageFor(idPrefix() + 'value')"
          />
          <button ui-button>Continue</button>
        </form>
      }
      @case ('recovery_code') {
        <form novalidate (submit)="sendCode($event, 'recovery_code')">
          <ui-input
            [id]="idPrefix() + 'value'"
            label="Recovery code"
            hint="One of the codes that you printed or saved. Each of them works once."
            autocomplete="off"
            [width]="20"
            [spellcheck]="false"
            [formField]="form.value"
            [error]="problems.messageFor(idPrefix() + 'value')"
          />
          <button ui-button>Continue</button>
        </form>
      }
      @default {
        <p class="govuk-body">There is no way left to confirm that it is you. Ask your administrator to reset it.</p>
      }
    }
    @for (other of others(); track other.factor) {
      <p class="govuk-body">
        <button type="button" class="app-link-button" (click)="choose(other.factor)">{{ other.text }}</button>
      </p>
    }
  `,
})
export class SecondFactorForm {
  /** What may be shown, the best first. */
  readonly factors = input.required<readonly string[]>();
  /** A confirmation in an open session instead of a step of the sign-in. */
  readonly isConfirmation = input(false, { transform: booleanAttribute });
  readonly idPrefix = input('');
  readonly passed = output<SignInStep>();

  protected readonly problems = inject(FormProblems);
  private readonly session = inject(CurrentSession);
  private readonly http = inject(HttpClient);
  private isSending = false;

  protected readonly factor = linkedSignal(() => this.factors()[0] ?? '');
  protected readonly others = computed(() =>
    this.factors()
      .filter(isFactor)
      .filter((factor) => factor !== this.factor())
      .map((factor) => ({ factor, text: otherWays[factor] })),
  );
  private readonly answer = signal({ value: '' });
  protected readonly form = form(this.answer, (path) => {
    validate(path.value, ({ value }) => (value().trim() ? undefined : { kind: 'missing', message: 'Enter the code' }));
  });

  protected choose(factor: Factor): void {
    this.problems.clear();
    this.answer.set({ value: '' });
    this.factor.set(factor);
  }

  protected async sendCode(event: Event, factor: Factor): Promise<void> {
    event.preventDefault();
    if (!this.problems.check(this.form, { idPrefix: this.idPrefix() })) return;
    await this.attempt(async () => this.send(factor, this.answer().value));
    this.answer.set({ value: '' });
  }

  protected async usePasskey(): Promise<void> {
    this.problems.clear();
    await this.attempt(async () => {
      const { options } = await firstValueFrom(this.http.post<PasskeyOptions>('/api/session/passkey-options', {}));
      return this.send('passkey', await answerOfPasskey(options));
    });
  }

  private send(factor: Factor, value: string): Promise<SignInStep> {
    return this.isConfirmation()
      ? this.session.go('/api/session/confirmation', { method: factor, value })
      : this.session.go('/api/session/second-factor', { factor, value });
  }

  /** One at a time: a code counts once, so the second of a double click would be refused. */
  private async attempt(show: () => Promise<SignInStep>): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      this.passed.emit(await show());
    } catch (error) {
      this.problems.show(error, { idPrefix: this.idPrefix() });
    } finally {
      this.isSending = false;
    }
  }
}

function isFactor(name: string): name is Factor {
  return name in otherWays;
}
