import { NOTE_CORRECTION_HOURS } from '@panel/case-rules';

import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const noteNotFound = (): Problem =>
  new Problem(404, 'note_not_found', 'Note not found', 'There is no such note, or it is not for you.');

export const noteOfSomebodyElse = (): Problem =>
  new Problem(
    409,
    'note_of_somebody_else',
    'Somebody else wrote this note',
    'Only its author can correct a note. Write a note of your own that says what is different.',
  );

export const noteTooOldToCorrect = (): Problem =>
  new Problem(
    409,
    'note_too_old_to_correct',
    'The note can no longer be corrected',
    `A note can be corrected for ${NOTE_CORRECTION_HOURS} hours. Write another note that says what is different.`,
  );

export const supportNotGiven = (): Problem =>
  new Problem(
    409,
    'support_not_given',
    'You do not give this support',
    'A note about a child is written by the provider who gives, or has given, the support.',
  );

export const noteVisibilityNotYours = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/visibility',
      code: 'note_visibility_not_yours',
      detail: 'Choose a group of readers that you belong to.',
    },
  ]);
