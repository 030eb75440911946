import type { JWTPayload, JWTHeaderParameters } from 'jose';

import { isRecord } from '../claims/read-claims.js';

const event = 'http://schemas.openid.net/event/backchannel-logout';

export interface LogoutNotice {
  readonly subject: string | null;
  readonly sessionId: string | null;
  readonly issuedAtSeconds: number;
}

/**
 * What OpenID Connect Back-Channel Logout asks of a token beyond its signature, `iss`, `aud`, `exp` and `iat`. An ID token has
 * a nonce and no such event: it cannot be used to sign its owner out.
 */
export function readLogoutToken(header: Pick<JWTHeaderParameters, 'typ'>, payload: JWTPayload): LogoutNotice | null {
  const type = header.typ?.toLowerCase().replace(/^application\//, '');
  if (type !== undefined && type !== 'logout+jwt' && type !== 'jwt') return null;
  const events: unknown = payload['events'];
  if (!isRecord(events) || !isRecord(events[event])) return null;
  if (payload['nonce'] !== undefined || typeof payload.jti !== 'string' || typeof payload.iat !== 'number') return null;
  const subject = typeof payload.sub === 'string' ? payload.sub : null;
  const sessionId = typeof payload['sid'] === 'string' ? payload['sid'] : null;
  if (subject === null && sessionId === null) return null;
  return { subject, sessionId, issuedAtSeconds: payload.iat };
}
