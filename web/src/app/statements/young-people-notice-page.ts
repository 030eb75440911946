import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BackLink } from '@panel/ui';
import { BeforeMain } from '../shell/before-main.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { ContactBlock } from './contact-block.js';
import { keptFor } from './kept-words.js';
import { councilOf, noticeOfReader } from './notice.js';

/** The same in plain words: UK GDPR 12(1) asks for that where information is for a child. */
@Component({
  imports: [BackLink, BeforeMain, ContactBlock, Loading, ProblemMessage, RouterLink],
  template: `
    <ui-back-link *appBeforeMain link="/privacy-notice" text="Back to the privacy notice" />
    @if (notice.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">Your information: for children and young people</h1>
          <h2 class="govuk-heading-m">What this is about</h2>
          <p class="govuk-body">
            Sometimes school is hard. Your school can ask a group of people for help for you. To do that, it writes down
            some things about you here.
          </p>
          <h2 class="govuk-heading-m">What is written down</h2>
          <ul class="govuk-list govuk-list--bullet">
            <li>who you are: your name, your birthday, your school</li>
            <li>what you are good at, and what is difficult</li>
            <li>what you and your family think and hope for</li>
            <li>what people have tried, and what helped</li>
          </ul>
          <h2 class="govuk-heading-m">Who can read it</h2>
          <p class="govuk-body">
            People at your school, and the people at {{ councilName() }} who look for help. If your family says yes,
            also the group that decides, and the person who then helps you. Nobody else. It is never on the internet for
            everyone, and it is never sold.
          </p>
          <h2 class="govuk-heading-m">Who decides</h2>
          <p class="govuk-body">People do. A computer never decides about you.</p>
          <h2 class="govuk-heading-m">How long it is kept</h2>
          @if (period(); as period) {
            <p class="govuk-body">
              If you get help, it is kept for {{ period }} from your birthday, in case you need it when you are older.
              Then it is deleted.
            </p>
          } @else {
            <p class="govuk-body">
              Until your council no longer needs it. Then it is deleted. You can ask how long that is.
            </p>
          }
          <h2 class="govuk-heading-m">What you can ask for</h2>
          <ul class="govuk-list govuk-list--bullet">
            <li>to see what is written about you</li>
            <li>to have mistakes put right</li>
            <li>that fewer people read it</li>
            <li>why something was decided</li>
          </ul>
          <p class="govuk-body">
            You can ask a grown-up you trust to help you: at home, at school, or a social worker if you have one. You
            can also write yourself to:
          </p>
          <app-contact [contact]="notice.value().dataProtectionOfficer" [council]="councilName()" />
          <h2 class="govuk-heading-m">If you are not happy</h2>
          <p class="govuk-body">
            There is an office that makes sure people’s information is treated properly: the Information Commissioner’s
            Office. You or a grown-up can call it on 0303 123 1113.
          </p>
          <p class="govuk-body">
            The
            <a class="govuk-link" routerLink="/privacy-notice" queryParamsHandling="preserve">full privacy notice</a>
            says all of this in more detail.
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
export class YoungPeopleNoticePage {
  readonly council = input<string>();

  protected readonly notice = noticeOfReader(this.council);
  protected readonly councilName = computed(() => councilOf(this.notice.hasValue() ? this.notice.value() : undefined));
  protected readonly period = computed(() => {
    const kept = this.notice.hasValue() ? this.notice.value().kept : [];
    const rule = kept.find(({ recordClass, startsAt }) => recordClass === 'sen_case' && startsAt === 'birth');
    return rule ? keptFor(rule) : undefined;
  });
}
