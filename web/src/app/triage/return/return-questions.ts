import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReturnItem } from '@panel/api-client';
import { listReturnItemsResource } from '@panel/api-client/triage/triage.resource';
import { TriageService } from '@panel/api-client/triage/triage.service';
import { referralQuestionLabel } from '@panel/case-rules';
import { Button, Tag, Textarea, UiUrl } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { isOnPage, type QuestionPageContent, questionLink, sectionLink } from '../../referrals/draft/question-pages.js';
import { ifMatch } from '../../referrals/request-headers.js';
import { LiveRegion } from '../../shell/live-region.js';
import { toProblem } from '../../shell/problem.js';

/** What the coordinator asked when the referral was returned, for the school to answer: all of it, or that of one section. */
@Component({
  selector: 'app-return-questions',
  imports: [Button, RouterLink, Tag, Textarea, UiUrl],
  template: `
    @if (items().length > 0) {
      <h2 class="govuk-heading-m">{{ heading() }}</h2>
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        @for (item of items(); track item.id) {
          <li>
            <p class="govuk-body">
              <strong>{{ label(item) }}</strong>
              {{ ' '
              }}<ui-tag
                [text]="item.isAnswered ? 'Answered' : 'To answer'"
                [colour]="item.isAnswered ? 'green' : 'yellow'"
              />
            </p>
            <p class="govuk-body">{{ item.question }}</p>
            @if (!page()) {
              <p class="govuk-body">
                <a class="govuk-link" [routerLink]="link(item) | uiUrl"
                  >Go to this part<span class="govuk-visually-hidden">: {{ label(item) }}</span></a
                >
              </p>
            }
            @if (canAnswer()) {
              <ui-textarea
                [id]="'answer-' + item.id"
                [label]="'Note to the coordinator on question ' + ($index + 1) + ' (optional)'"
                [rows]="2"
                [value]="typed()[item.id] ?? item.answer"
                (valueChange)="note(item, $event)"
              />
              <button ui-button type="button" kind="secondary" (click)="mark(item)">
                {{ item.isAnswered ? 'Mark as not answered' : 'Mark as answered'
                }}<span class="govuk-visually-hidden">: question {{ $index + 1 }}</span>
              </button>
            } @else if (item.answer) {
              <p class="govuk-body">The school says: {{ item.answer }}</p>
            }
          </li>
        }
      </ol>
      @if (failure(); as text) {
        <p class="govuk-error-message" role="alert"><span class="govuk-visually-hidden">Error:</span> {{ text }}</p>
      }
    }
  `,
})
export class ReturnQuestions {
  readonly referralId = input.required<string>();
  /** Only what this page asks for. */
  readonly page = input<QuestionPageContent>();

  private readonly service = inject(TriageService);
  private readonly live = inject(LiveRegion);
  private readonly resource = listReturnItemsResource(this.referralId);
  private readonly read = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));

  protected readonly typed = signal<Readonly<Record<string, string>>>({});
  protected readonly failure = signal('');
  protected readonly canAnswer = computed(() => this.read()?.canAnswer ?? false);
  protected readonly items = computed<readonly ReturnItem[]>(() => {
    const read = this.read();
    const page = this.page();
    return (read?.items ?? []).filter(
      (item) => item.round === read?.latestRound && (page === undefined || isAbout(item, page)),
    );
  });
  protected readonly heading = computed(() => {
    const left = this.items().filter(({ isAnswered }) => !isAnswered).length;
    return left === 0
      ? 'All questions of the coordinator are marked as answered'
      : `${left} ${left === 1 ? 'question' : 'questions'} of the coordinator to answer`;
  });

  protected label({ section, field }: ReturnItem): string {
    return referralQuestionLabel(section, field);
  }

  protected link({ section, field }: ReturnItem): string {
    return field === '' ? sectionLink(this.referralId(), section) : questionLink(this.referralId(), section, field);
  }

  protected note({ id }: ReturnItem, text: string): void {
    this.typed.update((typed) => ({ ...typed, [id]: text }));
  }

  protected async mark(item: ReturnItem): Promise<void> {
    const isAnswered = !item.isAnswered;
    this.failure.set('');
    try {
      const body = { isAnswered, answer: (this.typed()[item.id] ?? item.answer).trim() };
      const saved = await firstValueFrom(
        this.service.answerReturnItem(this.referralId(), item.id, body, ifMatch(item.version)),
      );
      this.resource.set(saved);
      this.live.announce(isAnswered ? 'Marked as answered' : 'Marked as not answered');
    } catch (error) {
      const problem = toProblem(error);
      if (problem.status === 412) this.resource.reload();
      this.failure.set(problem.detail || problem.title);
    }
  }
}

/** A question about a section as a whole stands on each of its pages. */
function isAbout({ section, field }: ReturnItem, page: QuestionPageContent): boolean {
  return section === page.section && (field === '' || isOnPage(page, section, field));
}
