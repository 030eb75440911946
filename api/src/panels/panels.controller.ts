import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import { Decision, RecordDecision } from './decision.dto.js';
import { AddCaseToPanel, MoveCaseOnPanel, Panel, PanelList, PlanPanel, ReadyCaseList } from './panel.dto.js';
import { PanelAgendaService } from './panel-agenda.service.js';
import { PanelDecisionsService } from './panel-decisions.service.js';
import { PanelsService } from './panels.service.js';

@ApiTags('panels')
@Controller('panels')
export class PanelsController {
  constructor(
    private readonly panels: PanelsService,
    private readonly agenda: PanelAgendaService,
    private readonly decisions: PanelDecisionsService,
  ) {}

  @Get()
  @Requires('panel:list')
  @NotAudited('dates and states of meetings; no child')
  @ApiOkResponse({ type: PanelList })
  listPanels(@CurrentActor() actor: Actor): Promise<PanelList> {
    return this.panels.list(actor);
  }

  @Post()
  @Requires('panel:plan')
  @Audited('panel.planned')
  @ApiCreatedResponse({ type: Panel })
  planPanel(@CurrentActor() actor: Actor, @IdempotencyKey() key: string, @Body() body: PlanPanel): Promise<Panel> {
    return this.panels.plan(actor, key, body);
  }

  @Get(':panelId')
  @Requires('panel:read')
  @Audited('panel.viewed')
  @ApiOkResponse({ type: Panel })
  readPanel(@CurrentActor() actor: Actor, @Id('panelId') panelId: string): Promise<Panel> {
    return this.panels.read(actor, panelId);
  }

  @Get(':panelId/ready-cases')
  @Requires('panel:plan')
  @Audited('panel.ready_cases_viewed')
  @ApiOkResponse({ type: ReadyCaseList })
  listReadyCases(@CurrentActor() actor: Actor, @Id('panelId') panelId: string): Promise<ReadyCaseList> {
    return this.agenda.listReady(actor, panelId);
  }

  @Post(':panelId/agenda')
  @HttpCode(200)
  @Requires('panel:plan')
  @Audited('panel.case_added')
  @ApiOkResponse({ type: Panel })
  addCaseToPanel(
    @CurrentActor() actor: Actor,
    @Id('panelId') panelId: string,
    @IfMatch() version: number,
    @Body() body: AddCaseToPanel,
  ): Promise<Panel> {
    return this.agenda.add(actor, panelId, version, body.referralId);
  }

  @Delete(':panelId/agenda/:itemId')
  @Requires('panel:plan')
  @Audited('panel.case_removed')
  @ApiOkResponse({ type: Panel })
  removeCaseFromPanel(
    @CurrentActor() actor: Actor,
    @Id('panelId') panelId: string,
    @Id('itemId') itemId: string,
    @IfMatch() version: number,
  ): Promise<Panel> {
    return this.agenda.remove(actor, panelId, version, itemId);
  }

  @Post(':panelId/agenda/:itemId/move')
  @HttpCode(200)
  @Requires('panel:plan')
  @Audited('panel.case_moved')
  @ApiOkResponse({ type: Panel })
  moveCaseOnPanel(
    @CurrentActor() actor: Actor,
    @Id('panelId') panelId: string,
    @Id('itemId') itemId: string,
    @IfMatch() version: number,
    @Body() body: MoveCaseOnPanel,
  ): Promise<Panel> {
    return this.agenda.move(actor, panelId, version, itemId, body.direction);
  }

  @Post(':panelId/agenda/:itemId/decision')
  @Requires('panel:decide')
  @Audited('panel.decision_recorded')
  @ApiCreatedResponse({ type: Decision })
  recordDecision(
    @CurrentActor() actor: Actor,
    @Id('panelId') panelId: string,
    @Id('itemId') itemId: string,
    @IdempotencyKey() key: string,
    @Body() body: RecordDecision,
  ): Promise<Decision> {
    return this.decisions.record(actor, panelId, itemId, key, body);
  }

  @Post(':panelId/publish-papers')
  @HttpCode(200)
  @Requires('panel:run')
  @Audited('panel.papers_published')
  @ApiOkResponse({ type: Panel })
  publishPanelPapers(
    @CurrentActor() actor: Actor,
    @Id('panelId') panelId: string,
    @IfMatch() version: number,
  ): Promise<Panel> {
    return this.panels.publishPapers(actor, panelId, version);
  }

  @Post(':panelId/start')
  @HttpCode(200)
  @Requires('panel:run')
  @Audited('panel.started')
  @ApiOkResponse({ type: Panel })
  startPanel(@CurrentActor() actor: Actor, @Id('panelId') panelId: string, @IfMatch() version: number): Promise<Panel> {
    return this.panels.start(actor, panelId, version);
  }

  @Post(':panelId/close')
  @HttpCode(200)
  @Requires('panel:run')
  @Audited('panel.closed')
  @ApiOkResponse({ type: Panel })
  closePanel(@CurrentActor() actor: Actor, @Id('panelId') panelId: string, @IfMatch() version: number): Promise<Panel> {
    return this.panels.close(actor, panelId, version);
  }
}
