import { Component, effect, inject, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { readContactDetailsResource } from '@panel/api-client/contact-details/contact-details.resource';
import { ContactDetailsService } from '@panel/api-client/contact-details/contact-details.service';
import { BackLink, Button, ErrorSummary, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../home/page/submission.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { contactAnswers, contactBody, contactSchema, noAnswers } from './contact-details-form.js';

@Component({
  providers: [FormProblems],
  imports: [BackLink, BeforeMain, Button, ErrorSummary, FormField, Loading, ProblemMessage, TextInput],
  template: `
    <ui-back-link *appBeforeMain link="/contact-details" text="Back to contact details" />
    @if (details.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">Change the contact details</h1>
          <form novalidate (submit)="save($event)">
            <h2 class="govuk-heading-m">The service</h2>
            <ui-input
              id="serviceName"
              label="Name of the team or person"
              [formField]="form.serviceName"
              [error]="submission.errorOf('serviceName')"
            />
            <ui-input
              id="serviceEmail"
              label="Email address of the service"
              hint="One that several people read"
              type="email"
              [formField]="form.serviceEmail"
              [error]="submission.errorOf('serviceEmail')"
            />
            <ui-input
              id="servicePhone"
              label="Phone number of the service (optional)"
              type="tel"
              [width]="20"
              [formField]="form.servicePhone"
              [error]="submission.errorOf('servicePhone')"
            />
            <ui-input
              id="replyWorkingDays"
              label="Working days within which you answer"
              hint="Promised in the accessibility statement"
              inputmode="numeric"
              [width]="2"
              [formField]="form.replyWorkingDays"
              [error]="submission.errorOf('replyWorkingDays')"
            />
            <h2 class="govuk-heading-m">Data protection officer</h2>
            <ui-input
              id="officerName"
              label="Name of the data protection officer"
              [formField]="form.officerName"
              [error]="submission.errorOf('officerName')"
            />
            <ui-input
              id="officerEmail"
              label="Email address of the data protection officer"
              type="email"
              [formField]="form.officerEmail"
              [error]="submission.errorOf('officerEmail')"
            />
            <ui-input
              id="officerPhone"
              label="Phone number of the data protection officer (optional)"
              type="tel"
              [width]="20"
              [formField]="form.officerPhone"
              [error]="submission.errorOf('officerPhone')"
            />
            <button ui-button preventDoubleClick>Save</button>
          </form>
        </div>
      </div>
    } @else if (details.error(); as error) {
      <app-problem [error]="error" (tryAgain)="details.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ChangeContactDetailsPage {
  private readonly service = inject(ContactDetailsService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly details = readContactDetailsResource();
  private readonly answers = signal(noAnswers);
  protected readonly form = form(this.answers, contactSchema);

  constructor() {
    effect(() => {
      if (this.details.hasValue()) this.answers.set(contactAnswers(this.details.value()));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.details.hasValue()) return;
    const { version } = this.details.value();
    const isSaved = await this.submission.run(this.form, () =>
      firstValueFrom(this.service.changeContactDetails(contactBody(this.answers()), this.submission.changing(version))),
    );
    if (isSaved) await this.router.navigateByUrl('/contact-details', { info: 'Contact details saved' });
  }
}
