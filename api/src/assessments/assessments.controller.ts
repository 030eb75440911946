import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey } from '../common/versions.js';
import { Assessment, AssessmentList, CreateAssessment } from './assessment.dto.js';
import { AssessmentsService } from './assessments.service.js';

@ApiTags('assessments')
@Controller('referrals/:referralId/assessments')
export class AssessmentsController {
  constructor(private readonly assessments: AssessmentsService) {}

  @Get()
  @Requires('assessment:read')
  @Audited('assessment.viewed')
  @ApiOkResponse({ type: AssessmentList })
  listAssessments(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<AssessmentList> {
    return this.assessments.list(actor, referralId);
  }

  @Post()
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
}
