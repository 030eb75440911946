import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { AccessPack, PackPassage, PassageDecision } from '@panel/api-client';
import { readAccessPackResource } from '@panel/api-client/access-requests/access-requests.resource';
import { AccessRequestsService } from '@panel/api-client/access-requests/access-requests.service';
import {
  BackLink,
  Button,
  Checkboxes,
  Details,
  ErrorSummary,
  type Option,
  Radios,
  SummaryList,
  TextInput,
  WarningText,
} from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake } from '../../home/page/form-mistakes.js';
import { lastValue } from '../../home/page/last-value.js';
import { Submission } from '../../home/page/submission.js';
import { BeforeMain } from '../../shell/before-main.js';
import { FormProblems } from '../../shell/form-problems.js';
import { LiveRegion } from '../../shell/live-region.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { passageKindText, passagesText } from './access-request-words.js';
import { PackDocumentsForm } from './pack-documents-form.js';

/** Passage by passage: what stays, what goes; then the documents; then everything else; then the release. */
@Component({
  providers: [FormProblems],
  imports: [
    BackLink,
    BeforeMain,
    Button,
    Checkboxes,
    Details,
    ErrorSummary,
    FormField,
    Loading,
    PackDocumentsForm,
    ProblemMessage,
    Radios,
    SummaryList,
    TextInput,
    WarningText,
  ],
  template: `
    <ui-back-link *appBeforeMain [link]="back()" text="Back to the request" />
    @if (pack(); as pack) {
      <ui-error-summary [errors]="submission.errors()" />
      <h1 class="govuk-heading-l">Review the pack</h1>
      <p class="govuk-body">
        {{ passagesText(undecided(), pack.passages.length) }} Keep what the person may see; redact what would tell them
        about another person without a good reason.
      </p>
      @if (undecided() > 0) {
        <button ui-button kind="secondary" type="button" (click)="takeSuggestions()">
          Decide {{ undecided() === 1 ? 'it' : 'the ' + undecided() }} as suggested
        </button>
      }
      @for (group of groups(); track group.key; let index = $index) {
        <ui-radios
          [id]="'passage-' + index"
          [label]="index + 1 + '. ' + group.label"
          labelSize="s"
          [hint]="group.hint"
          isInline
          [options]="decisions"
          [value]="group.decision"
          (valueChange)="decide(group, $event)"
        />
      } @empty {
        <p class="govuk-body">No passage was found. Read the whole pack all the same.</p>
      }

      <h2 class="govuk-heading-m">Documents</h2>
      @if (pack.documents.length > 0) {
        <app-pack-documents-form
          [accessRequestId]="accessRequestId()"
          [pack]="pack"
          [submission]="submission"
          (decided)="take($event)"
        />
      } @else {
        <p class="govuk-body">No document was uploaded.</p>
      }

      <h2 class="govuk-heading-m">Everything in the pack</h2>
      <p class="govuk-body">
        Names without a title, and people who can be recognised without a name, are not found by themselves. Read all of
        it.
      </p>
      @for (record of records(); track $index) {
        <ui-details [summary]="record.heading">
          <ui-summary-list [rows]="record.rows" />
        </ui-details>
      }

      <h2 class="govuk-heading-m">Mark something else</h2>
      <form novalidate (submit)="mark($event)">
        <ui-input
          id="words"
          label="Words to redact, exactly as they stand above"
          labelSize="s"
          [spellcheck]="false"
          [formField]="markForm.words"
          [error]="submission.errorOf('words')"
        />
        <button ui-button kind="secondary">Mark these words</button>
      </form>

      <h2 class="govuk-heading-m">Release</h2>
      <ui-warning-text
        >A released pack cannot be changed. What you have redacted is taken out for good.</ui-warning-text
      >
      <form novalidate (submit)="release($event)">
        <ui-checkboxes
          id="hasReadAll"
          label="Before you release it"
          labelSize="s"
          [options]="[{ value: 'yes', text: 'I have read the whole pack' }]"
          [formField]="releaseForm.hasReadAll"
          [error]="submission.errorOf('hasReadAll')"
        />
        <button ui-button>Release the pack</button>
      </form>
    } @else if (resource.error(); as error) {
      <app-problem [error]="error" (tryAgain)="resource.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class ReviewPackPage {
  readonly accessRequestId = input.required<string>();

  private readonly service = inject(AccessRequestsService);
  private readonly router = inject(Router);
  private readonly live = inject(LiveRegion);
  protected readonly submission = new Submission();
  protected readonly passagesText = passagesText;
  protected readonly resource = readAccessPackResource(this.accessRequestId);
  protected readonly pack = lastValue(this.resource);
  protected readonly back = computed(() => `/access-requests/${this.accessRequestId()}`);
  protected readonly decisions: readonly Option<PassageDecision | ''>[] = [
    { value: 'keep', text: 'Keep' },
    { value: 'redact', text: 'Redact' },
  ];
  protected readonly undecided = computed(() => (this.pack()?.passages ?? []).filter(isUndecided).length);
  protected readonly groups = computed(() => groupsOf(this.pack()?.passages ?? []));
  protected readonly records = computed(() =>
    (this.pack()?.records ?? []).map(({ heading, entries }) => ({
      heading,
      rows: entries.map(({ name, text }) => ({ key: name, value: text })),
    })),
  );
  private readonly marking = signal({ words: '' });
  protected readonly markForm = form(this.marking, (path) => {
    validate(path.words, ({ value }) => (value().trim() === '' ? mistake('Enter the words to redact') : undefined));
  });
  private readonly releasing = signal<{ readonly hasReadAll: readonly 'yes'[] }>({ hasReadAll: [] });
  protected readonly releaseForm = form(this.releasing, (path) => {
    validate(path.hasReadAll, ({ value }) =>
      value().length === 0 ? mistake('Confirm that you have read the whole pack') : undefined,
    );
  });

  protected decide({ ids }: PassageGroup, decision: PassageDecision | ''): Promise<void> {
    return decision === '' ? Promise.resolve() : this.save(ids.map((passageId) => ({ passageId, decision })));
  }

  protected takeSuggestions(): Promise<void> {
    const open = (this.pack()?.passages ?? []).filter(isUndecided);
    return this.save(open.slice(0, 1000).map(({ id, suggestion }) => ({ passageId: id, decision: suggestion })));
  }

  protected async mark(event: Event): Promise<void> {
    event.preventDefault();
    await this.submission.run(this.markForm, async () => {
      const pack = this.pack();
      const { words } = this.marking();
      const place = pack?.records.flatMap(({ entries }) => entries).find(({ text }) => text.includes(words));
      const sent = this.submission.changing(pack?.version ?? 0);
      const body = { pointer: place?.pointer ?? '/none', words };
      this.take(await firstValueFrom(this.service.markPassage(this.accessRequestId(), body, sent)));
      this.marking.set({ words: '' });
      this.live.announce('Marked. It stands at the end of the passages.');
    });
  }

  protected async release(event: Event): Promise<void> {
    event.preventDefault();
    const isReleased = await this.submission.run(this.releaseForm, () => {
      const sent = this.submission.changing(this.pack()?.version ?? 0);
      return firstValueFrom(this.service.releaseAccessPack(this.accessRequestId(), { hasReadAll: true }, sent));
    });
    if (isReleased) await this.router.navigateByUrl(this.back(), { info: 'The pack is released' });
  }

  private async save(choices: { passageId: string; decision: PassageDecision }[]): Promise<void> {
    const decide = async () => {
      const sent = this.submission.changing(this.pack()?.version ?? 0);
      this.take(await firstValueFrom(this.service.decidePassages(this.accessRequestId(), { choices }, sent)));
      this.live.announce(passagesText(this.undecided(), this.pack()?.passages.length ?? 0));
    };
    // Whoever decides quickly decides the next passage while this one still saves.
    await this.submission.run(null, decide, {}, choices[0]?.passageId);
  }

  protected take(pack: AccessPack): void {
    this.resource.set(pack);
  }
}

/** The same words in a field of their own, such as the name of who saved it, are decided once for all places. */
interface PassageGroup {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly ids: readonly string[];
  readonly decision: PassageDecision | '';
}

function groupsOf(passages: readonly PackPassage[]): PassageGroup[] {
  const groups = new Map<string, PackPassage[]>();
  for (const passage of passages) {
    const isWholeField = passage.context === passage.passage;
    const key = isWholeField ? `${passage.kind} ${passage.passage}` : passage.id;
    groups.set(key, [...(groups.get(key) ?? []), passage]);
  }
  return [...groups].flatMap(([key, all]) => {
    const [first] = all;
    if (!first) return [];
    const isSame = all.every(({ decision }) => decision === first.decision);
    const places = all.length > 1 ? `${first.place}, and ${othersText(all.length - 1)}` : first.place;
    return {
      key,
      label: `${passageKindText(first.kind)}: “${first.passage}”`,
      hint: `${places}. Suggested: ${first.suggestion}.${first.context === first.passage ? '' : ` ${first.context}`}`,
      ids: all.map(({ id }) => id),
      decision: isSame ? (first.decision ?? '') : '',
    };
  });
}

function isUndecided({ decision }: PackPassage): boolean {
  return decision === null;
}

function othersText(count: number): string {
  return count === 1 ? '1 other place' : `${count} other places`;
}
