import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const reportNotFound = (): Problem =>
  new Problem(404, 'report_not_found', 'Report not found', 'There is no such report, or it is not yours to see.');

export const reportNeedsResult = (): Problem =>
  fieldsInvalid([
    { pointer: '/analysisId', code: 'analysis_without_result', detail: 'Choose an analysis that has succeeded.' },
  ]);

export const reportMoveRefused = (reasons: readonly { readonly message: string }[]): Problem =>
  new Problem(409, 'report_move_refused', 'This cannot be done now', reasons.map((reason) => reason.message).join(' '));
