import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readOutboxResource } from '@panel/api-client/outbox/outbox.resource';
import { Button, instantText, UiUrl } from '@panel/ui';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';

/** Of a demo: the mails that the service would have sent, in place of the mailboxes of invented people. */
@Component({
  imports: [Button, Loading, ProblemMessage, RouterLink, UiUrl],
  template: `
    @if (outbox.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">Outbox</h1>
          <p class="govuk-body">
            The mails of this demo, the newest first. None of them leaves this machine: here you read them for the
            invented people who would have received them.
          </p>
          <button ui-button type="button" kind="secondary" (click)="outbox.reload()">Look for new mail</button>
          @for (mail of outbox.value().items; track mail.id) {
            <article class="app-mail">
              <h2 class="govuk-heading-m app-mail__subject">{{ mail.subject }}</h2>
              <p class="govuk-body-s app-mail__envelope">
                To {{ mail.toName }}, {{ mail.toAddress }}<br />{{ instantText(mail.createdAt) }}
              </p>
              @for (line of mail.lines; track $index) {
                <p class="govuk-body">{{ line }}</p>
              }
              @if (mail.linkPath; as path) {
                <p class="govuk-body">
                  <a class="govuk-link" [routerLink]="path | uiUrl"
                    >Open the link<span class="govuk-visually-hidden"> of “{{ mail.subject }}”</span></a
                  >
                </p>
              }
              @if (mail.lines.length === 0) {
                <p class="govuk-body">What this mail said has been deleted.</p>
              }
            </article>
          } @empty {
            <p class="govuk-body">There is no mail yet.</p>
          }
        </div>
      </div>
    } @else if (outbox.error(); as error) {
      <app-problem [error]="error" (tryAgain)="outbox.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class OutboxPage {
  protected readonly outbox = readOutboxResource();
  protected readonly instantText = instantText;
}
