import { type SchemaFn, validate } from '@angular/forms/signals';
import { compareDates } from '@panel/reference';
import { dateMistake, mistake, typedDate } from '../../home/page/form-mistakes.js';

/** The answers as typed; dates as in `ui-date-input`. */
export interface StartAnalysisAnswers {
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly rateCardId: string;
}

export const startAnalysisSchema: SchemaFn<StartAnalysisAnswers> = (path) => {
  validate(path.periodFrom, ({ value }) => dateMistake(value(), 'the first day of the period'));
  validate(path.periodTo, ({ value, valueOf }) => {
    const wrong = dateMistake(value(), 'the last day of the period');
    const from = typedDate(valueOf(path.periodFrom));
    if (wrong || from === '') return wrong;
    return compareDates(typedDate(value()), from) < 0
      ? mistake('The last day of the period must be the same as or after the first day')
      : undefined;
  });
  validate(path.rateCardId, ({ value }) => (value() === '' ? mistake('Select a rate card') : undefined));
};
