import { Problem } from '../../common/problem.js';

export const nothingToCopy = (): Problem =>
  new Problem(
    409,
    'nothing_to_copy',
    'There is no such version to copy',
    'A copy is made of what was submitted. Load the page again to see which versions there are.',
  );

export const noPdfHere = (): Problem =>
  new Problem(
    409,
    'no_pdf_here',
    'This installation makes no PDF',
    'Open the copy and print it: every browser can print to a PDF.',
  );

export const copyNotFound = (): Problem =>
  new Problem(404, 'referral_copy_not_found', 'Copy not found', 'There is no such copy, or it is not yours to see.');

export const copyNotReady = (): Problem =>
  new Problem(409, 'referral_copy_not_ready', 'The PDF is not ready', 'Wait a moment, or ask for it again.');
