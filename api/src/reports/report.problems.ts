import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const reportNotFound = (): Problem =>
  new Problem(404, 'report_not_found', 'Report not found', 'There is no such report, or it is not yours to see.');

export const reportNeedsResult = (): Problem =>
  fieldsInvalid([
    { pointer: '/analysisId', code: 'analysis_without_result', detail: 'Choose an analysis that has succeeded.' },
  ]);

/** Half of the figures need the cases: with some of them gone, the tables would disagree with the money of the analysis. */
export const reportCasesDestroyed = (count: number): Problem =>
  fieldsInvalid([
    {
      pointer: '/analysisId',
      code: 'analysis_cases_destroyed',
      detail: `${count === 1 ? '1 case' : `${count} cases`} of this analysis ${count === 1 ? 'has' : 'have'} been destroyed since, as the retention rules ask. Start a new analysis of the same period and draft the report from it.`,
    },
  ]);

export const reportMoveRefused = (reasons: readonly { readonly message: string }[]): Problem =>
  new Problem(409, 'report_move_refused', 'This cannot be done now', reasons.map((reason) => reason.message).join(' '));
