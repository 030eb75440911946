import { Problem } from '../common/problem.js';

export const formNotFound = (): Problem =>
  new Problem(404, 'form_not_found', 'Form not found', 'There is no such form on your cases.');
