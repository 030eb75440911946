import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const childNotFound = (): Problem =>
  new Problem(404, 'child_not_found', 'Child not found', 'There is no such child, or they are not yours to see.');

export const childMoveNotFound = (): Problem =>
  new Problem(404, 'child_move_not_found', 'Move not found', 'There is no such move, or it was removed.');

export const siblingLinkNotFound = (): Problem =>
  new Problem(404, 'sibling_link_not_found', 'Sibling not found', 'There is no such link, or it was removed.');

export const moveSchoolUnknown = (): Problem =>
  fieldsInvalid([{ pointer: '/schoolId', code: 'school_unknown', detail: 'Choose a school from the list' }]);

export const moveDayImpossible = (detail: string): Problem =>
  fieldsInvalid([{ pointer: '/movedOn', code: 'moved_on_impossible', detail }]);

export const siblingUnknown = (detail: string): Problem =>
  fieldsInvalid([{ pointer: '/upn', code: 'sibling_unknown', detail }]);
