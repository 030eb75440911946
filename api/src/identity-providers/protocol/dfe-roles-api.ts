import { Injectable } from '@nestjs/common';
import { SignJWT } from 'jose';

import { isRecord } from '../claims/read-claims.js';
import { OutgoingCalls } from './outgoing-calls.js';

export interface RolesApiCall {
  readonly address: string;
  readonly serviceId: string;
  readonly clientId: string;
  readonly secret: string;
  readonly organisationId: string;
  readonly subject: string;
}

const audience = 'signin.education.gov.uk';

/**
 * DfE Sign-in puts no roles into its tokens: they are asked for, with a token of ours that the API secret signs. Null when
 * they could not be had; then nobody comes in, as roles of yesterday may have been taken away today.
 */
@Injectable()
export class DfeRolesApi {
  constructor(private readonly calls: OutgoingCalls) {}

  async roleCodes(call: RolesApiCall): Promise<string[] | null> {
    const path = ['services', call.serviceId, 'organisations', call.organisationId, 'users', call.subject];
    const token = await new SignJWT()
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(call.clientId)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('1m')
      .sign(new TextEncoder().encode(call.secret));
    try {
      const response = await this.calls.fetch(`${call.address}/${path.map(encodeURIComponent).join('/')}`, {
        headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
      });
      // They are known there, but not to this service: no roles.
      if (response.status === 404) return [];
      if (response.status !== 200) return null;
      return readRoleCodes(await response.json());
    } catch {
      return null; // Not reached, too slow or no JSON: for the person it is one refusal, and they can try again.
    }
  }
}

/** `roles: [{ code, status: { id: 1 } }]`; a role that is not active does not count. */
export function readRoleCodes(body: unknown): string[] | null {
  if (!isRecord(body) || !Array.isArray(body['roles'])) return null;
  const roles: readonly unknown[] = body['roles'];
  return roles.flatMap((role) => {
    if (!isRecord(role) || typeof role['code'] !== 'string') return [];
    const status = role['status'];
    const isActive = status === undefined || (isRecord(status) && Number(status['id']) === 1);
    return isActive ? [role['code']] : [];
  });
}
