import { Component, computed, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DecidedSignOff, OpenedSignOff, SignOffCopy } from '@panel/api-client';
import { SignOffLinksService } from '@panel/api-client/sign-off-links/sign-off-links.service';
import { Panel } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { linkToken } from '../account/link-token.js';
import { Loading } from '../shell/loading.js';
import { PageFocus } from '../shell/page-focus.js';
import { PageTitle } from '../shell/page-title.js';
import { type Problem, toProblem } from '../shell/problem.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { SignOffCodeStep } from './sign-off-code-step.js';
import { SignOffCopyStep } from './sign-off-copy-step.js';

/**
 * Where the link to a head teacher leads, who needs no account: what it is about, a code by a second mail, the referral as it
 * was when it was asked for, and the answer. The key that the code gives is kept by this page alone, in memory.
 */
@Component({
  imports: [Loading, Panel, ProblemMessage, RouterLink, SignOffCodeStep, SignOffCopyStep],
  template: `
    @if (decided(); as answer) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-panel [heading]="answer.status === 'signed' ? 'Referral signed off' : 'Referral sent back'">
            Reference<br /><strong>{{ answer.reference }}</strong>
          </ui-panel>
          <h2 class="govuk-heading-m">What happens next</h2>
          @if (answer.status === 'signed') {
            <p class="govuk-body">
              {{ opened()?.askedByName }} gets an email and can now submit the referral. You get one too, so that you
              would notice if somebody signed in your name.
            </p>
            <p class="govuk-body">
              If an answer changes before that, your sign-off no longer holds and you are asked again.
            </p>
          } @else {
            <p class="govuk-body">
              {{ opened()?.askedByName }} gets an email, reads your comment and asks you again when the referral is
              changed.
            </p>
          }
          <p class="govuk-body">You can close this page. The link no longer works.</p>
        </div>
      </div>
    } @else if (copy(); as shown) {
      <app-sign-off-copy-step
        [copy]="shown"
        [token]="token"
        [key]="key()"
        (decided)="show($event)"
        (closed)="closeCopy()"
      />
    } @else if (opened(); as about) {
      <app-sign-off-code-step [about]="about" [token]="token" [isClosed]="wasClosed()" (confirmed)="read($event)" />
    } @else if (failure(); as failure) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          @if (failure.code === 'sign_off_link_dead') {
            <h1 class="govuk-heading-l">{{ failure.title }}</h1>
            <p class="govuk-body">{{ failure.detail }}</p>
            <p class="govuk-body"><a class="govuk-link" routerLink="/sign-in">Go to the sign-in page</a></p>
          } @else {
            <app-problem [error]="failure" (tryAgain)="open()" />
          }
        </div>
      </div>
    } @else {
      <app-loading />
    }
  `,
})
export class SignOffLinkPage {
  private readonly service = inject(SignOffLinksService);
  private readonly focus = inject(PageFocus);
  private readonly title = inject(PageTitle);

  protected readonly token = linkToken();
  protected readonly key = signal('');
  protected readonly opened = signal<OpenedSignOff | null>(null);
  protected readonly copy = signal<SignOffCopy | null>(null);
  protected readonly decided = signal<DecidedSignOff | null>(null);
  protected readonly failure = signal<Problem | null>(null);
  protected readonly wasClosed = signal(false);
  private readonly name = computed(() => {
    const answer = this.decided();
    if (answer) return answer.status === 'signed' ? 'Referral signed off' : 'Referral sent back';
    return this.copy() ? 'Read and sign off the referral' : 'Sign off a referral';
  });

  constructor() {
    effect(() => this.title.name(this.name()));
    void this.open();
  }

  protected async open(): Promise<void> {
    this.failure.set(null);
    try {
      this.opened.set(await firstValueFrom(this.service.openSignOff({ token: this.token })));
    } catch (error) {
      this.failure.set(toProblem(error));
    }
  }

  protected async read(key: string): Promise<void> {
    this.key.set(key);
    try {
      const copy = await firstValueFrom(this.service.readSignOffCopy({ token: this.token, key }));
      this.focus.focusHeading();
      this.copy.set(copy);
    } catch (error) {
      this.fail(error);
    }
  }

  protected show(answer: DecidedSignOff): void {
    this.focus.focusHeading();
    this.decided.set(answer);
    this.copy.set(null);
    this.key.set('');
  }

  /** The hour is over, or the link died meanwhile. */
  protected closeCopy(): void {
    this.focus.focusHeading();
    this.copy.set(null);
    this.key.set('');
    this.wasClosed.set(true);
    this.opened.set(null);
    void this.open();
  }

  private fail(error: unknown): void {
    this.opened.set(null);
    this.failure.set(toProblem(error));
  }
}
