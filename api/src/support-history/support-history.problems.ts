import { fieldsInvalid } from '../common/common.problems.js';
import { Problem } from '../common/problem.js';

export const consultationNotFound = (): Problem =>
  new Problem(404, 'consultation_not_found', 'Consultation not found', 'There is no such consultation on your cases.');

export const agencyReportNotFound = (): Problem =>
  new Problem(404, 'agency_report_not_found', 'Report not found', 'There is no such report on your cases.');

export const supportOfClosedCase = (): Problem =>
  new Problem(
    409,
    'support_of_closed_case',
    'The case has ended',
    'What was done for the child is recorded while a case is open.',
  );

export const dayInFuture = (field: 'heldOn' | 'reportedOn'): Problem =>
  fieldsInvalid([{ pointer: `/${field}`, code: 'day_in_future', detail: 'The date must be today or in the past' }]);

export const documentNotOfCase = (): Problem =>
  fieldsInvalid([
    { pointer: '/documentId', code: 'document_not_of_case', detail: 'Choose a document of this case, or none' },
  ]);
