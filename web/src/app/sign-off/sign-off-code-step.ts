import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import type { OpenedSignOff } from '@panel/api-client';
import { SignOffLinksService } from '@panel/api-client/sign-off-links/sign-off-links.service';
import { Button, ErrorSummary, instantText, InsetText, SummaryList, type SummaryRow, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../home/page/submission.js';
import { mustHaveText } from '../referrals/required-text.js';
import { FormProblems } from '../shell/form-problems.js';
import { LiveRegion } from '../shell/live-region.js';
import { PageFocus } from '../shell/page-focus.js';

/** What the link is about, and the code that shows that the head teacher's own mailbox is at hand. */
@Component({
  selector: 'app-sign-off-code-step',
  providers: [FormProblems],
  imports: [Button, ErrorSummary, FormField, InsetText, SummaryList, TextInput],
  template: `
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="submission.errors()" />
        @if (isSent()) {
          <h1 class="govuk-heading-l">Enter the code from the email</h1>
          <p class="govuk-body">
            We have sent it to {{ about().maskedEmail }}. It can take a minute to arrive, and works for 15 minutes.
          </p>
          <form novalidate (submit)="confirm($event)">
            <ui-input
              id="code"
              label="Code of 6 digits"
              inputmode="numeric"
              autocomplete="one-time-code"
              [spellcheck]="false"
              [width]="10"
              [formField]="form.code"
              [error]="submission.errorOf('code')"
            />
            <button ui-button preventDoubleClick>Continue</button>
          </form>
          <p class="govuk-body">
            <button type="button" class="app-link-button" (click)="sendAgain()">Send me a new code</button>
          </p>
        } @else {
          <h1 class="govuk-heading-l">Sign off a referral</h1>
          @if (isClosed()) {
            <ui-inset-text
              >For safety the copy closes after an hour. Ask for a new code to open it again.</ui-inset-text
            >
          }
          <p class="govuk-body">
            {{ about().askedByName }} asks you, as head teacher of {{ about().schoolName }}, to read a referral and sign
            it off before it goes to the Education Inclusion Partnership of {{ about().councilName }}.
          </p>
          <ui-summary-list [rows]="rows()" />
          <p class="govuk-body">
            The referral is about a child. So that only you can open it, we send a code to your email address.
          </p>
          <form novalidate (submit)="send($event)">
            <button ui-button preventDoubleClick>Send me a code</button>
          </form>
        }
      </div>
    </div>
  `,
})
export class SignOffCodeStep {
  readonly about = input.required<OpenedSignOff>();
  readonly token = input.required<string>();
  readonly isClosed = input.required<boolean>();
  /** With the key that opens the copy. */
  readonly confirmed = output<string>();

  private readonly service = inject(SignOffLinksService);
  private readonly focus = inject(PageFocus);
  private readonly live = inject(LiveRegion);
  protected readonly submission = new Submission();
  protected readonly isSent = signal(false);
  private readonly answers = signal({ code: '' });
  protected readonly form = form(this.answers, (path) => mustHaveText(path.code, 'Enter the code from the email'));
  protected readonly rows = computed((): readonly SummaryRow[] => [
    { key: 'Reference', value: this.about().reference },
    { key: 'School', value: this.about().schoolName },
    { key: 'Code goes to', value: this.about().maskedEmail },
    { key: 'Link works until', value: instantText(this.about().expiresAt) },
  ]);

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!(await this.requestCode())) return;
    this.focus.focusHeading();
    this.isSent.set(true);
  }

  protected async sendAgain(): Promise<void> {
    if (await this.requestCode()) this.live.announce('We have sent you a new code');
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    await this.submission.run(this.form, async () => {
      const body = { token: this.token(), code: this.answers().code };
      const { key } = await firstValueFrom(this.service.confirmSignOffCode(body));
      this.confirmed.emit(key);
    });
  }

  private requestCode(): Promise<boolean> {
    return this.submission.run(null, () => firstValueFrom(this.service.sendSignOffCode({ token: this.token() })));
  }
}
