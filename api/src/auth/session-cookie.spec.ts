import { deviceCookie, readDeviceCookie, readSessionCookie, sessionCookie } from './session-cookie.js';

const token = 'a'.repeat(43);
const other = 'b'.repeat(43);

describe('the cookie of a session', () => {
  it('over https is bound to this host, unreadable for scripts, and sent with requests of our own pages only', () => {
    expect(sessionCookie(true)).toEqual({
      name: '__Host-panel-session',
      options: { httpOnly: true, secure: true, sameSite: 'lax', path: '/' },
    });
    expect(deviceCookie(true)).toMatchObject({
      name: '__Host-panel-device',
      options: { httpOnly: true, secure: true },
    });
  });

  it('is the strict one where another host of the site has set a plain one beside it', () => {
    expect(readSessionCookie(`panel-session=${other}; __Host-panel-session=${token}`)).toBe(token);
    expect(readSessionCookie(`__Host-panel-session=${token}; panel-session=${other}`)).toBe(token);
  });

  it('is nothing that is not a token of ours', () => {
    expect(readSessionCookie(undefined)).toBeNull();
    expect(readSessionCookie('panel-session=; panel-device=x')).toBeNull();
    expect(readSessionCookie(`panel-session=${token}x`)).toBeNull();
    expect(readDeviceCookie(`panel-session=${token}`)).toBeNull();
  });
});
