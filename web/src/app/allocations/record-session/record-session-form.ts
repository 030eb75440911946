import { type SchemaPathTree, validate } from '@angular/forms/signals';
import type { Attendance } from '@panel/api-client';
import { compareDates } from '@panel/reference';
import { dateMistake, mistake, typedDate, typedWholeNumber } from '../../home/page/form-mistakes.js';

/** A session as it is typed. */
export interface SessionAnswers {
  readonly heldOn: string;
  readonly minutes: string;
  readonly attendance: Attendance | '';
  readonly note: string;
}

/** The limits of the API. */
export const minutesLimit = 600;
export const noteLimit = 2000;

/** `today`: no session is recorded before it took place. */
export function sessionSchema(path: SchemaPathTree<SessionAnswers>, today: string): void {
  validate(path.heldOn, ({ value }) => {
    const wrong = dateMistake(value(), 'the date of the session');
    if (wrong) return wrong;
    return compareDates(typedDate(value()), today) > 0
      ? mistake('The date of the session must be today or in the past')
      : undefined;
  });
  validate(path.attendance, ({ value }) => (value() === '' ? mistake('Select what happened') : undefined));
  validate(path.minutes, ({ value, valueOf }) => {
    // Only a session that took place has a length.
    if (valueOf(path.attendance) !== 'attended') return undefined;
    const minutes = typedWholeNumber(value());
    if (value().trim() === '') return mistake('Enter how many minutes the session took');
    return minutes === undefined || minutes < 1 || minutes > minutesLimit
      ? mistake(`Minutes must be a whole number from 1 to ${minutesLimit}`)
      : undefined;
  });
  validate(path.note, ({ value }) =>
    value().length > noteLimit
      ? mistake(`Note must be ${noteLimit.toLocaleString('en-GB')} characters or less`)
      : undefined,
  );
}
