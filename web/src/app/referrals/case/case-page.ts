import { Component, computed, inject } from '@angular/core';
import { ActivatedRoute, RouterOutlet } from '@angular/router';
import {
  BackLink,
  dayText,
  IdentityBar,
  type IdentityFact,
  type Link,
  SubNavigation,
  Tag,
  WarningText,
} from '@panel/ui';
import { EmergencyBanner } from '../../emergency-accesses/emergency-banner.js';
import { CurrentSession } from '../../session/current-session.js';
import { BeforeMain } from '../../shell/before-main.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { initialsOf, statusTag } from '../labels.js';
import { CaseFile } from './case-file.js';

/** The frame of a case: whose it is, where it stands, and its sections. */
@Component({
  providers: [CaseFile],
  imports: [
    BackLink,
    BeforeMain,
    EmergencyBanner,
    IdentityBar,
    Loading,
    ProblemMessage,
    RouterOutlet,
    SubNavigation,
    Tag,
    WarningText,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="back().link" [text]="back().text" />
    @if (file.referral.hasValue()) {
      <ui-identity-bar [name]="name()" [facts]="facts()">
        <ui-tag [text]="status().text" [colour]="status().colour" />
      </ui-identity-bar>
      @if (session.may('emergency_access:start')) {
        <app-emergency-banner [referralId]="file.referralId()" />
      }
      @if (consentWarning(); as warning) {
        <ui-warning-text>{{ warning }}</ui-warning-text>
      }
      <ui-sub-navigation label="Sections of this case" [items]="sections()" />
      <router-outlet />
    } @else if (file.referral.error(); as error) {
      <app-problem [error]="error" (tryAgain)="file.referral.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class CasePage {
  protected readonly file = inject(CaseFile);
  protected readonly session = inject(CurrentSession);

  constructor() {
    // The overview names the people of the case: asked for now, they come with it, not after it.
    if (inject(ActivatedRoute).snapshot.firstChild?.routeConfig?.path === '') this.file.people();
  }

  private readonly referral = computed(() => (this.file.referral.hasValue() ? this.file.referral.value() : undefined));
  protected readonly name = computed(() => initialsOf(this.referral()?.pupilName ?? '') || 'No name yet');
  protected readonly status = computed(() => statusTag(this.referral()?.status ?? 'draft'));
  protected readonly facts = computed<readonly IdentityFact[]>(() => {
    const referral = this.referral();
    if (!referral) return [];
    const { text, dueOn } = referral.nextStep;
    // The text of a step that has a date usually says it already.
    const date = dueOn !== null && !text.includes(dayText(dueOn)) ? ` (${dayText(dueOn)})` : '';
    return [
      { term: 'Reference', value: referral.reference },
      { term: 'Next step', value: `${text}${date}` },
    ];
  });
  /** The first thing anybody must know who is about to speak of the case to others. */
  protected readonly consentWarning = computed(() => {
    const referral = this.referral();
    if (!referral) return '';
    const { isPanelConsentWithdrawn, isProviderConsentWithdrawn } = referral;
    const groups = [
      ...(isPanelConsentWithdrawn ? ['panel schools'] : []),
      ...(isProviderConsentWithdrawn ? ['providers of support'] : []),
    ];
    return groups.length > 0 ? `Consent withdrawn: do not share this case with ${groups.join(' or ')}.` : '';
  });
  /** A panel member comes from an agenda and has no list of referrals. */
  protected readonly back = computed<Link>(() =>
    this.session.may('referral:list')
      ? { text: 'Back to referrals', link: '/referrals' }
      : this.session.may('panel:list')
        ? { text: 'Back to panels', link: '/panels' }
        : { text: 'Back to emergency accesses', link: '/emergency-accesses' },
  );
  protected readonly sections = computed<readonly Link[]>(() => {
    const link = `/referrals/${this.file.referralId()}`;
    return [
      { text: 'Overview', link },
      { text: 'Referral', link: `${link}/referral` },
      ...(this.session.may('referral_version:read') ? [{ text: 'Versions', link: `${link}/versions` }] : []),
      ...(this.session.may('support_history:read')
        ? [{ text: 'Support so far', link: `${link}/support-history` }]
        : []),
      ...(this.session.may('assessment:read') ? [{ text: 'Assessment', link: `${link}/assessments` }] : []),
      ...(this.session.may('review:read') ? [{ text: 'Reviews and outcomes', link: `${link}/reviews` }] : []),
      ...(this.session.may('consent:read') ? [{ text: 'Consent', link: `${link}/consent-history` }] : []),
      ...(this.session.may('document:list') ? [{ text: 'Documents', link: `${link}/documents` }] : []),
      ...(this.session.may('correction:read') ? [{ text: 'Corrections', link: `${link}/corrections` }] : []),
      ...(this.session.may('note:list') ? [{ text: 'Notes', link: `${link}/notes` }] : []),
      ...(this.session.may('case_task:list') ? [{ text: 'Tasks', link: `${link}/case-tasks` }] : []),
      { text: 'Timeline', link: `${link}/timeline` },
    ];
  });
}
