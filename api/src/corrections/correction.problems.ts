import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const draftNotCorrected = (): Problem =>
  new Problem(409, 'draft_not_corrected', 'This is a draft', 'Its answers are changed where they are written.');

export const upnTaken = (): Problem =>
  new Problem(
    409,
    'upn_taken',
    'Another child has this UPN',
    'Two records of one child cannot be joined here. Check the UPN with both schools.',
  );

export const newValueInvalid = (code: string, detail: string): Problem =>
  fieldsInvalid([{ pointer: '/newValue', code, detail }]);

export const refusalReasonMissing = (): Problem =>
  fieldsInvalid([{ pointer: '/refusalReason', code: 'refusal_reason_missing', detail: 'Enter why it is refused.' }]);
