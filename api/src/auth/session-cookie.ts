import type { CookieOptions } from 'express';

const plainName = 'panel-session';
/** The browser accepts a cookie of this name only over HTTPS, for this host and the whole path. */
const strictName = '__Host-panel-session';

export function sessionCookie(isSecure: boolean): { name: string; options: CookieOptions } {
  return {
    name: isSecure ? strictName : plainName,
    options: { httpOnly: true, secure: isSecure, sameSite: 'lax', path: '/' },
  };
}

export function readSessionCookie(header: string | undefined): string | null {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if ((name === strictName || name === plainName) && value && /^[A-Za-z0-9_-]{43}$/.test(value)) return value;
  }
  return null;
}
