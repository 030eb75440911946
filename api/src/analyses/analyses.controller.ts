import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey } from '../common/versions.js';
import { AnalysesService } from './analyses.service.js';
import {
  Analysis,
  AnalysisLinePage,
  AnalysisLineParameters,
  AnalysisList,
  ReconcileAnalysis,
  ReconciliationList,
  StartAnalysis,
} from './analysis.dto.js';
import { ReconciliationService } from './reconciliation.service.js';

@ApiTags('analyses')
@Controller('analyses')
export class AnalysesController {
  constructor(
    private readonly analyses: AnalysesService,
    private readonly reconciliation: ReconciliationService,
  ) {}

  @Get()
  @Requires('analysis:list')
  @NotAudited('runs and their settings; no child')
  @ApiOkResponse({ type: AnalysisList })
  listAnalyses(@CurrentActor() actor: Actor): Promise<AnalysisList> {
    return this.analyses.list(actor);
  }

  @Post()
  @Requires('analysis:start')
  @Audited('analysis.started')
  @ApiCreatedResponse({ type: Analysis })
  startAnalysis(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body() body: StartAnalysis,
  ): Promise<Analysis> {
    return this.analyses.start(actor, key, body);
  }

  @Get(':analysisId')
  @Requires('analysis:read')
  @NotAudited('totals of a cohort; its children are read as lines')
  @ApiOkResponse({ type: Analysis })
  readAnalysis(@CurrentActor() actor: Actor, @Id('analysisId') analysisId: string): Promise<Analysis> {
    return this.analyses.read(actor, analysisId);
  }

  @Post(':analysisId/cancel')
  @HttpCode(200)
  @Requires('analysis:cancel')
  @Audited('analysis.cancelled')
  @ApiOkResponse({ type: Analysis })
  cancelAnalysis(@CurrentActor() actor: Actor, @Id('analysisId') analysisId: string): Promise<Analysis> {
    return this.analyses.cancel(actor, analysisId);
  }

  @Get(':analysisId/lines')
  @Requires('analysis:lines')
  @Audited('analysis.lines_viewed')
  @ApiOkResponse({ type: AnalysisLinePage })
  listAnalysisLines(
    @CurrentActor() actor: Actor,
    @Id('analysisId') analysisId: string,
    @Query() parameters: AnalysisLineParameters,
  ): Promise<AnalysisLinePage> {
    return this.analyses.listLines(actor, analysisId, parameters.after);
  }

  @Post(':analysisId/reconcile')
  @HttpCode(200)
  @Requires('analysis:reconcile')
  @Audited('analysis.reconciled')
  @ApiOkResponse({ type: ReconciliationList })
  reconcileAnalysis(
    @CurrentActor() actor: Actor,
    @Id('analysisId') analysisId: string,
    @Body() body: ReconcileAnalysis,
  ): Promise<ReconciliationList> {
    return this.reconciliation.reconcile(actor, analysisId, body.publishedTotalPence);
  }
}
