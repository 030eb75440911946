import { Problem } from '../../common/problem.js';

const atField = (pointer: string, code: string, detail: string) => [{ pointer, code, detail }];

export const appCodeRefused = (): Problem =>
  new Problem(
    422,
    'app_code_refused',
    'The code is not right',
    'Enter the six digits that the app shows now.',
    atField(
      '/code',
      'app_code_refused',
      'This is not the code that the app shows now. Wait for the next one and enter it.',
    ),
  );

export const appNotBegun = (): Problem =>
  new Problem(
    409,
    'app_not_begun',
    'Begin again',
    'The key of the app has expired or was not asked for. Begin again and scan the new one.',
  );

export const passkeyNotAdded = (): Problem =>
  new Problem(
    422,
    'passkey_not_added',
    'The passkey could not be added',
    'The answer of the device did not fit. Try again, and confirm on the device that it is you.',
  );

export const passkeyKnown = (): Problem =>
  new Problem(409, 'passkey_known', 'This passkey is there already', 'Use another device or security key.');

export const factorNotFound = (): Problem =>
  new Problem(404, 'not_found', 'Not found', 'Nothing here under this address that you may see.');

export const lastFactor = (): Problem =>
  new Problem(
    409,
    'last_factor',
    'This is the last one you have',
    'Add another authenticator app or passkey first. Without a second factor you could not sign in.',
  );

export const lastPasskey = (): Problem =>
  new Problem(
    409,
    'last_passkey',
    'This is the last passkey you have',
    'Your role asks for a passkey. Add another one first.',
  );

export const noFactorYet = (): Problem =>
  new Problem(
    409,
    'no_factor_yet',
    'Set up a second factor first',
    'Recovery codes stand in for an authenticator app or a passkey. Add one of these first.',
  );
