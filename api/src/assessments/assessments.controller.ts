import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import { AssessmentAnswers, AssessmentDraft, SavedAssessmentDraft } from './assessment-draft.dto.js';
import { AssessmentDraftsService } from './assessment-drafts.service.js';
import { Assessment, AssessmentList, CreateAssessment } from './assessment.dto.js';
import { AssessmentsService } from './assessments.service.js';

@ApiTags('assessments')
@Controller('referrals/:referralId')
export class AssessmentsController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly drafts: AssessmentDraftsService,
  ) {}

  @Get('assessments')
  @Requires('assessment:read')
  @Audited('assessment.viewed')
  @ApiOkResponse({ type: AssessmentList })
  listAssessments(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<AssessmentList> {
    return this.assessments.list(actor, referralId);
  }

  @Post('assessments')
  @Requires('assessment:create')
  @Audited('assessment.created')
  @ApiCreatedResponse({ type: Assessment })
  createAssessment(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IdempotencyKey() key: string,
    @Body() body: CreateAssessment,
  ): Promise<Assessment> {
    return this.assessments.create(actor, referralId, key, body);
  }

  @Get('assessment-draft')
  @Requires('assessment:draft')
  @Audited('assessment.draft_viewed')
  @ApiOkResponse({ type: AssessmentDraft })
  readAssessmentDraft(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<AssessmentDraft> {
    return this.drafts.read(actor, referralId);
  }

  @Put('assessment-draft')
  @Requires('assessment:draft')
  @Audited('assessment.draft_saved')
  @ApiOkResponse({ type: SavedAssessmentDraft })
  saveAssessmentDraft(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
    @Body() body: AssessmentAnswers,
  ): Promise<SavedAssessmentDraft> {
    return this.drafts.save(actor, referralId, version, body);
  }
}
