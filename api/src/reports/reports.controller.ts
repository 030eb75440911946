import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires, RequiresRecentSignIn } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import { DraftReport, Report, ReportList } from './report.dto.js';
import { ReportsService } from './reports.service.js';

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get()
  @Requires('report:list')
  @NotAudited('titles and states of reports; no child')
  @ApiOkResponse({ type: ReportList })
  listReports(@CurrentActor() actor: Actor): Promise<ReportList> {
    return this.reports.list(actor);
  }

  @Post()
  @Requires('report:draft')
  @Audited('report.drafted')
  @ApiCreatedResponse({ type: Report })
  draftReport(@CurrentActor() actor: Actor, @IdempotencyKey() key: string, @Body() body: DraftReport): Promise<Report> {
    return this.reports.draft(actor, key, body);
  }

  @Get(':reportId')
  @Requires('report:read')
  @Audited('report.viewed')
  @ApiOkResponse({ type: Report })
  readReport(@CurrentActor() actor: Actor, @Id('reportId') reportId: string): Promise<Report> {
    return this.reports.read(actor, reportId);
  }

  @Post(':reportId/approve')
  @HttpCode(200)
  @Requires('report:approve')
  @Audited('report.approved')
  @ApiOkResponse({ type: Report })
  approveReport(
    @CurrentActor() actor: Actor,
    @Id('reportId') reportId: string,
    @IfMatch() version: number,
  ): Promise<Report> {
    return this.reports.approve(actor, reportId, version);
  }

  @Post(':reportId/publish')
  @HttpCode(200)
  @Requires('report:publish')
  @RequiresRecentSignIn()
  @Audited('report.published')
  @ApiOkResponse({ type: Report })
  publishReport(
    @CurrentActor() actor: Actor,
    @Id('reportId') reportId: string,
    @IfMatch() version: number,
  ): Promise<Report> {
    return this.reports.publish(actor, reportId, version);
  }
}
