import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { AddedFactor } from '@panel/api-client';
import { ErrorSummary } from '@panel/ui/forms/error-summary';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { PageFocus } from '../shell/page-focus.js';
import { PageTitle } from '../shell/page-title.js';
import { AddApp } from './add-app.js';
import { AddPasskey } from './add-passkey.js';
import { CurrentSession } from './current-session.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondFactorForm } from './second-factor-form.js';
import type { SignInStep } from './session-contract.js';
import { WhereToGo } from './where-to-go.js';

/**
 * What comes after the first step of a sign-in, wherever it was taken: at the password, an invitation, an identity provider.
 * Shows the second factor, or sets one up; then the recovery codes that came with it.
 */
@Component({
  imports: [AddApp, AddPasskey, ErrorSummary, Loading, RecoveryCodes, SecondFactorForm],
  providers: [FormProblems],
  template: `
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="problems.errors()" />
        @if (codes(); as all) {
          <h1 class="govuk-heading-l">Keep your recovery codes</h1>
          <app-recovery-codes [codes]="all" (kept)="codesKept()" />
        } @else if (step()?.stage === 'second_factor') {
          <h1 class="govuk-heading-l">Confirm that it is you</h1>
          <app-second-factor-form [factors]="step()?.factors ?? []" (passed)="take($event)" />
        } @else if (step()?.stage === 'enrolment') {
          @if (step()?.needsPasskey || way() === 'passkey') {
            <h1 class="govuk-heading-l">Add a passkey</h1>
            @if (step()?.needsPasskey) {
              <p class="govuk-body">Your role opens much to whoever holds it, so it needs a passkey.</p>
            }
            <app-add-passkey (added)="added($event)" />
            @if (!step()?.needsPasskey) {
              <p class="govuk-body">
                <button type="button" class="app-link-button" (click)="choose('app')">
                  Use an authenticator app instead
                </button>
              </p>
            }
          } @else {
            <h1 class="govuk-heading-l">Set up an authenticator app</h1>
            <p class="govuk-body">
              From now on you also show a code from an app when you sign in, so that nobody gets in who has only guessed
              or found a password.
            </p>
            <app-add-app (added)="added($event)" />
            <p class="govuk-body">
              <button type="button" class="app-link-button" (click)="choose('passkey')">Use a passkey instead</button>
            </p>
          }
        } @else {
          <app-loading />
        }
        @if (step() && !codes()) {
          <p class="govuk-body">
            <button type="button" class="app-link-button" (click)="startOver()">Start again as somebody else</button>
          </p>
        }
      </div>
    </div>
  `,
})
export class ContinueSignInPage {
  /** From the address: the page that was wanted. */
  readonly returnTo = input<string>();

  private readonly session = inject(CurrentSession);
  private readonly router = inject(Router);
  private readonly whereToGo = inject(WhereToGo);
  private readonly title = inject(PageTitle);
  private readonly focus = inject(PageFocus);
  protected readonly problems = inject(FormProblems);
  protected readonly step = signal<SignInStep | null>(null);
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly way = signal<'app' | 'passkey'>('app');
  private readonly name = computed(() => {
    if (this.codes()) return 'Keep your recovery codes';
    if (this.step()?.stage === 'second_factor') return 'Confirm that it is you';
    const isPasskey = this.step()?.needsPasskey || this.way() === 'passkey';
    return isPasskey ? 'Add a passkey' : 'Set up an authenticator app';
  });

  constructor() {
    effect(() => this.title.name(this.name()));
    void this.begin();
  }

  protected take(step: SignInStep): void {
    this.problems.clear();
    if (step.session && !this.codes()) void this.goOn(step);
    else this.show(step);
  }

  protected added({ step, recoveryCodes }: AddedFactor): void {
    // A role that needs a passkey comes here twice; codes were shown the first time.
    if (recoveryCodes) this.codes.set(recoveryCodes);
    this.take(step);
  }

  protected codesKept(): void {
    const step = this.step();
    this.focus.focusHeading();
    this.codes.set(null);
    if (step?.session) void this.goOn(step);
  }

  protected choose(way: 'app' | 'passkey'): void {
    this.problems.clear();
    this.focus.focusHeading();
    this.way.set(way);
  }

  protected async startOver(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/sign-in');
  }

  private async begin(): Promise<void> {
    const step = await this.session.readStep();
    if (step) this.take(step);
    else await this.router.navigateByUrl('/sign-in');
  }

  private show(step: SignInStep): void {
    this.focus.focusHeading();
    this.step.set(step);
  }

  private goOn(step: SignInStep): Promise<boolean> {
    return this.whereToGo.after(step, this.returnTo());
  }
}
