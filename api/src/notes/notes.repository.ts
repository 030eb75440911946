import { Injectable } from '@nestjs/common';
import type { NoteVisibility } from '@panel/case-rules';

import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import { notesVisibleTo } from './note-visibility.js';

export interface NoteRow {
  readonly id: string;
  readonly referralId: string;
  readonly version: number;
  readonly visibility: NoteVisibility;
  readonly text: string;
  readonly writtenBy: string;
  readonly writtenByName: string;
  readonly providerName: string | null;
  readonly writtenAt: Date;
  /** When the newest version was written. */
  readonly changedAt: Date;
}

export interface NoteVersionRow {
  readonly noteId: string;
  readonly visibility: NoteVisibility;
  readonly text: string;
  readonly writtenAt: Date;
}

const select = `select n.id, n.referral_id as "referralId", n.version, v.visibility, v.text, n.written_by as "writtenBy",
         u.name as "writtenByName", p.name as "providerName", n.written_at as "writtenAt", v.written_at as "changedAt"
    from notes n
    join note_versions v on v.authority_id = n.authority_id and v.note_id = n.id and v.number = n.version
    join referrals r on r.authority_id = n.authority_id and r.id = n.referral_id
    join users u on u.id = n.written_by
    left join providers p on p.authority_id = n.authority_id and p.id = n.provider_id`;

@Injectable()
export class NotesRepository {
  /** The newest of a case that the person may read, older than `before`. The case was already found to be theirs to see. */
  findOfReferral(
    tx: Tx,
    actor: Actor,
    referralId: string,
    page: { readonly before: string | null; readonly limit: number },
  ): Promise<NoteRow[]> {
    const values: unknown[] = [referralId, page.before, page.limit];
    return tx.rows<NoteRow>(
      `${select} where n.referral_id = $1 and ($2::uuid is null or (n.written_at, n.id) <
         (select b.written_at, b.id from notes b where b.authority_id = n.authority_id and b.id = $2::uuid)) and ${notesVisibleTo(actor, values)}
        order by n.written_at desc, n.id desc limit $3`,
      values,
    );
  }

  async find(tx: Tx, actor: Actor, noteId: string): Promise<NoteRow | null> {
    const values: unknown[] = [noteId];
    const [row] = await tx.rows<NoteRow>(`${select} where n.id = $1 and ${notesVisibleTo(actor, values)}`, values);
    return row ?? null;
  }

  /** Holds the note until the transaction ends. */
  async lock(tx: Tx, actor: Actor, noteId: string): Promise<NoteRow | null> {
    const values: unknown[] = [noteId];
    const [row] = await tx.rows<NoteRow>(
      `${select} where n.id = $1 and ${notesVisibleTo(actor, values)} for update of n`,
      values,
    );
    return row ?? null;
  }

  /** What these notes said before their newest version, the newest first. */
  findEarlier(tx: Tx, authorityId: number, noteIds: readonly string[]): Promise<NoteVersionRow[]> {
    return tx.rows<NoteVersionRow>(
      `select v.note_id as "noteId", v.visibility, v.text, v.written_at as "writtenAt"
         from note_versions v join notes n on n.authority_id = v.authority_id and n.id = v.note_id
        where v.authority_id = $1 and v.note_id = any($2::uuid[]) and v.number < n.version
        order by v.note_id, v.number desc`,
      [authorityId, noteIds],
    );
  }

  async insert(
    tx: Tx,
    note: {
      readonly authorityId: number;
      readonly referralId: string;
      readonly writtenBy: string;
      readonly writtenAt: Date;
      readonly providerId?: string;
    },
    first: { readonly visibility: NoteVisibility; readonly text: string },
  ): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      'insert into notes (authority_id, referral_id, written_by, written_at, provider_id) values ($1, $2, $3, $4, $5) returning id',
      [note.authorityId, note.referralId, note.writtenBy, note.writtenAt, note.providerId ?? null],
    );
    if (!row) throw new Error('the insert of a note gave no id');
    await this.addVersion(tx, note.authorityId, row.id, { ...first, number: 1, writtenAt: note.writtenAt });
    return row.id;
  }

  /** Adds a version to a locked note and makes it the one that counts. */
  async correct(
    tx: Tx,
    authorityId: number,
    noteId: string,
    version: {
      readonly visibility: NoteVisibility;
      readonly text: string;
      readonly number: number;
      readonly writtenAt: Date;
    },
  ): Promise<void> {
    await this.addVersion(tx, authorityId, noteId, version);
    await tx.rows('update notes set version = $3 where authority_id = $1 and id = $2', [
      authorityId,
      noteId,
      version.number,
    ]);
  }

  private async addVersion(
    tx: Tx,
    authorityId: number,
    noteId: string,
    version: {
      readonly visibility: NoteVisibility;
      readonly text: string;
      readonly number: number;
      readonly writtenAt: Date;
    },
  ): Promise<void> {
    await tx.rows(
      `insert into note_versions (authority_id, note_id, number, visibility, text, written_at) values ($1, $2, $3, $4, $5, $6)`,
      [authorityId, noteId, version.number, version.visibility, version.text, version.writtenAt],
    );
  }
}
