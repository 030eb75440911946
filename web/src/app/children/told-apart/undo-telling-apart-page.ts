import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { listToldApartResource } from '@panel/api-client/told-apart/told-apart.resource';
import { ToldApartService } from '@panel/api-client/told-apart/told-apart.service';
import { BackLink, dayText, ErrorSummary } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { ConfirmForm } from '../../home/page/confirm-form.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';

/** "Are you sure" before two records are suggested as one child again. */
@Component({
  imports: [BackLink, BeforeMain, ConfirmForm, ErrorSummary],
  providers: [FormProblems],
  template: `
    <ui-back-link *appBeforeMain [link]="link()" text="Back to the child" />
    <ui-error-summary [errors]="submission.errors()" />
    <h1 class="govuk-heading-l">Undo that these are two children</h1>
    @if (whose(); as text) {
      <p class="govuk-body">{{ text }}</p>
    }
    <p class="govuk-body">The two records are suggested as one child again, as long as they look alike.</p>
    <app-confirm-form text="Suggest them again" [cancelLink]="link()" (confirmed)="confirm()" />
  `,
})
export class UndoTellingApartPage {
  readonly childId = input.required<string>();
  readonly toldApartId = input.required<string>();

  private readonly service = inject(ToldApartService);
  private readonly router = inject(Router);
  protected readonly submission = new Submission();
  protected readonly link = computed(() => `/children/${this.childId()}`);
  private readonly told = listToldApartResource(this.childId);
  protected readonly whose = computed(() => {
    const items = this.told.hasValue() ? this.told.value().items : [];
    const told = items.find(({ id }) => id === this.toldApartId());
    return told ? `${told.other.name}, born ${dayText(told.other.bornOn)}: ${told.reason}` : '';
  });

  protected async confirm(): Promise<void> {
    const isDone = await this.submission.run(null, () =>
      firstValueFrom(this.service.undoTellingApart(this.toldApartId())),
    );
    if (isDone) await this.router.navigateByUrl(this.link(), { info: 'The two records are suggested again' });
  }
}
