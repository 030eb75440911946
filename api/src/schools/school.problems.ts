import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const schoolAbsent = (): Problem =>
  new Problem(404, 'school_absent', 'School not found', 'There is no such school, or it is not yours to see.');

export const trustAbsent = (): Problem =>
  new Problem(404, 'trust_absent', 'Trust not found', 'There is no such trust in the register.');

export const schoolUnchanged = (): Problem =>
  new Problem(409, 'school_unchanged', 'Nothing was changed', 'Change what is wrong, then save again.');

export const schoolNotCorrected = (): Problem =>
  new Problem(
    409,
    'school_not_corrected',
    'This school follows the register already',
    'Nothing of it was corrected by hand.',
  );

export const closingDayInvalid = (detail: string): Problem =>
  fieldsInvalid([{ pointer: '/closedOn', code: 'closing_day_invalid', detail }]);
