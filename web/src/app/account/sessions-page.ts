import { Component, computed, inject, signal } from '@angular/core';
import type { OwnSession } from '@panel/api-client';
import { AccountService } from '@panel/api-client/account/account.service';
import { listOwnSessionsResource } from '@panel/api-client/account/account.resource';
import { Button, Cell, ErrorSummary, instantText, Table, type TableColumn } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { Submission } from '../home/page/submission.js';
import { FormProblems } from '../shell/form-problems.js';
import { LiveRegion } from '../shell/live-region.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { AccountNavigation } from './account-navigation.js';

/** Where else one is signed in, and ending that. */
@Component({
  imports: [AccountNavigation, Button, Cell, ErrorSummary, Loading, ProblemMessage, Table],
  providers: [FormProblems],
  template: `
    @if (sessions.hasValue()) {
      <ui-error-summary [errors]="submission.errors()" />
      <h1 class="govuk-heading-l">Your account</h1>
      <app-account-navigation />
      <h2 class="govuk-heading-m">Where you are signed in</h2>
      <p class="govuk-body">If you do not know one of these, sign it out and change your password.</p>
      <ui-table
        caption="Where you are signed in"
        isCaptionHidden
        isStacked
        firstCellIsHeader
        [columns]="columns"
        [rows]="rows()"
        [rowKey]="rowKey"
      >
        <ng-template uiCell="end" [uiCellOf]="rows()" let-row>
          @if (row.isThis) {
            This browser
          } @else {
            <button type="button" class="app-link-button" (click)="end(row)">
              Sign out<span class="govuk-visually-hidden"> {{ row.deviceName }}</span>
            </button>
          }
        </ng-template>
      </ui-table>
      @if (rows().length > 1) {
        <button ui-button type="button" kind="warning" preventDoubleClick (click)="endAllOthers()">
          Sign out everywhere else
        </button>
      } @else {
        <p class="govuk-body">You are signed in nowhere else.</p>
      }
    } @else if (sessions.error(); as error) {
      <app-problem [error]="error" (tryAgain)="sessions.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class SessionsPage {
  private readonly service = inject(AccountService);
  private readonly live = inject(LiveRegion);
  protected readonly submission = new Submission();
  private readonly kept = signal<readonly OwnSession[]>([]);
  protected readonly sessions = listOwnSessionsResource();
  protected readonly rows = computed(() => (this.sessions.hasValue() ? this.sessions.value().items : this.kept()));
  protected readonly columns: readonly TableColumn<OwnSession>[] = [
    { key: 'deviceName', text: 'Device', value: ({ deviceName }) => deviceName },
    { key: 'startedAt', text: 'Signed in', value: ({ startedAt }) => instantText(startedAt) },
    { key: 'lastSeenAt', text: 'Last used', value: ({ lastSeenAt }) => instantText(lastSeenAt) },
    { key: 'end', text: 'Sign out', value: () => '' },
  ];
  protected readonly rowKey = ({ id }: OwnSession): string => id;

  protected async end({ id, deviceName }: OwnSession): Promise<void> {
    const isDone = await this.submission.run(null, () => firstValueFrom(this.service.endOwnSession(id)));
    if (isDone) this.live.announce(`Signed out: ${deviceName}`);
    this.sessions.reload();
  }

  protected async endAllOthers(): Promise<void> {
    const isDone = await this.submission.run(null, () =>
      firstValueFrom(this.service.signOutEverywhere({ isThisKept: true })),
    );
    if (isDone) this.live.announce('Signed out everywhere else');
    this.sessions.reload();
  }
}
