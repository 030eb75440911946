import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const notSuggested = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/otherId',
      code: 'not_suggested_as_duplicate',
      detail: 'The two records are not suggested as one child, or not any longer',
    },
  ]);

export const toldApartNotFound = (): Problem =>
  new Problem(
    404,
    'told_apart_not_found',
    'Not found',
    'There is no such statement about two records, or it was undone.',
  );
