import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import type { Notification, NotificationPreference } from '@panel/api-client';
import {
  listNotificationsResource,
  readNotificationPreferencesResource,
} from '@panel/api-client/notifications/notifications.resource';
import { NotificationsService } from '@panel/api-client/notifications/notifications.service';
import { type NotificationDelivery, notificationTopicWords } from '@panel/case-rules';
import {
  Button,
  dayText,
  ErrorSummary,
  instantText,
  NotificationBanner,
  type Option,
  Radios,
  Table,
  type TableColumn,
} from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { lastValue } from '../home/page/last-value.js';
import { Submission } from '../home/page/submission.js';
import { FormProblems } from '../shell/form-problems.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { AccountNavigation } from './account-navigation.js';

/** What one was told while cases moved on, and how one wants to be told. */
@Component({
  imports: [
    AccountNavigation,
    Button,
    ErrorSummary,
    FormField,
    Loading,
    NotificationBanner,
    ProblemMessage,
    Radios,
    Table,
  ],
  providers: [FormProblems],
  template: `
    @if (preferences(); as preferences) {
      <ui-error-summary [errors]="submission.errors()" />
      @if (isSaved()) {
        <ui-notification-banner kind="success">
          <p class="govuk-notification-banner__heading">Your wishes are saved</p>
        </ui-notification-banner>
      }
      <h1 class="govuk-heading-l">Your account</h1>
      <app-account-navigation />
      <h2 class="govuk-heading-m">Messages</h2>
      @if (preferences.length > 0) {
        <p class="govuk-body">
          Messages say which case, how far it is, what to do and by when. They never name a child. The summary comes on
          the morning of a working day when there is something to say.
        </p>
        <form novalidate (submit)="save($event)">
          @for (preference of preferences; track preference.topic; let index = $index) {
            @let answer = form.items[index];
            @if (answer) {
              <ui-radios
                [id]="'items-' + index + '-delivery'"
                [label]="words(preference).label"
                [hint]="words(preference).hint"
                labelSize="s"
                isSmall
                [options]="deliveries"
                [formField]="answer.delivery"
              />
            }
          }
          <button ui-button preventDoubleClick>Save</button>
        </form>
      } @else {
        <p class="govuk-body">In your role there are no messages about cases. Those about your account always come.</p>
      }
      @if (told(); as told) {
        <h2 class="govuk-heading-m">What you were told</h2>
        @if (told.length > 0) {
          <ui-table
            caption="What you were told"
            isCaptionHidden
            isStacked
            firstCellIsHeader
            [columns]="columns"
            [rows]="told"
            [rowKey]="rowKey"
          />
        } @else {
          <p class="govuk-body">Nothing in the last 90 days.</p>
        }
      }
    } @else if (preferenceList.error(); as error) {
      <app-problem [error]="error" (tryAgain)="preferenceList.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class MessagesPage {
  private readonly service = inject(NotificationsService);
  protected readonly submission = new Submission();
  protected readonly isSaved = signal(false);
  protected readonly preferenceList = readNotificationPreferencesResource();
  private readonly read = lastValue(this.preferenceList);
  protected readonly preferences = computed(() => this.read()?.items);
  private readonly notifications = listNotificationsResource();
  protected readonly told = computed(() =>
    this.notifications.hasValue() ? this.notifications.value().items : undefined,
  );
  private readonly answers = linkedSignal(() => ({ items: this.preferences()?.map((item) => ({ ...item })) ?? [] }));
  protected readonly form = form(this.answers);

  protected readonly deliveries: readonly Option<NotificationDelivery>[] = [
    { value: 'at_once', text: 'A message at once' },
    { value: 'daily', text: 'In the summary of the morning' },
    { value: 'never', text: 'No message: I look here' },
  ];
  protected readonly columns: readonly TableColumn<Notification>[] = [
    {
      key: 'reference',
      text: 'Case',
      isUnbroken: true,
      value: ({ reference }) => reference,
      link: ({ linkPath }) => linkPath,
    },
    { key: 'stage', text: 'Stage', value: ({ stage }) => stage },
    { key: 'whatToDo', text: 'What to do', value: ({ whatToDo }) => whatToDo },
    { key: 'dueOn', text: 'By', value: ({ dueOn }) => (dueOn === null ? 'No date' : dayText(dueOn)) },
    { key: 'createdAt', text: 'Told', value: ({ createdAt }) => instantText(createdAt) },
  ];
  protected readonly rowKey = ({ id }: Notification): string => id;
  protected readonly words = ({ topic }: NotificationPreference) => notificationTopicWords(topic);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.isSaved.set(false);
    const isDone = await this.submission.run(this.form, () => {
      const items = this.answers().items.map(({ topic, delivery }) => ({ topic, delivery }));
      return firstValueFrom(this.service.setNotificationPreferences({ items }));
    });
    if (!isDone) return;
    this.preferenceList.reload();
    this.isSaved.set(true);
  }
}
