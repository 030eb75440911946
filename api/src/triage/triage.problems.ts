import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const declineReasonUnknown = (): Problem =>
  fieldsInvalid([
    { pointer: '/reasonCode', code: 'decline_reason_unknown', detail: 'Choose one of the published reasons.' },
  ]);

export const returnItemsMissing = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/items',
      code: 'return_items_missing',
      detail: 'Select or add at least one question, so that the school knows what to answer.',
    },
  ]);

export const returnFieldInvalid = (index: number): Problem =>
  fieldsInvalid([
    { pointer: `/items/${index}/field`, code: 'return_field_invalid', detail: 'Choose a question from the list.' },
  ]);

export const resourceUnknown = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/resourceIds',
      code: 'toolkit_resource_unknown',
      detail: 'A chosen page of the toolkit is no longer there. Choose again.',
    },
  ]);

export const returnItemNotFound = (): Problem =>
  new Problem(
    404,
    'return_item_not_found',
    'Question not found',
    'There is no such question, or it is not yours to see.',
  );

export const returnItemClosed = (): Problem =>
  new Problem(
    409,
    'return_item_closed',
    'This question can no longer be answered',
    'The referral has been submitted again, or the question belongs to an earlier return.',
  );
