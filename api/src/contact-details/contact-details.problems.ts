import { fieldsInvalid } from '../common/common.problems.js';
import { Problem, type FieldProblem } from '../common/problem.js';

export const councilNotFound = (): Problem =>
  new Problem(404, 'council_not_found', 'Council not found', 'This service is not used by a council of that name.');

export const phonesInvalid = (fields: readonly string[]): Problem =>
  fieldsInvalid(
    fields.map((field): FieldProblem => ({
      pointer: `/${field}`,
      code: 'phone_invalid',
      detail: 'Enter a phone number, like 01632 960 001, or leave this empty',
    })),
  );
