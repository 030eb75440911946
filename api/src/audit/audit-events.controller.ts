import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from './audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { AuditEventPage, AuditEventQuery } from './audit-event.dto.js';
import { AuditEventsService } from './audit-events.service.js';

@ApiTags('audit')
@Controller('audit-events')
export class AuditEventsController {
  constructor(private readonly events: AuditEventsService) {}

  @Get()
  @Requires('audit:read')
  @Audited('audit.viewed')
  @ApiOkResponse({ type: AuditEventPage })
  listAuditEvents(@CurrentActor() actor: Actor, @Query() query: AuditEventQuery): Promise<AuditEventPage> {
    return this.events.list(actor, query.before);
  }
}
