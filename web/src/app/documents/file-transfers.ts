import { HttpEventType } from '@angular/common/http';
import { computed, DestroyRef, inject, signal } from '@angular/core';
import type { Document } from '@panel/api-client';
import { DocumentsService } from '@panel/api-client/documents/documents.service';
import { lastValueFrom, type Observable, tap } from 'rxjs';
import type { HttpEvent } from '@angular/common/http';
import { toProblem } from '../shell/problem.js';

/** One file on its way. */
export interface Transfer {
  readonly name: string;
  readonly percent: number;
  readonly state: 'waiting' | 'sending' | 'checking' | 'done' | 'failed';
}

interface Sending {
  readonly headers: Record<string, string>;
  readonly observe: 'events';
  readonly reportProgress: true;
}

/** Files on their way to the server, one after the other, each with its progress. A field of its page. */
export class FileTransfers {
  private readonly service = inject(DocumentsService);
  private readonly list = signal<readonly Transfer[]>([]);
  /** A file that is sent again after a lost answer is not kept twice. */
  private readonly keys = new WeakMap<File, string>();
  private isGone = false;

  readonly all = this.list.asReadonly();
  readonly isBusy = computed(() => this.list().some(({ state }) => state !== 'done' && state !== 'failed'));

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isGone = true));
  }

  /** Sends each file as a document of its own; gives what was refused, in words, in the order of the files. */
  async add(referralId: string, files: readonly File[]): Promise<readonly string[]> {
    this.list.set(files.map(({ name }) => ({ name, percent: 0, state: 'waiting' })));
    const refusals: string[] = [];
    for (const [index, file] of files.entries()) {
      if (this.isGone) break;
      const refusal = await this.send(index, file, {}, (options) =>
        this.service.addDocument(referralId, { file }, options),
      );
      if (refusal !== null) refusals.push(`${file.name}: ${refusal}`);
    }
    return refusals;
  }

  /** Sends the next version of a document; gives why it was refused, or null. */
  async replace(document: Document, file: File): Promise<string | null> {
    this.list.set([{ name: file.name, percent: 0, state: 'waiting' }]);
    return this.send(0, file, { 'If-Match': `"${document.version}"` }, (options) =>
      this.service.replaceDocument(document.id, { file }, options),
    );
  }

  private async send(
    index: number,
    file: File,
    headers: Readonly<Record<string, string>>,
    start: (options: Sending) => Observable<HttpEvent<Document>>,
  ): Promise<string | null> {
    const key = this.keys.get(file) ?? crypto.randomUUID();
    this.keys.set(file, key);
    this.change(index, { state: 'sending' });
    const options = {
      headers: { ...headers, 'Idempotency-Key': key },
      observe: 'events',
      reportProgress: true,
    } as const;
    try {
      await lastValueFrom(start(options).pipe(tap((event) => this.follow(index, event))));
      this.change(index, { state: 'done', percent: 100 });
      return null;
    } catch (error) {
      this.change(index, { state: 'failed' });
      const problem = toProblem(error);
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- what was thrown goes on as it was
      if (problem.cause) throw problem.cause;
      return problem.detail || problem.title;
    }
  }

  private follow(index: number, event: HttpEvent<Document>): void {
    if (event.type !== HttpEventType.UploadProgress || !event.total) return;
    const percent = Math.min(100, Math.floor((100 * event.loaded) / event.total));
    // All sent: the server still looks at what it is.
    this.change(index, { percent, state: percent === 100 ? 'checking' : 'sending' });
  }

  private change(index: number, changes: Partial<Transfer>): void {
    this.list.update((all) => all.map((each, place) => (place === index ? { ...each, ...changes } : each)));
  }
}
