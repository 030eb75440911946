import { ApiProperty } from '@nestjs/swagger';

import { FreeAnswers, Instant, WholeNumber } from '../common/fields.js';

export class SaveFormDraft {
  @FreeAnswers({
    maxCharacters: 60_000,
    description: 'What was typed, by field; nothing is checked before it is sent.',
  })
  answers: Record<string, unknown>;
}

export class SavedFormDraft {
  @WholeNumber()
  version: number;

  @Instant()
  savedAt: string;
}

export class FormDraft {
  @WholeNumber({ description: '0: nothing is kept.' })
  version: number;

  @Instant({ nullable: true })
  savedAt: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'What was typed, by field; null: nothing is kept.',
  })
  answers: Record<string, unknown> | null;
}
