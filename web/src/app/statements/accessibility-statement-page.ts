import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { ContactBlock } from './contact-block.js';
import { councilOf, noticeOfReader } from './notice.js';

/**
 * The statement of the Public Sector Bodies Accessibility Regulations 2018, in the order of their model. It claims what was
 * shown and no more: change it with what is tested.
 */
@Component({
  imports: [ContactBlock, Loading, ProblemMessage, RouterLink],
  template: `
    @if (notice.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">Accessibility statement for {{ notice.value().serviceName }}</h1>
          <p class="govuk-body">
            This statement is about {{ notice.value().serviceName }}, the service with which schools refer children for
            early support. {{ sentenceCouncil() }} runs it and wants as many people as possible to be able to use it.
            You should be able to:
          </p>
          <ul class="govuk-list govuk-list--bullet">
            <li>change colours, contrast and fonts with the settings of your browser or device</li>
            <li>zoom in up to 400% without text spilling off the screen</li>
            <li>do everything with a keyboard alone</li>
            <li>use it on a phone</li>
            <li>
              read what it says without knowing the words of councils: there is a list of
              <a class="govuk-link" routerLink="/help/words">words we use</a>
            </li>
          </ul>
          <p class="govuk-body">
            <a class="govuk-link" href="https://mcmw.abilitynet.org.uk/" rel="noreferrer">AbilityNet</a> has advice on
            making your device easier to use if you have a disability.
          </p>

          <h2 class="govuk-heading-m">How accessible this service is</h2>
          <p class="govuk-body">
            We do not know of a page that cannot be used. But some things have not been tried by people:
          </p>
          <ul class="govuk-list govuk-list--bullet">
            <li>
              nobody has yet used it with a screen reader, a screen magnifier or speech recognition from start to end
            </li>
            <li>it has been tested automatically in one browser engine (Chromium) only</li>
            <li>files that schools and others upload are as accessible as they made them</li>
          </ul>

          <h2 class="govuk-heading-m">Feedback and contact</h2>
          <p class="govuk-body">
            If something does not work for you, or you need information from this service in another form such as large
            print, easy read, an audio recording or braille, tell us:
          </p>
          <app-contact [contact]="notice.value().service" [council]="councilName()" />
          <p class="govuk-body">
            We will answer within {{ notice.value().replyWorkingDays }} working
            {{ notice.value().replyWorkingDays === 1 ? 'day' : 'days' }}.
          </p>

          <h2 class="govuk-heading-m">If you are not happy with our answer</h2>
          <p class="govuk-body">
            The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies (Websites and Mobile
            Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility regulations’). If you are not happy
            with how we respond to your complaint,
            <a class="govuk-link" href="https://www.equalityadvisoryservice.com/" rel="noreferrer"
              >contact the Equality Advisory and Support Service (EASS)</a
            >.
          </p>

          <h2 class="govuk-heading-m">Technical information about this service’s accessibility</h2>
          <p class="govuk-body">
            {{ sentenceCouncil() }} is committed to making this service accessible, in accordance with the accessibility
            regulations.
          </p>
          <h3 class="govuk-heading-s">Compliance status</h3>
          <p class="govuk-body">
            This service is <strong>partially compliant</strong> with the
            <a class="govuk-link" href="https://www.w3.org/TR/WCAG22/" rel="noreferrer"
              >Web Content Accessibility Guidelines version 2.2</a
            >
            AA standard. It is not called fully compliant because of what has not been tested, listed below.
          </p>

          <h2 class="govuk-heading-m">Non-accessible content</h2>
          <h3 class="govuk-heading-s">Non-compliance with the accessibility regulations</h3>
          <p class="govuk-body">
            No failure is known today. These parts have not been tested by people and may fail: success criteria 1.3.1
            (info and relationships), 4.1.2 (name, role, value) and 4.1.3 (status messages) can be judged in full only
            with assistive technology.
          </p>
          <h3 class="govuk-heading-s">Disproportionate burden</h3>
          <p class="govuk-body">We claim none.</p>
          <h3 class="govuk-heading-s">Content that is not within the scope of the accessibility regulations</h3>
          <p class="govuk-body">
            Documents that schools, families and agencies upload to a case come from third parties and are not under our
            control. They are kept as they came, because they are evidence. Ask us if you need one in another form.
          </p>

          <h2 class="govuk-heading-m">How we tested this service</h2>
          <p class="govuk-body">Tested, each time that the service is changed:</p>
          <ul class="govuk-list govuk-list--bullet">
            <li>
              with axe-core, an automatic test of the rules of WCAG 2.0 to 2.2 at levels A and AA, on every page, with
              its errors and dialogs, at widths of 1280 and 320 pixels and in forced colours (high contrast)
            </li>
            <li>that nothing needs scrolling sideways at 320 pixels, which is 1280 pixels at a zoom of 400%</li>
            <li>main journeys by keyboard alone, and where the focus is after each step</li>
            <li>that components have the HTML that the Design System’s own accessible components have</li>
          </ul>
          <p class="govuk-body">Not tested:</p>
          <ul class="govuk-list govuk-list--bullet">
            <li>by people with disabilities</li>
            <li>by an independent auditor</li>
            <li>with screen readers (such as NVDA, JAWS or VoiceOver), screen magnifiers or speech recognition</li>
            <li>in Firefox and Safari</li>
          </ul>
          <p class="govuk-body">Automatic tests find only some of the problems that people meet.</p>

          <h2 class="govuk-heading-m">What we are doing to improve accessibility</h2>
          <p class="govuk-body">
            The next step is an audit with people who use assistive technology. It has not been done yet. What it finds,
            and what is done about it, will be listed here.
          </p>

          <h2 class="govuk-heading-m">Preparation of this accessibility statement</h2>
          <p class="govuk-body">
            This statement was prepared on 25 November 2026. It was last reviewed on 25 November 2026. It is reviewed
            with every change of what is tested, and at least once a year.
          </p>
        </div>
      </div>
    } @else if (notice.error(); as error) {
      <app-problem [error]="error" (tryAgain)="notice.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class AccessibilityStatementPage {
  readonly council = input<string>();

  protected readonly notice = noticeOfReader(this.council);
  protected readonly councilName = computed(() => councilOf(this.notice.hasValue() ? this.notice.value() : undefined));
  protected readonly sentenceCouncil = computed(() => this.councilName().replace(/^y/, 'Y'));
}
