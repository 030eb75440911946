import { Problem } from '../common/problem.js';
import { fieldsInvalid } from '../common/common.problems.js';

export const rateCardNameTaken = (): Problem =>
  fieldsInvalid([
    { pointer: '/name', code: 'rate_card_name_taken', detail: 'Choose another name: a rate card of this name exists.' },
  ]);

export const rateCardDatesReversed = (): Problem =>
  fieldsInvalid([
    { pointer: '/endsOn', code: 'rate_card_dates_reversed', detail: 'Enter an end that is not before the start.' },
  ]);

export const noRateCardInForce = (): Problem =>
  new Problem(
    409,
    'no_rate_card_in_force',
    'There is no rate card for this day',
    'Ask the administrator to add a rate card that is in force on this day.',
  );

export const rateCardNotFound = (): Problem =>
  fieldsInvalid([{ pointer: '/rateCardId', code: 'rate_card_not_found', detail: 'Choose one of the rate cards.' }]);
