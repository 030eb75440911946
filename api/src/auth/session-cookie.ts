import type { CookieOptions } from 'express';

/** Without https, on the developer's own machine. */
const plainPrefix = 'panel-';
/** The browser accepts a cookie of this name only over HTTPS, for this host and the whole path. */
const strictPrefix = '__Host-panel-';

type CookieName = 'session' | 'device' | 'start';

export interface Cookie {
  readonly name: string;
  readonly options: CookieOptions;
}

export function sessionCookie(isSecure: boolean): Cookie {
  return cookie('session', isSecure, {});
}

/** Says only that somebody has signed in with this browser before. It signs nobody in. */
export function deviceCookie(isSecure: boolean): Cookie {
  // 400 days: the longest that browsers keep a cookie.
  return cookie('device', isSecure, { maxAge: 400 * 24 * 60 * 60 * 1000 });
}

/** The browser's half of a way to an identity provider: ten minutes, as long as that way is open. */
export function startCookie(isSecure: boolean): Cookie {
  return cookie('start', isSecure, { maxAge: 10 * 60 * 1000 });
}

function cookie(name: CookieName, isSecure: boolean, more: CookieOptions): Cookie {
  return {
    name: `${isSecure ? strictPrefix : plainPrefix}${name}`,
    options: { httpOnly: true, secure: isSecure, sameSite: 'lax', path: '/', ...more },
  };
}

export const readSessionCookie = (header: string | undefined): string | null => read(header, 'session');

export const readDeviceCookie = (header: string | undefined): string | null => read(header, 'device');

export const readStartCookie = (header: string | undefined): string | null => read(header, 'start');

/** The strict one first: a plain one beside it was set by another host of the same site, and is not ours. */
function read(header: string | undefined, wanted: CookieName): string | null {
  const cookies = new Map((header ?? '').split(';').map((part) => pairOf(part.trim())));
  const value = cookies.get(strictPrefix + wanted) ?? cookies.get(plainPrefix + wanted) ?? '';
  return /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
}

function pairOf(text: string): readonly [name: string, value: string] {
  const [name = '', value = ''] = text.split('=');
  return [name, value];
}
