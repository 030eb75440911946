import { Component, computed, effect, inject, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { readServiceIdentityResource } from '@panel/api-client/contact-details/contact-details.resource';
import { ContactDetailsService } from '@panel/api-client/contact-details/contact-details.service';
import { contrastWithWhite, isHexColour, LEAST_TEXT_CONTRAST } from '@panel/reference';
import { BackLink, Button, ErrorSummary, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake } from '../home/page/form-mistakes.js';
import { Submission } from '../home/page/submission.js';
import { mustHaveText, mustNotBeLonger } from '../referrals/required-text.js';
import { CurrentSession } from '../session/current-session.js';
import { ServiceDetails } from '../session/service-details.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { contrastText } from './service-identity-words.js';

/** What the council and the service are called, and their colour. */
@Component({
  providers: [FormProblems],
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FormField, Loading, ProblemMessage, TextInput],
  template: `
    <ui-back-link *appBeforeMain link="/contact-details" text="Back to contact details" />
    @if (identity.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Change the names and the colour</h1>
          <form novalidate (submit)="save($event)">
            <ui-input
              id="councilName"
              label="Name of the council"
              labelSize="s"
              hint="It stands at the top of every page, in letters and in emails"
              [formField]="form.councilName"
              [error]="submission.errorOf('councilName')"
            />
            <ui-input
              id="serviceName"
              label="Name of the service"
              labelSize="s"
              [formField]="form.serviceName"
              [error]="submission.errorOf('serviceName')"
            />
            <ui-input
              id="brandColour"
              label="Colour of the council (optional)"
              labelSize="s"
              hint="As # and six digits or letters, like #12436d. White text must be readable on it"
              [spellcheck]="false"
              [width]="10"
              [formField]="form.brandColour"
              [error]="submission.errorOf('brandColour')"
            />
            @if (preview(); as colour) {
              <p class="app-brand-preview" [style.background-color]="colour">{{ form.councilName().value() }}</p>
              <p class="govuk-hint">{{ contrast(colour) }}</p>
            }
            <button ui-button preventDoubleClick>Save</button>
          </form>
        </div>
      </div>
    } @else if (identity.error(); as error) {
      <app-problem [error]="error" (tryAgain)="identity.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ChangeServiceIdentityPage {
  private readonly service = inject(ContactDetailsService);
  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);
  private readonly details = inject(ServiceDetails);
  protected readonly submission = new Submission();
  protected readonly identity = readServiceIdentityResource();
  protected readonly contrast = contrastText;
  private readonly answers = signal({ councilName: '', serviceName: '', brandColour: '' });
  protected readonly form = form(this.answers, (path) => {
    mustHaveText(path.councilName, 'Enter the name of the council');
    mustNotBeLonger(path.councilName, 100, 'Name of the council');
    mustHaveText(path.serviceName, 'Enter the name of the service');
    mustNotBeLonger(path.serviceName, 100, 'Name of the service');
    validate(path.brandColour, ({ value }) => {
      const colour = value().trim();
      if (colour === '') return undefined;
      if (!isHexColour(colour))
        return mistake('Enter the colour as # and six digits or letters from a to f, like #12436d');
      return contrastWithWhite(colour) < LEAST_TEXT_CONTRAST
        ? mistake(`${contrastText(colour)}. Choose a darker colour, with ${LEAST_TEXT_CONTRAST} to 1 or more`)
        : undefined;
    });
  });
  /** Of what is typed now, as soon as it is a colour on which the name can be read. */
  protected readonly preview = computed(() => {
    const colour = this.answers().brandColour.trim();
    return isHexColour(colour) && contrastWithWhite(colour) >= LEAST_TEXT_CONTRAST ? colour : '';
  });

  constructor() {
    effect(() => {
      if (!this.identity.hasValue()) return;
      const { councilName, serviceName, brandColour } = this.identity.value();
      this.answers.set({ councilName, serviceName, brandColour: brandColour ?? '' });
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.identity.hasValue()) return;
    const { version } = this.identity.value();
    const { councilName, serviceName, brandColour } = this.answers();
    const body = {
      councilName: councilName.trim(),
      serviceName: serviceName.trim(),
      brandColour: brandColour.trim() || null,
    };
    const isSaved = await this.submission.run(this.form, () =>
      firstValueFrom(this.service.changeServiceIdentity(body, this.submission.changing(version))),
    );
    if (!isSaved) return;
    // The frame of the page shows them at once.
    await Promise.all([this.session.refresh(), this.details.ask()]);
    await this.router.navigateByUrl('/contact-details', { info: 'Names and colour saved' });
  }
}
