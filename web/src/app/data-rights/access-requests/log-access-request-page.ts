import { Component, inject, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { FoundChild, IdentityCheck, LogAccessRequest, RequesterRelation } from '@panel/api-client';
import { AccessRequestsService } from '@panel/api-client/access-requests/access-requests.service';
import {
  BackLink,
  Button,
  DateInput,
  dayText,
  ErrorSummary,
  Radios,
  SummaryList,
  Textarea,
  TextInput,
} from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { dateMistake, mistake, typedDate } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { todayInUk } from '../../home/page/today.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { Problem } from '../../shell/problem.js';
import { identityChecks, requesterRelations } from './access-request-words.js';

/** First which child it is about, then who asks, since when and how they are known. */
@Component({
  providers: [FormProblems],
  imports: [BackLink, BeforeMain, Button, DateInput, ErrorSummary, FormField, Radios, SummaryList, Textarea, TextInput],
  template: `
    <ui-back-link *appBeforeMain link="/access-requests" text="Back to access requests" />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ui-error-summary [errors]="submission.errors()" />
        <h1 class="govuk-heading-l">Log an access request</h1>
        @if (child(); as child) {
          <ui-summary-list
            cardHeading="The child"
            [rows]="[
              { key: 'Name', value: child.name },
              { key: 'Date of birth', value: born(child) },
              { key: 'UPN', value: child.upn },
              { key: 'School', value: child.schoolName },
            ]"
          />
          <form novalidate (submit)="log($event)">
            <ui-date-input
              id="receivedOn"
              label="When was the request received?"
              labelSize="s"
              [formField]="form.receivedOn"
              [error]="submission.errorOf('receivedOn')"
            />
            <ui-input
              id="requesterName"
              label="Who asks?"
              labelSize="s"
              [spellcheck]="false"
              [formField]="form.requesterName"
              [error]="submission.errorOf('requesterName')"
            />
            <ui-radios
              id="requesterRelation"
              label="Who are they to the child?"
              labelSize="s"
              [options]="relations"
              [formField]="form.requesterRelation"
              [error]="submission.errorOf('requesterRelation')"
            />
            <ui-radios
              id="identityCheck"
              label="How is their identity known?"
              labelSize="s"
              [options]="checks"
              [formField]="form.identityCheck"
              [error]="submission.errorOf('identityCheck')"
            />
            <ui-input
              id="identityNote"
              label="What was seen (optional)"
              labelSize="s"
              [formField]="form.identityNote"
              [error]="submission.errorOf('identityNote')"
            />
            <ui-textarea
              id="wanted"
              label="What do they want to see (optional)?"
              labelSize="s"
              hint="Leave empty for everything"
              [characterLimit]="2000"
              [formField]="form.wanted"
              [error]="submission.errorOf('wanted')"
            />
            <button ui-button preventDoubleClick>Log the request</button>
          </form>
        } @else {
          <form novalidate (submit)="find($event)">
            <ui-input
              id="upnOrReference"
              label="Which child is it about?"
              labelSize="m"
              hint="The UPN, or the reference of a case such as EIP-2026-0001"
              [width]="20"
              [spellcheck]="false"
              [isCode]="true"
              [formField]="search.upnOrReference"
              [error]="submission.errorOf('upnOrReference')"
            />
            <button ui-button>Find the child</button>
          </form>
        }
      </div>
    </div>
  `,
})
export class LogAccessRequestPage {
  private readonly service = inject(AccessRequestsService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly relations = requesterRelations;
  protected readonly checks = identityChecks;
  protected readonly child = signal<FoundChild | undefined>(undefined);
  private readonly searched = signal({ upnOrReference: '' });
  protected readonly search = form(this.searched, (path) => {
    validate(path.upnOrReference, ({ value }) =>
      value().trim() === '' ? mistake('Enter a UPN or the reference of a case') : undefined,
    );
  });
  private readonly answers = signal<{
    readonly receivedOn: string;
    readonly requesterName: string;
    readonly requesterRelation: RequesterRelation | '';
    readonly identityCheck: IdentityCheck | '';
    readonly identityNote: string;
    readonly wanted: string;
  }>({ receivedOn: '', requesterName: '', requesterRelation: '', identityCheck: '', identityNote: '', wanted: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.receivedOn, ({ value }) => {
      const wrong = dateMistake(value(), 'the date of the request');
      if (wrong) return wrong;
      return typedDate(value()) > todayInUk() ? mistake('The date must be today or in the past') : undefined;
    });
    validate(path.requesterName, ({ value }) => (value().trim() === '' ? mistake('Enter who asks') : undefined));
    validate(path.requesterRelation, ({ value }) =>
      value() === '' ? mistake('Select who they are to the child') : undefined,
    );
    validate(path.identityCheck, ({ value }) => (value() === '' ? mistake('Select how identity is known') : undefined));
  });

  protected born({ bornOn }: FoundChild): string {
    return dayText(bornOn);
  }

  protected async find(event: Event): Promise<void> {
    event.preventDefault();
    await this.submission.run(this.search, async () => {
      const { items } = await firstValueFrom(
        this.service.findChild({ upnOrReference: this.searched().upnOrReference.trim() }),
      );
      this.child.set(items[0]);
      if (items.length > 0) return;
      const detail = 'No child has this UPN or reference';
      throw new Problem(422, 'child_not_found', detail, '', [
        { pointer: '/upnOrReference', code: 'child_not_found', detail },
      ]);
    });
  }

  protected async log(event: Event): Promise<void> {
    event.preventDefault();
    let id = '';
    const isLogged = await this.submission.run(this.form, async () => {
      const body = this.body();
      ({ id } = await firstValueFrom(this.service.logAccessRequest(body, this.submission.creating(body))));
    });
    if (isLogged) await this.router.navigateByUrl(`/access-requests/${id}`, { info: 'Access request logged' });
  }

  private body(): LogAccessRequest {
    const { requesterRelation, identityCheck, receivedOn, ...rest } = this.answers();
    const childId = this.child()?.id ?? '';
    if (requesterRelation === '' || identityCheck === '') throw new Error('The form was sent although it has mistakes');
    return { ...rest, childId, requesterRelation, identityCheck, receivedOn: typedDate(receivedOn) };
  }
}
