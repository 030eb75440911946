import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import { CorrectNote, Note, NoteListParameters, NotePage, WriteNote } from './note.dto.js';
import { NotesService } from './notes.service.js';

@ApiTags('notes')
@Controller()
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Get('referrals/:referralId/notes')
  @Requires('note:list')
  @Audited('note.listed')
  @ApiOkResponse({ type: NotePage })
  listNotes(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @Query() { before }: NoteListParameters,
  ): Promise<NotePage> {
    return this.notes.list(actor, referralId, before ?? null);
  }

  @Get('allocations/:allocationId/notes')
  @Requires('note:list_of_allocation')
  @Audited('note.listed')
  @ApiOkResponse({ type: NotePage })
  listNotesOfAllocation(
    @CurrentActor() actor: Actor,
    @Id('allocationId') allocationId: string,
    @Query() { before }: NoteListParameters,
  ): Promise<NotePage> {
    return this.notes.listOfAllocation(actor, allocationId, before ?? null);
  }

  @Post('allocations/:allocationId/notes')
  @Requires('note:write_of_allocation')
  @Audited('note.written_by_provider')
  @ApiCreatedResponse({ type: Note })
  writeNoteOfAllocation(
    @CurrentActor() actor: Actor,
    @Id('allocationId') allocationId: string,
    @IdempotencyKey() key: string,
    @Body() body: WriteNote,
  ): Promise<Note> {
    return this.notes.writeOfAllocation(actor, allocationId, key, body);
  }

  @Post('referrals/:referralId/notes')
  @Requires('note:write')
  @Audited('note.written')
  @ApiCreatedResponse({ type: Note })
  writeNote(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IdempotencyKey() key: string,
    @Body() body: WriteNote,
  ): Promise<Note> {
    return this.notes.write(actor, referralId, key, body);
  }

  @Get('notes/:noteId')
  @Requires('note:list')
  @Audited('note.viewed')
  @ApiOkResponse({ type: Note })
  readNote(@CurrentActor() actor: Actor, @Id('noteId') noteId: string): Promise<Note> {
    return this.notes.read(actor, noteId);
  }

  @Post('notes/:noteId/correct')
  @HttpCode(200)
  @Requires('note:correct')
  @Audited('note.corrected')
  @ApiOkResponse({ type: Note })
  correctNote(
    @CurrentActor() actor: Actor,
    @Id('noteId') noteId: string,
    @IfMatch() version: number,
    @Body() body: CorrectNote,
  ): Promise<Note> {
    return this.notes.correct(actor, noteId, version, body);
  }
}
