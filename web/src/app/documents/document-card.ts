import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Document } from '@panel/api-client';
import { scanStatusDisplay } from '@panel/case-rules';
import { Details } from '@panel/ui';
import { StatusTag } from '../home/page/status-tag.js';
import { contentAddress, kindText, scanAdvice, uploadText } from './document-words.js';

/** One document: its file, where its virus scan stands, and the files before. */
@Component({
  selector: 'app-document-card',
  imports: [Details, RouterLink, StatusTag],
  template: `
    <section class="govuk-summary-card" [attr.aria-labelledby]="headingId()">
      <div class="govuk-summary-card__title-wrapper">
        <h2 class="govuk-summary-card__title govuk-!-text-break-word" [id]="headingId()">
          {{ document().current.fileName }}
        </h2>
        @if (canChange()) {
          <ul class="govuk-summary-card__actions">
            <li class="govuk-summary-card__action">
              <a class="govuk-link" [routerLink]="link('replace')"
                >Upload a new version<span class="govuk-visually-hidden"> of {{ document().current.fileName }}</span></a
              >
            </li>
            <li class="govuk-summary-card__action">
              <a class="govuk-link" [routerLink]="link('remove')"
                >Remove<span class="govuk-visually-hidden"> {{ document().current.fileName }}</span></a
              >
            </li>
          </ul>
        }
      </div>
      <div class="govuk-summary-card__content">
        <dl class="govuk-summary-list">
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">Status</dt>
            <dd class="govuk-summary-list__value">
              <app-status-tag [display]="status()" />
              @if (advice(); as text) {
                <p class="govuk-body govuk-!-margin-top-2 govuk-!-margin-bottom-0">{{ text }}</p>
              }
            </dd>
          </div>
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">File</dt>
            <dd class="govuk-summary-list__value">
              @if (document().current.scanStatus === 'clean') {
                <a
                  class="govuk-link govuk-!-text-break-word"
                  [attr.href]="addressOf(document().current)"
                  [attr.download]="document().current.fileName"
                  >Download {{ document().current.fileName }}</a
                >
                ({{ kindOf(document().current) }})
              } @else {
                {{ kindOf(document().current) }}
              }
            </dd>
          </div>
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">Uploaded</dt>
            <dd class="govuk-summary-list__value">{{ uploadOf(document().current) }}</dd>
          </div>
        </dl>
        @if (document().earlier.length > 0) {
          <ui-details class="app-document-card__earlier" [summary]="earlierText()">
            <ul class="govuk-list govuk-list--spaced">
              @for (version of document().earlier; track version.id) {
                <li>
                  @if (version.scanStatus === 'clean') {
                    <a
                      class="govuk-link govuk-!-text-break-word"
                      [attr.href]="addressOf(version)"
                      [attr.download]="version.fileName"
                      >Download {{ version.fileName }}, version {{ version.number }}</a
                    >
                  } @else {
                    <span class="govuk-!-text-break-word">{{ version.fileName }}, version {{ version.number }}</span>
                    ({{ labelOf(version.scanStatus) }})
                  }
                  <br />{{ kindOf(version) }}, {{ uploadOf(version) }}
                </li>
              }
            </ul>
          </ui-details>
        }
      </div>
    </section>
  `,
})
export class DocumentCard {
  readonly document = input.required<Document>();
  readonly canChange = input.required<boolean>();

  protected readonly headingId = computed(() => `document-${this.document().id}`);
  protected readonly status = computed(() => scanStatusDisplay(this.document().current.scanStatus));
  protected readonly advice = computed(() => scanAdvice(this.document().current.scanStatus));
  protected readonly earlierText = computed(() => {
    const count = this.document().earlier.length;
    return count === 1 ? 'The version before this one' : `The ${count} versions before this one`;
  });
  protected readonly addressOf = contentAddress;
  protected readonly kindOf = kindText;
  protected readonly uploadOf = uploadText;
  protected readonly labelOf = (status: Document['current']['scanStatus']) => scanStatusDisplay(status).label;

  protected link(page: string): string {
    const { id, referralId } = this.document();
    return `/referrals/${referralId}/documents/${id}/${page}`;
  }
}
