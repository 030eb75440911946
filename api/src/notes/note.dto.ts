import { NOTE_VISIBILITIES, type NoteVisibility } from '@panel/case-rules';

import { Instant, ListOf, OneOf, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';

export class WriteNote {
  @OneOf(NOTE_VISIBILITIES, { name: 'NoteVisibility' })
  visibility: NoteVisibility;

  @Text({ max: 5000, min: 1 })
  text: string;
}

export class CorrectNote extends WriteNote {}

/** What a note said before it was corrected. */
export class EarlierNote {
  @OneOf(NOTE_VISIBILITIES, { name: 'NoteVisibility' })
  visibility: NoteVisibility;

  @Text({ max: 5000 })
  text: string;

  @Instant()
  writtenAt: string;
}

export class Note extends WriteNote {
  @Uuid()
  id: string;

  @Uuid()
  referralId: string;

  @WholeNumber({ description: '1 as it was written; each correction counts it up.' })
  version: number;

  @Text({ max: 200 })
  writtenByName: string;

  @Text({ max: 200, nullable: true, description: 'The provider for which it was written; null: by school or council.' })
  providerName: string | null;

  @Instant()
  writtenAt: string;

  @Instant({ nullable: true })
  correctedAt: string | null;

  @YesNo({ description: 'The person asking wrote it, and can still correct it.' })
  canCorrect: boolean;

  @ListOf(() => EarlierNote, {
    description:
      'What it said before, the newest first; only for its author and the council, who can see what was taken back.',
  })
  earlier: EarlierNote[];
}

export class NotePage {
  @ListOf(() => Note, { description: 'The newest first.' })
  items: Note[];

  @Uuid({ nullable: true, description: 'Send as `before` for the next page; null on the last.' })
  nextBefore: string | null;
}

export class NoteListParameters {
  @Uuid({ optional: true })
  before?: string;
}
