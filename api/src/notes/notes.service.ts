import { Injectable } from '@nestjs/common';
import { canCorrectNote, NOTE_VISIBILITIES_OF_PROVIDER, noteVisibilitiesOf } from '@panel/case-rules';

import { allocationNotFound } from '../allocations/allocation.problems.js';
import { AllocationViewQuery } from '../allocations/allocation-view.query.js';
import { AuditService } from '../audit/audit.service.js';
import { type Actor, hasRole, may, rolesOf } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { referralNotFound } from '../referrals/referral.problems.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import type { CorrectNote, Note, NotePage, WriteNote } from './note.dto.js';
import {
  noteNotFound,
  noteOfSomebodyElse,
  noteTooOldToCorrect,
  noteVisibilityNotYours,
  supportNotGiven,
} from './note.problems.js';
import { type NoteRow, NotesRepository } from './notes.repository.js';

/** Of which a provider can tell something: not what it has declined, nor what was taken back. */
const givenSupport: readonly string[] = ['approved', 'accepted', 'active', 'completed', 'ended_early'];

const notesOnAPage = 20;
/** More than any case has; a copy of it shows them all. */
const notesOfACopy = 1000;

/** Notes on a case. Each is written for a circle of readers; a correction adds a version, and nothing is ever deleted. */
@Injectable()
export class NotesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: NotesRepository,
    private readonly referrals: ReferralsRepository,
    private readonly allocations: AllocationViewQuery,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, referralId: string, before: string | null): Promise<NotePage> {
    return this.transactions.run(actor, async (tx) => {
      if (!(await this.referrals.find(tx, actor, referralId))) throw referralNotFound();
      await this.audit.record(tx, actor, 'note.listed', 'referral', referralId);
      return this.page(tx, actor, referralId, before);
    });
  }

  /** What the provider of some support may read about the child. */
  listOfAllocation(actor: Actor, allocationId: string, before: string | null): Promise<NotePage> {
    return this.transactions.run(actor, async (tx) => {
      const allocation = await this.allocations.find(tx, actor, allocationId);
      if (!allocation) throw allocationNotFound();
      const { referralId } = allocation;
      await this.audit.record(tx, actor, 'note.listed', 'allocation', allocationId, {}, { referralId });
      return this.page(tx, actor, referralId, before);
    });
  }

  /** All notes of a case that the person may read, for a copy of it. The case was already found to be theirs to see. */
  async loadAll(tx: Tx, actor: Actor, referralId: string): Promise<Note[]> {
    const rows = await this.repository.findOfReferral(tx, actor, referralId, { before: null, limit: notesOfACopy });
    return this.present(tx, actor, rows);
  }

  read(actor: Actor, noteId: string): Promise<Note> {
    return this.transactions.run(actor, async (tx) => {
      const note = await this.load(tx, actor, noteId);
      await this.audit.record(tx, actor, 'note.viewed', 'referral', note.referralId);
      return note;
    });
  }

  write(actor: Actor, referralId: string, key: string, body: WriteNote): Promise<Note> {
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: `writeNote ${referralId}`, key, body, at }, async () => {
        if (!(await this.referrals.find(tx, actor, referralId))) throw referralNotFound();
        checkVisibility(actor, body);
        const { authorityId, userId: writtenBy } = actor;
        const noteId = await this.repository.insert(
          tx,
          { authorityId, referralId, writtenBy, writtenAt: at },
          { visibility: body.visibility, text: body.text.trim() },
        );
        await this.audit.record(tx, actor, 'note.written', 'referral', referralId, { visibility: body.visibility });
        return this.load(tx, actor, noteId);
      }),
    );
  }

  /** A note of the provider of some support, for the coordinator and perhaps the school. */
  writeOfAllocation(actor: Actor, allocationId: string, key: string, body: WriteNote): Promise<Note> {
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(
        tx,
        actor,
        { operation: `writeNoteOfAllocation ${allocationId}`, key, body, at },
        async () => {
          const allocation = await this.allocations.find(tx, actor, allocationId);
          if (!allocation) throw allocationNotFound();
          if (!givenSupport.includes(allocation.status)) throw supportNotGiven();
          const { visibility } = body;
          if (!NOTE_VISIBILITIES_OF_PROVIDER.some((each) => each === visibility)) throw noteVisibilityNotYours();
          const { authorityId, userId: writtenBy } = actor;
          const { referralId, providerId } = allocation;
          const noteId = await this.repository.insert(
            tx,
            { authorityId, referralId, writtenBy, writtenAt: at, providerId },
            { visibility, text: body.text.trim() },
          );
          const detail = { visibility, allocationId };
          await this.audit.record(tx, actor, 'note.written_by_provider', 'referral', referralId, detail);
          return this.load(tx, actor, noteId);
        },
      ),
    );
  }

  correct(actor: Actor, noteId: string, version: number, body: CorrectNote): Promise<Note> {
    const now = this.clock.now();
    return this.transactions.run(actor, async (tx) => {
      const note = await this.repository.lock(tx, actor, noteId);
      if (!note) throw noteNotFound();
      if (note.writtenBy !== actor.userId) throw noteOfSomebodyElse();
      if (note.version !== version) throw versionStale();
      if (!canCorrectNote(note.writtenAt, now)) throw noteTooOldToCorrect();
      checkVisibility(actor, body);
      await this.repository.correct(tx, actor.authorityId, noteId, {
        visibility: body.visibility,
        text: body.text.trim(),
        number: version + 1,
        writtenAt: now,
      });
      // The narrower circle of the two may know that there was a correction.
      await this.audit.record(tx, actor, 'note.corrected', 'referral', note.referralId, {
        visibility: body.visibility,
        before: note.visibility,
        noteId,
      });
      return this.load(tx, actor, noteId);
    });
  }

  private async load(tx: Tx, actor: Actor, noteId: string): Promise<Note> {
    const row = await this.repository.find(tx, actor, noteId);
    if (!row) throw noteNotFound();
    const [note] = await this.present(tx, actor, [row]);
    if (!note) throw noteNotFound();
    return note;
  }

  private async page(tx: Tx, actor: Actor, referralId: string, before: string | null): Promise<NotePage> {
    const rows = await this.repository.findOfReferral(tx, actor, referralId, { before, limit: notesOnAPage + 1 });
    const shown = rows.slice(0, notesOnAPage);
    const isLast = rows.length <= notesOnAPage;
    return { items: await this.present(tx, actor, shown), nextBefore: isLast ? null : (shown.at(-1)?.id ?? null) };
  }

  private async present(tx: Tx, actor: Actor, rows: readonly NoteRow[]): Promise<Note[]> {
    const corrected = rows.filter((row) => row.version > 1 && mayKnowEarlier(actor, row)).map(({ id }) => id);
    const earlier = corrected.length > 0 ? await this.repository.findEarlier(tx, actor.authorityId, corrected) : [];
    const now = this.clock.now();
    return rows.map((row) => ({
      id: row.id,
      referralId: row.referralId,
      version: row.version,
      visibility: row.visibility,
      text: row.text,
      writtenByName: row.writtenByName,
      providerName: row.providerName,
      writtenAt: row.writtenAt.toISOString(),
      correctedAt: row.version > 1 ? row.changedAt.toISOString() : null,
      canCorrect: row.writtenBy === actor.userId && may(actor, 'note:correct') && canCorrectNote(row.writtenAt, now),
      earlier: earlier
        .filter(({ noteId }) => noteId === row.id)
        .map(({ visibility, text, writtenAt }) => ({ visibility, text, writtenAt: writtenAt.toISOString() })),
    }));
  }
}

function checkVisibility(actor: Actor, { visibility }: WriteNote): void {
  if (!noteVisibilitiesOf(rolesOf(actor)).includes(visibility)) throw noteVisibilityNotYours();
}

/** A correction takes something back; whoever it was taken back from does not read it in the earlier version. */
function mayKnowEarlier(actor: Actor, note: NoteRow): boolean {
  return note.writtenBy === actor.userId || hasRole(actor, 'coordinator');
}
