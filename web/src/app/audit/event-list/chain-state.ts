import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AuditChainState } from '@panel/api-client';
import { Details, instantText, SummaryList, type SummaryRow, WarningText } from '@panel/ui';
import { hashText } from '../audit-words.js';

/** Whether the trail is as it was written: a warning when not, else a line with more behind it. */
@Component({
  selector: 'app-chain-state',
  imports: [Details, RouterLink, SummaryList, WarningText],
  template: `
    @if (broken(); as fault) {
      <ui-warning-text>
        The audit trail is not as it was written. {{ fault }} Tell whoever runs the service at once, and change nothing.
        @if (state().lastVerification?.faultSeq; as seq) {
          <a class="govuk-link" [routerLink]="[path(), seq]">Open event {{ seq }}</a>
        }
      </ui-warning-text>
    }
    <ui-details [summary]="summary()">
      <ui-summary-list [rows]="facts()" />
    </ui-details>
  `,
})
export class ChainStatePart {
  readonly state = input.required<AuditChainState>();
  readonly path = input.required<string>();

  protected readonly broken = computed(() => this.state().lastVerification?.fault ?? null);
  protected readonly summary = computed(() => {
    const last = this.state().lastVerification;
    if (!last) return 'The trail has not been verified yet';
    const when = instantText(last.verifiedAt);
    return last.isWhole ? `Verified as whole on ${when}` : `Found broken on ${when}`;
  });
  protected readonly facts = computed((): readonly SummaryRow[] => {
    const { events, hash, isAnchored, lastVerification: last } = this.state();
    return [
      { key: 'Events', value: events.toLocaleString('en-GB') },
      { key: 'Last verified', value: last ? instantText(last.verifiedAt) : 'Not yet: every night at 02:30' },
      { key: 'Events verified', value: last ? last.events.toLocaleString('en-GB') : 'None' },
      { key: 'Written down outside the database', value: isAnchored ? 'Yes, every five minutes' : 'No' },
      { key: 'Hash of the last event', value: hash === null ? 'None' : hashText(hash) },
    ];
  });
}
