import { Injectable } from '@nestjs/common';
import { contrastWithWhite, isHexColour, LEAST_TEXT_CONTRAST } from '@panel/reference';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type { ChangeServiceIdentity, ServiceIdentity } from './service-identity.dto.js';
import { brandColourInvalid, brandColourTooLight } from './service-identity.problems.js';
import { ServiceIdentityRepository } from './service-identity.repository.js';

/** What the council and the service are called, and in which colour, on every page and in every mail. */
@Injectable()
export class ServiceIdentityService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ServiceIdentityRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor): Promise<ServiceIdentity> {
    return this.transactions.read(actor, (tx) => this.load(tx, actor));
  }

  change(actor: Actor, version: number, body: ChangeServiceIdentity): Promise<ServiceIdentity> {
    const brandColour = readColour(body.brandColour);
    const identity = { councilName: body.councilName.trim(), serviceName: body.serviceName.trim(), brandColour };
    return this.transactions.run(actor, async (tx) => {
      const before = await this.load(tx, actor);
      const by = { userId: actor.userId, at: this.clock.now() };
      if (!(await this.repository.change(tx, actor.authorityId, version, identity, by))) throw versionStale();
      await this.audit.record(tx, actor, 'service_identity.changed', 'contact_details', null, {
        version: version + 1,
        isCouncilRenamed: before.councilName !== identity.councilName,
        isServiceRenamed: before.serviceName !== identity.serviceName,
        brandColour,
      });
      return this.load(tx, actor);
    });
  }

  private async load(tx: Tx, { authorityId }: Actor): Promise<ServiceIdentity> {
    const row = await this.repository.find(tx, authorityId);
    return { ...row, changedAt: row.changedAt?.toISOString() ?? null };
  }
}

/** In small letters, as it is stored; only one on which white text can be read. */
function readColour(typed: string | null): string | null {
  const colour = typed?.trim().toLowerCase() ?? '';
  if (colour === '') return null;
  if (!isHexColour(colour)) throw brandColourInvalid();
  const contrast = contrastWithWhite(colour);
  if (contrast < LEAST_TEXT_CONTRAST) throw brandColourTooLight(contrast);
  return colour;
}
