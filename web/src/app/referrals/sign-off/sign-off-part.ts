import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Referral } from '@panel/api-client';
import { Button, InsetText, Tag } from '@panel/ui';
import { signOffTag, signOffText } from './sign-off-words.js';

/** Where the head teacher's sign-off stands, on the page that checks the answers. */
@Component({
  selector: 'app-sign-off-part',
  imports: [Button, InsetText, RouterLink, Tag],
  template: `
    <h2 class="govuk-heading-m" id="sign-off">Head teacher’s sign-off</h2>
    <p class="govuk-body"><ui-tag [text]="tag().text" [colour]="tag().colour" /></p>
    <p class="govuk-body">{{ text() }}</p>
    @if (referral().signOff.comment; as comment) {
      <ui-inset-text>{{ comment }}</ui-inset-text>
    }
    @if (isSigned()) {
      <p class="govuk-body">
        <a class="govuk-link" [routerLink]="link()">See the sign-off</a>
      </p>
    } @else if (isComplete()) {
      <a ui-button [routerLink]="link()" [kind]="isWaiting() ? 'secondary' : 'primary'">{{ linkText() }}</a>
    } @else {
      <p class="govuk-body">You can ask for it when the answers above are complete.</p>
    }
  `,
})
export class SignOffPart {
  readonly referral = input.required<Referral>();

  private readonly state = computed(() => this.referral().signOff.state);
  protected readonly tag = computed(() => signOffTag(this.state()));
  protected readonly text = computed(() => signOffText(this.referral().signOff));
  protected readonly isSigned = computed(() => this.state() === 'signed');
  protected readonly isWaiting = computed(() => this.state() === 'asked');
  protected readonly isComplete = computed(() => this.referral().gaps.every(({ section }) => section === 'signOff'));
  protected readonly link = computed(() => `/referrals/${this.referral().id}/sign-off`);
  protected readonly linkText = computed(() =>
    this.isWaiting() ? 'See or change the request' : 'Get the head teacher’s sign-off',
  );
}
