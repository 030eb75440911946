import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { KeptRecords } from '@panel/api-client';
import { Table, type TableColumn } from '@panel/ui';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { ContactBlock } from './contact-block.js';
import { keptFor, keptFrom } from './kept-words.js';
import { councilOf, noticeOfReader } from './notice.js';

interface Reader {
  readonly who: string;
  readonly what: string;
}

/** UK GDPR articles 13 and 14. Who the controller is and how long records are kept come from the council's own settings. */
@Component({
  imports: [ContactBlock, Loading, ProblemMessage, RouterLink, Table],
  template: `
    @if (notice.hasValue()) {
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">Privacy notice</h1>
          <p class="govuk-body">
            This notice says what {{ notice.value().serviceName }} does with information about children, their families
            and the people who work with them.
            <a class="govuk-link" routerLink="/privacy-notice/young-people" queryParamsHandling="preserve"
              >There is a shorter one for children and young people</a
            >.
          </p>

          <h2 class="govuk-heading-m">Who is responsible</h2>
          <p class="govuk-body">
            @if (notice.value().councilName; as name) {
              {{ name }} is the controller: it decides why and how the information is used.
            } @else {
              The council that uses this service with your school is the controller: it decides why and how the
              information is used. Its link to this notice names it.
            }
            Schools are controllers of what they keep themselves.
          </p>
          <p class="govuk-body">The service is run by:</p>
          <app-contact [contact]="notice.value().service" [council]="councilName()" />
          <p class="govuk-body">The data protection officer is:</p>
          <app-contact [contact]="notice.value().dataProtectionOfficer" [council]="councilName()" />

          <h2 class="govuk-heading-m">What is held, and where it comes from</h2>
          <ul class="govuk-list govuk-list--bullet">
            <li>
              About a child: name, unique pupil number, date of birth, school and year; needs and what has been tried;
              attendance and suspensions; measures of how things are going; the child’s and the family’s views; reports
              that were sent with a referral; what was decided, what support was given and what changed
            </li>
            <li>About parents and carers: name, relationship, how to reach them, and what they agreed to</li>
            <li>About staff: name, work email address, roles, and what they did in this service and when</li>
          </ul>
          <p class="govuk-body">
            It comes from the child’s school, from the family, from services that support the child, and from the
            council’s own records. Where it comes from somebody other than you, the school tells you when it asks for
            your agreement.
          </p>

          <h2 class="govuk-heading-m">Why, and on what lawful basis</h2>
          <p class="govuk-body">
            To find and arrange support early for children whose needs are growing, to check whether it helped, and to
            plan and pay for it. Nobody is judged by a computer: people decide, and the service records who decided what
            and why.
          </p>
          <ul class="govuk-list govuk-list--bullet">
            <li>
              A task in the public interest: UK GDPR article 6(1)(e), with the council’s duties for children with
              special educational needs under part 3 of the Children and Families Act 2014
            </li>
            <li>
              For information about health, ethnicity and other special categories: substantial public interest, UK GDPR
              article 9(2)(g), with section 10 and schedule 1 of the Data Protection Act 2018
            </li>
          </ul>
          <p class="govuk-body">
            The family’s agreement to support, and to sharing with panel schools and providers, is asked for and
            respected, but it is not the lawful basis. It can be withdrawn at any time, through the school or the
            coordinator; sharing then stops at once.
          </p>

          <h2 class="govuk-heading-m">Who sees what</h2>
          <ui-table
            caption="People and what they see"
            captionSize="s"
            isStacked
            [columns]="readerColumns"
            [rows]="readers"
          />
          <p class="govuk-body">
            Information is not sold, not used for advertising and not sent outside the United Kingdom by this service.
            It is given to others, such as the police or a court, only where the law requires it.
          </p>

          <h2 class="govuk-heading-m">How long it is kept</h2>
          @if (notice.value().kept.length > 0) {
            <p class="govuk-body">
              These are the periods in force at {{ councilName() }} today. When a period ends, records are destroyed in
              the following night, unless the law or an open request for access keeps them longer.
            </p>
            <ui-table
              caption="How long records are kept"
              captionSize="s"
              isStacked
              [columns]="keptColumns"
              [rows]="notice.value().kept"
            />
            <p class="govuk-body">
              What staff did in the service is kept as evidence and holds no more of a case than its reference.
            </p>
          } @else {
            <p class="govuk-body">Each council sets its own periods. Its own link to this notice lists them.</p>
          }

          <h2 class="govuk-heading-m">Your rights</h2>
          <p class="govuk-body">You can ask {{ councilName() }}:</p>
          <ul class="govuk-list govuk-list--bullet">
            <li>for a copy of what is held about you or your child; it answers within one calendar month</li>
            <li>to put right what is wrong</li>
            <li>to stop using it, which it must weigh against its duties</li>
            <li>to limit what is done with it while a question is open</li>
            <li>to destroy it, in some cases</li>
          </ul>
          <p class="govuk-body">
            Write to the data protection officer, named above. You need not give a reason, and it costs nothing. Parents
            and carers can ask for a child; a child who understands what it is about can ask too.
          </p>
          <p class="govuk-body">
            You may ask for an education, health and care needs assessment at any time. Nothing in this service changes
            that.
          </p>

          <h2 class="govuk-heading-m">How to complain</h2>
          <p class="govuk-body">
            Tell the data protection officer first, if you can. You can complain to the Information Commissioner’s
            Office at any time:
          </p>
          <ul class="govuk-list">
            <li>
              <a class="govuk-link" href="https://ico.org.uk/make-a-complaint/" rel="noreferrer"
                >ico.org.uk/make-a-complaint</a
              >
            </li>
            <li>Phone: 0303 123 1113</li>
            <li>Information Commissioner’s Office, Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF</li>
          </ul>
          <p class="govuk-body">
            <a class="govuk-link" routerLink="/cookies">Cookies</a> that this service sets are listed on a page of their
            own.
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
export class PrivacyNoticePage {
  readonly council = input<string>();

  protected readonly notice = noticeOfReader(this.council);
  protected readonly councilName = computed(() => councilOf(this.notice.hasValue() ? this.notice.value() : undefined));

  protected readonly readerColumns: readonly TableColumn<Reader>[] = [
    { key: 'who', text: 'Who', value: ({ who }) => who },
    { key: 'what', text: 'What they see', value: ({ what }) => what },
  ];

  protected readonly readers: readonly Reader[] = [
    { who: 'The child’s school', what: 'Its own referrals and what came of them' },
    { who: 'The council’s coordinators', what: 'All cases that schools have submitted' },
    {
      who: 'Panel members',
      what: 'The papers of a panel, if the family agreed; never a case in which they have an interest',
    },
    { who: 'Providers of support', what: 'What they need to support a child they were given, if the family agreed' },
    { who: 'Boards and the public', what: 'Numbers only; small numbers are hidden so that nobody can be recognised' },
    { who: 'The data protection officer', what: 'A case only for a stated reason, which is recorded' },
  ];

  protected readonly keptColumns: readonly TableColumn<KeptRecords>[] = [
    { key: 'label', text: 'Records', value: ({ label }) => label },
    { key: 'period', text: 'Kept for', value: keptFor },
    { key: 'from', text: 'Counted from', value: keptFrom },
  ];
}
