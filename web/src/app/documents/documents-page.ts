import { Component, computed, effect, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listDocumentsResource } from '@panel/api-client/documents/documents.resource';
import { DocumentsService } from '@panel/api-client/documents/documents.service';
import { findDocumentProblem } from '@panel/case-rules';
import { Button, ErrorSummary, FileUpload, InsetText, instantText } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { lastValue } from '../home/page/last-value.js';
import { CaseFile } from '../referrals/case/case-file.js';
import { DoneMessage } from '../referrals/case/done-message.js';
import { asProblem } from '../referrals/field-messages.js';
import { CurrentSession } from '../session/current-session.js';
import { FormProblems } from '../shell/form-problems.js';
import { LiveRegion } from '../shell/live-region.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { DocumentCard } from './document-card.js';
import { acceptedFiles, fileHint, waitingVersions } from './document-words.js';
import { FileTransfers } from './file-transfers.js';
import { TransferList } from './transfer-list.js';

const lookEveryMilliseconds = 2_000;

/** The documents of a case: what is there, and the way to add more. */
@Component({
  providers: [FormProblems],
  imports: [
    Button,
    DocumentCard,
    DoneMessage,
    ErrorSummary,
    FileUpload,
    InsetText,
    Loading,
    ProblemMessage,
    RouterLink,
    TransferList,
  ],
  template: `
    <app-done-message />
    <ui-error-summary [errors]="problems.errors()" />
    <h1 class="govuk-heading-l">Documents</h1>
    @if (documents(); as list) {
      @if (tasksLink(); as link) {
        <p class="govuk-body"><a class="govuk-link" [routerLink]="link">Go on with the referral</a></p>
      }
      @if (mayUpload() && list.canChange) {
        <form novalidate (submit)="upload($event)">
          <ui-file-upload
            id="files"
            label="Add reports, plans and other documents"
            labelSize="m"
            [hint]="hint"
            [accept]="accept"
            [error]="problems.messageFor('files')"
            multiple
            (chosen)="chosen.set($event)"
          />
          <button ui-button kind="secondary">Upload files</button>
        </form>
        @if (transfers.all().length > 0) {
          <app-transfer-list [transfers]="transfers.all()" />
        }
      } @else if (!list.canChange) {
        <ui-inset-text>This case has ended, so documents can no longer be added or removed.</ui-inset-text>
      }
      @for (document of list.items; track document.id) {
        <app-document-card [document]="document" [canChange]="list.canChange && mayUpload()" />
      } @empty {
        <p class="govuk-body">No documents have been added yet.</p>
      }
      @if (list.removed.length > 0) {
        <h2 class="govuk-heading-m">Removed documents</h2>
        <ul class="govuk-list govuk-list--bullet">
          @for (removed of list.removed; track removed.id) {
            <li>Removed on {{ dayOf(removed.removedAt) }} by {{ removed.removedByName }}: {{ removed.reason }}</li>
          }
        </ul>
      }
    } @else if (resource.error(); as error) {
      <app-problem [error]="error" (tryAgain)="resource.reload()" />
    } @else {
      <app-loading />
    }
  `,
})
export class DocumentsPage {
  private readonly file = inject(CaseFile);
  private readonly session = inject(CurrentSession);
  private readonly service = inject(DocumentsService);
  private readonly live = inject(LiveRegion);
  protected readonly problems = inject(FormProblems);
  protected readonly transfers = new FileTransfers();
  protected readonly resource = listDocumentsResource(this.file.referralId);
  protected readonly documents = lastValue(this.resource);
  protected readonly chosen = signal<readonly File[]>([]);
  protected readonly mayUpload = computed(() => this.session.may('document:upload'));
  /** Whoever writes the referral comes from its task list, and goes back there. */
  protected readonly tasksLink = computed(() =>
    this.file.referral.hasValue() && this.file.referral.value().isEditable
      ? `/referrals/${this.file.referralId()}/tasks`
      : undefined,
  );
  private readonly input = viewChild(FileUpload);
  private readonly waiting = computed(() => waitingVersions(this.documents()?.items ?? []), {
    equal: (a, b) => a.join() === b.join(),
  });

  protected readonly accept = acceptedFiles;
  protected readonly hint = `You can choose several at once. ${fileHint}`;
  protected readonly dayOf = instantText;

  constructor() {
    effect((onCleanup) => {
      const ids = this.waiting();
      if (ids.length === 0) return;
      const timer = setInterval(() => void this.look(ids), lookEveryMilliseconds);
      onCleanup(() => clearInterval(timer));
    });
  }

  protected async upload(event: Event): Promise<void> {
    event.preventDefault();
    if (this.transfers.isBusy()) return;
    const files = this.chosen();
    if (files.length === 0) return this.refuse(['Choose at least one file']);
    const judged = files.map((file) => ({
      file,
      problem: findDocumentProblem({ name: file.name, sizeBytes: file.size }),
    }));
    const refused = judged.flatMap(({ file, problem }) => (problem === null ? [] : [`${file.name} ${problem}`]));
    const good = judged.flatMap(({ file, problem }) => (problem === null ? [file] : []));
    this.problems.clear();
    if (good.length > 0) this.live.announce(`Uploading ${countOf(good.length)}`);
    refused.push(...(await this.transfers.add(this.file.referralId(), good)));
    this.input()?.clear();
    this.chosen.set([]);
    this.resource.reload();
    if (refused.length > 0) this.refuse(refused);
    else this.live.announce(`${countOf(good.length)} uploaded`);
  }

  private refuse(messages: readonly string[]): void {
    this.problems.show(asProblem(messages.map((message) => ({ pointer: '/files', message }))));
  }

  /** The list is read again, which is recorded, only when there is something new. */
  private async look(ids: readonly string[]): Promise<void> {
    const scans = await Promise.all(
      ids.map((id) => firstValueFrom(this.service.readDocumentScan(id)).catch(() => null)),
    );
    if (scans.every((scan) => scan === null || scan.scanStatus === 'quarantined')) return;
    this.live.announce('A document has been checked for viruses');
    this.resource.reload();
  }
}

function countOf(files: number): string {
  return files === 1 ? '1 file' : `${files} files`;
}
