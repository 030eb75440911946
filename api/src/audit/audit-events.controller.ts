import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires, RequiresRecentSignIn } from '../auth/requires.js';
import { Clock } from '../common/clock.js';
import { AuditChainService } from './audit-chain.service.js';
import {
  AuditCase,
  AuditChainState,
  AuditEventDetail,
  AuditEventPage,
  AuditEventQuery,
  AuditExportQuery,
  AuditOptions,
  FindAuditCase,
} from './audit-event.dto.js';
import { AuditEventsService } from './audit-events.service.js';
import { AuditExportService } from './audit-export.service.js';
import { Audited, NotAudited } from './audited.js';

@ApiTags('audit')
@Controller('audit-events')
export class AuditEventsController {
  constructor(
    private readonly events: AuditEventsService,
    private readonly exports: AuditExportService,
    private readonly chain: AuditChainService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('audit:read')
  @Audited('audit.viewed')
  @ApiOkResponse({ type: AuditEventPage })
  listAuditEvents(@CurrentActor() actor: Actor, @Query() query: AuditEventQuery): Promise<AuditEventPage> {
    return this.events.list(actor, query);
  }

  @Get('options')
  @Requires('audit:read')
  @NotAudited('what can be searched by: events and people with a role')
  @ApiOkResponse({ type: AuditOptions })
  readAuditOptions(@CurrentActor() actor: Actor): Promise<AuditOptions> {
    return this.events.options(actor);
  }

  @Get('chain')
  @Requires('audit:read')
  @NotAudited('numbers and hashes of the trail')
  @ApiOkResponse({ type: AuditChainState })
  readAuditChain(@CurrentActor() actor: Actor): Promise<AuditChainState> {
    return this.chain.state(actor.authorityId);
  }

  @Get('export')
  @Requires('audit:export')
  @RequiresRecentSignIn()
  @Audited('audit.exported')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async exportAuditEvents(@CurrentActor() actor: Actor, @Query() query: AuditExportQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.exports.export(actor, query), {
      type: query.format === 'csv' ? 'text/csv; charset=utf-8' : 'text/plain; charset=utf-8',
      disposition: `attachment; filename="audit-events-${this.clock.today()}.${query.format}"`,
    });
  }

  @Post('find-case')
  @HttpCode(200)
  @Requires('audit:read')
  @Audited('audit.case_found')
  @ApiOkResponse({ type: AuditCase })
  findAuditCase(@CurrentActor() actor: Actor, @Body() body: FindAuditCase): Promise<AuditCase> {
    return this.events.findCase(actor, body.reference);
  }

  @Get(':eventSeq')
  @Requires('audit:read')
  @Audited('audit.event_viewed')
  @ApiOkResponse({ type: AuditEventDetail })
  readAuditEvent(@CurrentActor() actor: Actor, @Param('eventSeq') eventSeq: string): Promise<AuditEventDetail> {
    return this.events.read(actor, eventSeq);
  }
}
