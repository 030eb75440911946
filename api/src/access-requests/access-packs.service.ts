import { Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { fieldsInvalid } from '../common/common.problems.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type {
  AccessPack,
  AccessRequest,
  MarkPassage,
  PackDocumentChoice,
  PassageChoice,
} from './access-request.dto.js';
import { toAccessPack } from './access-request-mapping.js';
import {
  accessPackNotFound,
  accessRequestNotFound,
  identityNotProven,
  packBeingPrepared,
  packDestroyed,
  packNotInReview,
  packNotRead,
  passagesUndecided,
  passageUnknown,
} from './access-request.problems.js';
import { AccessPackProcessor } from './access-pack.processor.js';
import { AccessPackDocumentsService, type PackDownload } from './access-pack-documents.service.js';
import { AccessPacksRepository, type AccessPackRow } from './access-packs.repository.js';
import { AccessRequestsRepository } from './access-requests.repository.js';
import { AccessRequestsService } from './access-requests.service.js';
import { groupBy, textsOf } from './pack-content.js';
import { redact } from './pack-passages.js';

/** The answer to a request for access: prepared by a job, reviewed passage by passage, released once, downloaded. */
@Injectable()
export class AccessPacksService {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: AccessRequestsService,
    private readonly requestsRepository: AccessRequestsRepository,
    private readonly packs: AccessPacksRepository,
    private readonly documents: AccessPackDocumentsService,
    private readonly processor: AccessPackProcessor,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The row first, in its transaction; then the job. A pack that was under review gives way to the new one. */
  async prepare(actor: Actor, requestId: string, version: number): Promise<AccessRequest> {
    const request = await this.requests.change(
      actor,
      requestId,
      version,
      'access_request.pack_prepared',
      async (tx) => {
        const newest = await this.packs.findNewest(tx, actor.authorityId, requestId);
        if (newest?.status === 'queued' || newest?.status === 'running') throw packBeingPrepared();
        if (newest && newest.status !== 'superseded') await this.packs.supersede(tx, actor.authorityId, newest.id);
        await this.packs.insert(tx, actor.authorityId, requestId, actor.userId, this.clock.now());
      },
    );
    if (request.pack) await this.processor.handOver(actor.authorityId, request.pack.id);
    return request;
  }

  read(actor: Actor, requestId: string): Promise<AccessPack> {
    return this.transactions.run(actor, async (tx) => {
      const request = await this.requestsRepository.find(tx, actor.authorityId, requestId);
      if (!request) throw accessRequestNotFound();
      const pack = await this.packs.findNewest(tx, actor.authorityId, requestId);
      if (!pack) throw accessPackNotFound();
      const { childId } = request;
      await this.audit.record(tx, actor, 'access_request.pack_viewed', 'access_request', requestId, {}, { childId });
      return this.present(tx, actor, pack, request.version);
    });
  }

  decide(actor: Actor, requestId: string, version: number, choices: readonly PassageChoice[]): Promise<AccessPack> {
    return this.review(actor, requestId, version, 'access_request.passages_decided', async (tx, pack) => {
      const at = this.clock.now();
      const decided = await this.packs.decide(tx, actor.authorityId, pack.id, choices, actor.userId, at);
      if (decided === choices.length) return;
      throw fieldsInvalid([
        { pointer: '/choices', code: 'passage_unknown', detail: 'Some of these passages are not in this pack.' },
      ]);
    });
  }

  /** A file is given whole or not at all: of the inside of a document nothing can be taken out. */
  decideDocuments(
    actor: Actor,
    requestId: string,
    version: number,
    choices: readonly PackDocumentChoice[],
  ): Promise<AccessPack> {
    const trimmed = choices.map((choice) => ({ ...choice, reason: choice.reason.trim() }));
    const lacking = trimmed.flatMap(({ decision, reason }, index) =>
      decision === 'withhold' && reason === ''
        ? [{ pointer: `/choices/${index}/reason`, code: 'reason_missing', detail: 'Enter why it is withheld.' }]
        : [],
    );
    if (lacking.length > 0) throw fieldsInvalid(lacking);
    return this.review(actor, requestId, version, 'access_request.documents_decided', async (tx, pack) => {
      const at = this.clock.now();
      const decided = await this.packs.decideDocuments(tx, actor.authorityId, pack.id, trimmed, actor.userId, at);
      if (decided === choices.length) return;
      throw fieldsInvalid([
        {
          pointer: '/choices',
          code: 'document_unknown',
          detail: 'Some of these documents are not in this pack, or cannot be given.',
        },
      ]);
    });
  }

  /** What no rule has found: marked by the reviewer, to be taken out. */
  mark(actor: Actor, requestId: string, version: number, { pointer, words }: MarkPassage): Promise<AccessPack> {
    return this.review(actor, requestId, version, 'access_request.passage_marked', async (tx, pack) => {
      const content = await this.packs.findContent(tx, actor.authorityId, pack.id);
      const text = content && textsOf(content).find((candidate) => candidate.pointer === pointer);
      const start = text && words !== '' ? text.text.indexOf(words) : 0;
      if (!text || start < 0) throw passageUnknown();
      const part = words === '' ? { startsAt: null, endsAt: null } : { startsAt: start, endsAt: start + words.length };
      const passage = words === '' ? text.text : words;
      const marked = { pointer, ...part, place: text.place, context: text.text.slice(0, 240), passage };
      await this.packs.insertPassages(tx, actor.authorityId, pack.id, [
        { ...marked, kind: 'marked', suggestion: 'redact' },
      ]);
    });
  }

  /** Redacts, zips and hashes, once and for all; the request is answered. */
  release(actor: Actor, requestId: string, version: number, hasReadAll: boolean): Promise<AccessRequest> {
    if (!hasReadAll) throw packNotRead();
    return this.requests.change(actor, requestId, version, 'access_request.released', async (tx, request) => {
      if (request.identityCheck === 'to_be_proven') throw identityNotProven();
      const pack = await this.packInReview(tx, actor, requestId);
      if (pack.undecidedCount > 0) throw passagesUndecided(pack.undecidedCount);
      const content = await this.packs.findContent(tx, actor.authorityId, pack.id);
      if (!content) throw packNotInReview();
      const passages = await this.packs.findPassages(tx, actor.authorityId, pack.id);
      const out = passages.filter(({ decision }) => decision === 'redact');
      const redacted = Object.fromEntries(
        [...groupBy(out, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
      );
      const at = this.clock.now();
      const archive = await this.documents.archive(tx, actor, pack.id, redact(content, out), { at, redacted });
      await this.packs.release(tx, actor.authorityId, pack.id, archive, actor.userId, at);
      await this.requests.end(tx, actor, request, 'released', null);
    });
  }

  /** The released archive, as it was. */
  download(actor: Actor, requestId: string): Promise<PackDownload & { readonly name: string }> {
    return this.transactions.run(actor, async (tx) => {
      const request = await this.requestsRepository.find(tx, actor.authorityId, requestId);
      if (!request) throw accessRequestNotFound();
      const pack = await this.packs.findNewest(tx, actor.authorityId, requestId);
      if (pack?.status === 'destroyed') throw packDestroyed();
      const frame = pack?.status === 'released' ? await this.packs.findArchive(tx, actor.authorityId, pack.id) : null;
      if (!pack || !frame) throw accessPackNotFound();
      const whole = await this.documents.whole(tx, actor, pack.id, frame);
      const { childId, reference } = request;
      await this.audit.record(tx, actor, 'access_request.downloaded', 'access_request', requestId, {}, { childId });
      return { ...whole, name: `${reference}.zip` };
    });
  }

  private async review(
    actor: Actor,
    requestId: string,
    version: number,
    event: 'access_request.passages_decided' | 'access_request.passage_marked' | 'access_request.documents_decided',
    change: (tx: Tx, pack: AccessPackRow) => Promise<void>,
  ): Promise<AccessPack> {
    const { version: next } = await this.requests.change(actor, requestId, version, event, async (tx) => {
      await change(tx, await this.packInReview(tx, actor, requestId));
    });
    return this.transactions.read(actor, async (tx) => {
      const pack = await this.packs.findNewest(tx, actor.authorityId, requestId);
      if (!pack) throw accessPackNotFound();
      return this.present(tx, actor, pack, next);
    });
  }

  private async packInReview(tx: Tx, actor: Actor, requestId: string): Promise<AccessPackRow> {
    const pack = await this.packs.findNewest(tx, actor.authorityId, requestId);
    if (!pack) throw accessPackNotFound();
    if (pack.status !== 'in_review') throw packNotInReview();
    return pack;
  }

  private async present(tx: Tx, actor: Actor, pack: AccessPackRow, version: number): Promise<AccessPack> {
    const passages = await this.packs.findPassages(tx, actor.authorityId, pack.id);
    const content = await this.packs.findContent(tx, actor.authorityId, pack.id);
    const documents = await this.packs.findDocuments(tx, actor.authorityId, pack.id);
    return toAccessPack(pack, version, passages, documents, content);
  }
}
