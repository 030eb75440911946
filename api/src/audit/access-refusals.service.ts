import { Injectable } from '@nestjs/common';
import type { Request } from 'express';

import type { Actor } from '../auth/actor.js';
import { Transactions } from '../database/transactions.js';
import type { AuditSubject } from './audit-event-names.js';
import { AuditService } from './audit.service.js';

/** What the parameters of an address name, the narrowest first. */
const subjects: readonly (readonly [parameter: string, subject: AuditSubject])[] = [
  ['allocationId', 'allocation'],
  ['referralId', 'referral'],
  ['childId', 'child'],
  ['panelId', 'panel'],
  ['analysisId', 'analysis'],
  ['reportId', 'report'],
  ['contractId', 'contract'],
  ['userId', 'user'],
  ['accessId', 'emergency_access'],
];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Writes down what somebody who is signed in asked for and was refused: no permission, or nothing there that they may see. */
@Injectable()
export class AccessRefusals {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
  ) {}

  async record(actor: Actor, request: Request, code: string): Promise<void> {
    const [parameter, subject] = subjects.find(([name]) => request.params[name] !== undefined) ?? [];
    const named = parameter === undefined ? undefined : request.params[parameter];
    const subjectId = typeof named === 'string' && uuid.test(named) ? named.toLowerCase() : null;
    // The pattern of the route, never the address: an address is typed by people and may hold anything.
    const route: unknown = request.route;
    const path = typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : '';
    await this.transactions.run(actor, (tx) =>
      this.audit.record(tx, actor, 'access.refused', subject ?? 'route', subjectId, {
        route: `${request.method} ${path}`,
        code,
      }),
    );
  }
}
