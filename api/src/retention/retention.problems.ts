import { Problem } from '../common/problem.js';

const fields = (pointer: string, code: string, detail: string): Problem =>
  new Problem(
    422,
    'fields_invalid',
    'Some answers need your attention',
    'Correct the fields named below and send again.',
    [{ pointer, code, detail }],
  );

export const recordClassUnknown = (): Problem =>
  new Problem(404, 'record_class_unknown', 'No such class of records', 'The classes are listed under retention.');

export const retentionPeriodTooShort = (atLeastDays: number): Problem =>
  fields('/months', 'period_too_short', `The period must be at least ${atLeastDays} days for this class.`);

export const retentionPeriodTooLong = (): Problem =>
  fields('/months', 'period_too_long', 'The period must be 100 years or less.');

export const previewDateTooFar = (): Problem =>
  fields('/until', 'date_too_far', 'Choose a day from today to 50 years from now.');

export const nothingToHold = (): Problem =>
  fields('/upnOrReference', 'case_unknown', 'No case or child has this pupil number or reference.');

export const draftHasNoChild = (): Problem =>
  fields('/covers', 'case_has_no_child', 'This draft is not joined to a child yet. Hold the case alone.');

export const holdNotFound = (): Problem =>
  new Problem(404, 'legal_hold_not_found', 'Legal hold not found', 'There is no such hold here.');

export const holdAlreadyLifted = (): Problem =>
  new Problem(
    409,
    'legal_hold_lifted',
    'The hold was lifted already',
    'Place a new one if the case must be kept again.',
  );
