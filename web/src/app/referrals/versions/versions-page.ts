import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReferralVersionItem } from '@panel/api-client';
import { listReferralVersionsResource } from '@panel/api-client/referral-versions/referral-versions.resource';
import { InsetText, instantText, type Link, SummaryList, type SummaryRow } from '@panel/ui';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { CaseFile } from '../case/case-file.js';
import { CopyDownloads } from '../copies/copy-downloads.js';
import { DoneMessage } from '../case/done-message.js';
import { changesText, versionHeading, versionOption } from './version-words.js';

/** Every time the referral was sent: who, when, why, and what was different then. */
@Component({
  imports: [CopyDownloads, DoneMessage, InsetText, Loading, ProblemMessage, RouterLink, SummaryList],
  template: `
    <app-done-message />
    @if (versions.hasValue()) {
      <h1 class="govuk-heading-l">Versions</h1>
      <p class="govuk-body">
        Each time the referral is sent it is kept as it was. Nothing that was sent is ever overwritten.
      </p>
      @if (amendment(); as amendment) {
        <ui-inset-text>
          {{ amendment.startedByName }} is amending this referral. Until the amendment is sent, the newest version below
          stands.
          @if (amendment.isOwn) {
            <a class="govuk-link" [routerLink]="base() + '/tasks'">Go on with the amendment</a>
          }
        </ui-inset-text>
      }
      @for (version of cards(); track version.heading) {
        <ui-summary-list [cardHeading]="version.heading" [rows]="version.rows" [cardActions]="version.actions" />
      } @empty {
        <p class="govuk-body">{{ whyEmpty() }}</p>
      }
      @if (cards().length > 0) {
        <h2 class="govuk-heading-m">Copies to keep</h2>
        @for (version of cards(); track version.number) {
          <h3 class="govuk-heading-s">{{ version.title }}</h3>
          <app-copy-downloads [referralId]="referralId()" [number]="version.number" />
        }
      }
    } @else if (versions.error(); as error) {
      <app-problem [error]="error" (tryAgain)="versions.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class VersionsPage {
  private readonly file = inject(CaseFile);
  protected readonly versions = listReferralVersionsResource(this.file.referralId);

  protected readonly referralId = this.file.referralId;
  protected readonly base = computed(() => `/referrals/${this.file.referralId()}`);
  private readonly referral = computed(() => (this.file.referral.hasValue() ? this.file.referral.value() : undefined));
  protected readonly amendment = computed(() => this.referral()?.amendment);
  protected readonly whyEmpty = computed(() =>
    this.referral()?.submittedOn
      ? 'This referral was submitted before versions were kept. Its next change keeps it as version 1.'
      : 'Nothing has been submitted yet.',
  );
  protected readonly cards = computed(() =>
    (this.versions.hasValue() ? this.versions.value().items : []).map((version) => ({
      number: version.number,
      title: versionOption(version),
      heading: versionHeading(version),
      rows: rowsOf(version),
      actions: this.actionsOf(version),
    })),
  );

  private actionsOf({ number, changes }: ReferralVersionItem): readonly Link[] {
    if (changes === null) return [];
    const link = `${this.base()}/versions/differences?before=${number - 1}&after=${number}`;
    return [{ text: 'See what is different', visuallyHiddenText: `from version ${number - 1}`, link }];
  }
}

function rowsOf({ kind, reason, madeByName, madeAt, changes, ...signed }: ReferralVersionItem): readonly SummaryRow[] {
  return [
    { key: 'Sent', value: `${instantText(madeAt)} by ${madeByName}` },
    ...(kind === 'amendment' ? [{ key: 'Why', value: (reason ?? '').split('\n') }] : []),
    ...(signed.signedName === null
      ? []
      : [
          {
            key: 'Signed off',
            value: [`${signed.signedName}, ${signed.signedRole ?? ''}`, instantText(signed.signedAt ?? madeAt)],
          },
        ]),
    ...(changes === null ? [] : [{ key: 'Against the version before', value: changesText(changes) }]),
  ];
}
