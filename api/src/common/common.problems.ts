import { type FieldProblem, Problem } from './problem.js';

export const notSignedIn = (): Problem =>
  new Problem(
    401,
    'not_signed_in',
    'Sign in first',
    'Your session has ended or you have not signed in. Sign in and try again.',
  );

export const permissionMissing = (): Problem =>
  new Problem(
    403,
    'permission_missing',
    'You may not do this',
    'Your role does not include this action. Ask your administrator if it should.',
  );

export const requestNotFromThisSite = (): Problem =>
  new Problem(
    403,
    'request_not_from_this_site',
    'The request was refused',
    'Changes are only accepted from this service’s own pages or from a client that sends the X-Panel-Request header.',
  );

export const versionMissing = (): Problem =>
  new Problem(
    428,
    'version_missing',
    'Say which version you are changing',
    'Send the ETag of what you read as If-Match.',
  );

export const versionStale = (): Problem =>
  new Problem(
    412,
    'version_stale',
    'Somebody else has changed this',
    'It was changed after you opened it. Load it again, then repeat your change.',
  );

export const fieldsInvalid = (errors: readonly FieldProblem[]): Problem =>
  new Problem(
    422,
    'fields_invalid',
    'Some answers need your attention',
    'Correct the fields named below and send again.',
    errors,
  );

export const identifierInvalid = (): Problem =>
  new Problem(404, 'not_found', 'Not found', 'Nothing here under this address that you may see.');

export const wordRefused = (): Problem =>
  new Problem(
    400,
    'word_refused',
    'The request was refused',
    'No field may be named __proto__, constructor or prototype.',
  );

export const parameterRepeated = (): Problem =>
  new Problem(400, 'parameter_repeated', 'The request was refused', 'Send each parameter of the address once.');

export const bodyTooDeep = (): Problem =>
  new Problem(400, 'body_too_deep', 'The request was refused', 'The body is nested too deeply or has too many values.');

export const requestTooSlow = (): Problem =>
  new Problem(408, 'request_too_slow', 'The request took too long', 'Check your connection and send it again.');

export const idempotencyKeyReused = (): Problem =>
  new Problem(
    422,
    'idempotency_key_reused',
    'This key was used for another request',
    'Use a new Idempotency-Key for a request with another body.',
  );

export const idempotencyKeyMissing = (): Problem =>
  new Problem(
    400,
    'idempotency_key_missing',
    'Idempotency-Key is missing',
    'Send a new UUID as Idempotency-Key, and the same one when you repeat the request.',
  );

/** The person has not shown for a while that it is them: the web asks, and repeats the request. */
export const confirmationNeeded = (): Problem =>
  new Problem(
    403,
    'confirmation_needed',
    'Confirm that it is you',
    'This needs a confirmation of who you are that is not older than five minutes. Confirm, then try again.',
  );

export const tooManyAttempts = (waitSeconds: number): Problem =>
  new Problem(
    429,
    'too_many_attempts',
    'Too many attempts',
    `Wait ${waitInWords(waitSeconds)}, then try again.`,
    [],
    waitSeconds,
  );

function waitInWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
