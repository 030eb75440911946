import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const toolkitResourceNotFound = (): Problem =>
  new Problem(404, 'toolkit_resource_not_found', 'Resource not found', 'There is no such page of the toolkit.');

export const toolkitResourceRetired = (): Problem =>
  new Problem(
    409,
    'toolkit_resource_retired',
    'This resource is retired',
    'It is no longer shown to schools, and is kept as it was. Add a new one instead.',
  );

export const toolkitTitleTaken = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/title',
      code: 'toolkit_title_taken',
      detail: 'Another resource has this title. Choose a different one.',
    },
  ]);

export const toolkitCodeUnknown = (pointer: string): Problem =>
  fieldsInvalid([{ pointer, code: 'toolkit_code_unknown', detail: 'Choose from the list.' }]);

export const toolkitLinkUnsafe = (index: number): Problem =>
  fieldsInvalid([
    {
      pointer: `/links/${index}/url`,
      code: 'toolkit_link_unsafe',
      detail: 'Enter a web address that begins with https://',
    },
  ]);

export const toolkitPeriodReversed = (): Problem =>
  fieldsInvalid([
    {
      pointer: '/validTo',
      code: 'toolkit_period_reversed',
      detail: 'The last day must be on or after the first day.',
    },
  ]);
