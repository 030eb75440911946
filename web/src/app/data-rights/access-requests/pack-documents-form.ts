import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { applyEach, form, FormField, validate } from '@angular/forms/signals';
import type { AccessPack, PackDocument, PackDocumentDecision } from '@panel/api-client';
import { AccessRequestsService } from '@panel/api-client/access-requests/access-requests.service';
import { Button, Conditional, type Option, Radios, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake } from '../../home/page/form-mistakes.js';
import type { Submission } from '../../home/page/submission.js';
import { LiveRegion } from '../../shell/live-region.js';
import { documentsText, packDocumentText, unavailableText } from './access-request-words.js';

interface Answer {
  readonly id: string;
  readonly decision: PackDocumentDecision | '';
  readonly reason: string;
}

/** The files of the child's cases: each is given whole, or withheld with a reason that the person who asked will read. */
@Component({
  selector: 'app-pack-documents-form',
  imports: [Button, Conditional, FormField, Radios, TextInput],
  template: `
    @if (open().length > 0) {
      <p class="govuk-body">
        A document is given whole or not at all, with everything it says about others. Open each one and read it.
        {{ documentsText(undecided()) }}
      </p>
      <form novalidate (submit)="save($event)">
        @for (document of open(); track document.id; let index = $index) {
          @let answer = form.choices[index];
          @if (answer) {
            <p class="govuk-body govuk-!-margin-bottom-2">
              <a
                class="govuk-link govuk-!-text-break-word"
                [attr.href]="addressOf(document)"
                [attr.download]="document.fileName"
                >Open {{ textOf(document) }}</a
              >
            </p>
            <ui-radios
              [id]="'choices-' + index + '-decision'"
              [label]="index + 1 + '. ' + textOf(document)"
              labelSize="s"
              [options]="decisions"
              [formField]="answer.decision"
              [error]="submission().errorOf('choices-' + index + '-decision')"
            >
              <ng-template uiConditional="withhold">
                <ui-input
                  [id]="'choices-' + index + '-reason'"
                  label="Why is it withheld?"
                  hint="The person who asked reads this. Do not say what the document says about others."
                  [formField]="answer.reason"
                  [error]="submission().errorOf('choices-' + index + '-reason')"
                />
              </ng-template>
            </ui-radios>
          }
        }
        <button ui-button kind="secondary">Save the decisions on documents</button>
      </form>
    }
    @if (closed().length > 0) {
      <p class="govuk-body">These are named in the pack, with the reason why they are not in it:</p>
      <ul class="govuk-list govuk-list--bullet">
        @for (document of closed(); track document.id) {
          <li class="govuk-!-text-break-word">{{ textOf(document) }}: {{ reasonOf(document) }}</li>
        }
      </ul>
    }
  `,
})
export class PackDocumentsForm {
  readonly accessRequestId = input.required<string>();
  readonly pack = input.required<AccessPack>();
  readonly submission = input.required<Submission>();
  readonly decided = output<AccessPack>();

  private readonly service = inject(AccessRequestsService);
  private readonly live = inject(LiveRegion);
  protected readonly decisions: readonly Option<PackDocumentDecision | ''>[] = [
    { value: 'include', text: 'Include it in the pack' },
    { value: 'withhold', text: 'Withhold it' },
  ];
  protected readonly open = computed(() => this.pack().documents.filter(({ unavailable }) => unavailable === null));
  protected readonly closed = computed(() => this.pack().documents.filter(({ unavailable }) => unavailable !== null));
  protected readonly undecided = computed(() => this.open().filter(({ decision }) => decision === null).length);
  /** What is chosen and not yet saved stays when something else of the pack is saved. */
  private readonly answers = linkedSignal<readonly PackDocument[], { readonly choices: readonly Answer[] }>({
    source: this.open,
    computation: (documents, previous) => ({
      choices: documents.map(
        ({ id, decision, withheldReason }) =>
          previous?.value.choices.find((answer) => answer.id === id) ?? {
            id,
            decision: decision ?? '',
            reason: withheldReason ?? '',
          },
      ),
    }),
  });
  protected readonly form = form(this.answers, (path) => {
    applyEach(path.choices, (answer) => {
      validate(answer.reason, ({ value, valueOf }) =>
        valueOf(answer.decision) === 'withhold' && value().trim() === ''
          ? mistake('Enter why the document is withheld')
          : undefined,
      );
    });
  });
  protected readonly documentsText = documentsText;
  protected readonly textOf = packDocumentText;
  protected readonly reasonOf = unavailableText;

  protected addressOf({ id }: PackDocument): string {
    return `/api/access-requests/${this.accessRequestId()}/pack/documents/${id}`;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const choices = this.answers().choices.flatMap(({ id, decision, reason }) =>
      decision === '' ? [] : [{ packDocumentId: id, decision, reason: decision === 'withhold' ? reason : '' }],
    );
    const submission = this.submission();
    await submission.run(this.form, async () => {
      const sent = submission.changing(this.pack().version);
      const pack = await firstValueFrom(this.service.decidePackDocuments(this.accessRequestId(), { choices }, sent));
      this.decided.emit(pack);
      const left = pack.documents.filter(({ unavailable, decision }) => unavailable === null && decision === null);
      this.live.announce(`Saved. ${documentsText(left.length)}`);
    });
  }
}
