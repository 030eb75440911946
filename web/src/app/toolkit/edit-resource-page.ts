import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { form, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { ToolkitResource } from '@panel/api-client';
import { ToolkitService } from '@panel/api-client/toolkit/toolkit.service';
import { DECLINE_REASONS, declineReasonLabel, TOOLKIT_PHASES, toolkitPhaseLabel } from '@panel/case-rules';
import { SEN_TYPES } from '@panel/reference';
import { BackLink, Button, Checkboxes, DateInput, ErrorSummary, Textarea, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../home/page/submission.js';
import { todayInUk as today } from '../home/page/today.js';
import { codeOptions } from '../referrals/code-options.js';
import { BeforeMain } from '../shell/before-main.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import {
  answersOfResource,
  BODY_MAX,
  emptyToolkitAnswers,
  resourceBody,
  type ToolkitAnswers,
  toolkitSchema,
} from './toolkit-form.js';

/** A new resource, or a change of one. */
@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    Button,
    Checkboxes,
    DateInput,
    ErrorSummary,
    FormField,
    Loading,
    ProblemMessage,
    RouterLink,
    Textarea,
    TextInput,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="back()" text="Back" />
    @if (resource.error(); as error) {
      <app-problem [error]="error" (tryAgain)="resource.reload()" />
    } @else if (resource.isLoading()) {
      <app-loading />
    } @else {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ui-error-summary [errors]="submission.errors()" />
          <h1 class="govuk-heading-l">{{ resourceId() ? 'Change a resource' : 'Add a resource' }}</h1>
          <p class="govuk-body">
            Write in your own words. Do not copy texts or questionnaires that others hold rights in.
          </p>
          <form novalidate (submit)="save($event)">
            <ui-input
              id="title"
              label="Title"
              labelSize="s"
              [formField]="form.title"
              [error]="submission.errorOf('title')"
            />
            <ui-textarea
              id="summary"
              label="Summary"
              labelSize="s"
              hint="One or two sentences for the list"
              [rows]="2"
              [formField]="form.summary"
              [error]="submission.errorOf('summary')"
            />
            <ui-textarea
              id="body"
              label="What the school can do"
              labelSize="s"
              hint="Leave an empty line between paragraphs"
              [rows]="12"
              [characterLimit]="longestBody"
              [formField]="form.body"
              [error]="submission.errorOf('body')"
            />
            <ui-textarea
              id="links"
              label="Links (optional)"
              labelSize="s"
              hint="One a line: its words, then the address, for example Advice line https://example.org/advice"
              [rows]="3"
              [formField]="form.links"
              [error]="submission.errorOf('links')"
            />
            <ui-checkboxes
              id="needs"
              label="For which needs? (optional)"
              labelSize="s"
              hint="None ticked: for all"
              isSmall
              [options]="needs"
              [formField]="form.needs"
              [error]="submission.errorOf('needs')"
            />
            <ui-checkboxes
              id="phases"
              label="For which phases? (optional)"
              labelSize="s"
              hint="None ticked: for all"
              isSmall
              [options]="phases"
              [formField]="form.phases"
              [error]="submission.errorOf('phases')"
            />
            <ui-checkboxes
              id="declineReasons"
              label="After which reasons of a decline does it help? (optional)"
              labelSize="s"
              hint="It then comes first when a referral is declined for that reason"
              isSmall
              [options]="reasons"
              [formField]="form.declineReasons"
              [error]="submission.errorOf('declineReasons')"
            />
            <ui-date-input
              id="validFrom"
              label="In use from"
              labelSize="s"
              [formField]="form.validFrom"
              [error]="submission.errorOf('validFrom')"
            />
            <ui-date-input
              id="validTo"
              label="In use until (optional)"
              labelSize="s"
              [formField]="form.validTo"
              [error]="submission.errorOf('validTo')"
            />
            <div class="govuk-button-group">
              <button ui-button preventDoubleClick>Save the resource</button>
              <a class="govuk-link" [routerLink]="back()">Cancel</a>
            </div>
          </form>
        </div>
      </div>
    }
  `,
})
export class EditResourcePage {
  readonly resourceId = input<string>();

  private readonly service = inject(ToolkitService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly resource = rxResource({
    params: () => this.resourceId(),
    stream: ({ params }) => this.service.readToolkitResource(params),
  });
  private readonly read = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  private readonly answers = linkedSignal<ToolkitResource | undefined, ToolkitAnswers>({
    source: this.read,
    computation: (resource, previous) =>
      resource ? answersOfResource(resource) : (previous?.value ?? emptyToolkitAnswers(today())),
  });
  protected readonly form = form(this.answers, toolkitSchema);
  protected readonly back = computed(() => {
    const id = this.resourceId();
    return id ? `/toolkit/${id}` : '/toolkit';
  });

  protected readonly longestBody = BODY_MAX;
  protected readonly needs = codeOptions(SEN_TYPES);
  protected readonly phases = TOOLKIT_PHASES.map((phase) => ({ value: String(phase), text: toolkitPhaseLabel(phase) }));
  protected readonly reasons = DECLINE_REASONS.map((reason) => ({
    value: String(reason),
    text: declineReasonLabel(reason),
  }));

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const before = this.read();
    let saved: ToolkitResource | undefined;
    await this.submission.run(this.form, async () => {
      const body = resourceBody(this.answers());
      saved = await firstValueFrom(
        before
          ? this.service.changeToolkitResource(before.id, body, this.submission.changing(before.version))
          : this.service.createToolkitResource(body, this.submission.creating(body)),
      );
    });
    if (saved) {
      await this.router.navigateByUrl(`/toolkit/${saved.id}`, { info: before ? 'Resource changed' : 'Resource added' });
    }
  }
}
