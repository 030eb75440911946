import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const childMergeNotFound = (): Problem =>
  new Problem(404, 'child_merge_not_found', 'Merge not found', 'There is no such merge, or it is not yours to see.');

export const childMergeWithItself = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/mergedChildId',
      code: 'child_merge_with_itself',
      detail: 'Choose another record: this is the same one',
    },
  ]);

export const childMergeRefused = (obstacles: readonly string[]): Problem =>
  new Problem(409, 'child_merge_refused', 'These records cannot be merged now', obstacles.join(' '));

export const childMergeUndoRefused = (reason: string): Problem =>
  new Problem(409, 'child_merge_undo_refused', 'This merge cannot be undone', reason);
