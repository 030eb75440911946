import { Problem } from '../common/problem.js';

export const auditEventNotFound = (): Problem =>
  new Problem(404, 'audit_event_not_found', 'Event not found', 'There is no such event in the audit trail.');

export const auditCaseNotFound = (): Problem =>
  new Problem(
    422,
    'fields_invalid',
    'Some answers need your attention',
    'Correct the fields named below and send again.',
    [{ pointer: '/reference', code: 'case_not_found', detail: 'There is no case with this reference.' }],
  );
