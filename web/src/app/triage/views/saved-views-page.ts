import { Component, inject } from '@angular/core';
import type { SavedView, SavedViews } from '@panel/api-client';
import { listSavedViewsResource } from '@panel/api-client/saved-views/saved-views.resource';
import { SavedViewsService } from '@panel/api-client/saved-views/saved-views.service';
import { BackLink, Button, ErrorSummary, Tag } from '@panel/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { LiveRegion } from '../../shell/live-region.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';

/** Which view the queue opens with, and which are no longer needed. */
@Component({
  providers: [FormProblems],
  imports: [BackLink, BeforeMain, Button, ErrorSummary, Loading, ProblemMessage, Tag],
  template: `
    <ui-back-link *appBeforeMain link="/queue" text="Back to the queue" />
    @if (views.hasValue()) {
      <ui-error-summary [errors]="submission.errors()" />
      <h1 class="govuk-heading-l" tabindex="-1" id="views">Your views of the queue</h1>
      @for (view of views.value().items; track view.id) {
        <h2 class="govuk-heading-m">
          {{ view.name }}
          @if (view.isDefault) {
            <ui-tag text="Opens first" colour="blue" />
          }
        </h2>
        <div class="govuk-button-group">
          <button ui-button type="button" kind="secondary" (click)="setDefault(view)">
            {{ view.isDefault ? 'Do not open first' : 'Open first'
            }}<span class="govuk-visually-hidden">: {{ view.name }}</span>
          </button>
          <button ui-button type="button" kind="warning" (click)="remove(view)">
            Remove<span class="govuk-visually-hidden"> the view {{ view.name }}</span>
          </button>
        </div>
      } @empty {
        <p class="govuk-body">You have saved no view yet. Set filters in the queue, then save the view.</p>
      }
    } @else if (views.error(); as error) {
      <app-problem [error]="error" (tryAgain)="views.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class SavedViewsPage {
  private readonly service = inject(SavedViewsService);
  private readonly live = inject(LiveRegion);
  protected readonly submission = new Submission();
  protected readonly views = listSavedViewsResource();

  protected setDefault({ id, name, conditions, isDefault, version }: SavedView): Promise<void> {
    const body = { name, conditions, isDefault: !isDefault };
    const said = isDefault ? `“${name}” no longer opens first` : `“${name}” opens first`;
    return this.change(this.service.changeSavedView(id, body, this.submission.changing(version)), said);
  }

  protected async remove({ id, name, version }: SavedView): Promise<void> {
    await this.change(this.service.removeSavedView(id, this.submission.changing(version)), `“${name}” removed`);
    // The button that was pressed is gone with its view.
    document.getElementById('views')?.focus();
  }

  private async change(request: Observable<SavedViews>, said: string): Promise<void> {
    const isDone = await this.submission.run(null, async () => this.views.set(await firstValueFrom(request)));
    if (isDone) this.live.announce(said);
    else this.views.reload();
  }
}
