import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const analysisNotFound = (): Problem =>
  new Problem(404, 'analysis_not_found', 'Analysis not found', 'There is no such analysis, or it is not yours to see.');

export const analysisPeriodReversed = (): Problem =>
  fieldsInvalid([
    { pointer: '/periodTo', code: 'period_reversed', detail: 'Enter an end that is not before the start.' },
  ]);

export const analysisMoveRefused = (reasons: readonly { readonly message: string }[]): Problem =>
  new Problem(
    409,
    'analysis_move_refused',
    'This cannot be done now',
    reasons.map((reason) => reason.message).join(' '),
  );

export const analysisHasNoResult = (): Problem =>
  new Problem(409, 'analysis_has_no_result', 'There is no result yet', 'Wait until the analysis has succeeded.');
