import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import {
  CaseTask,
  CaseTaskList,
  ChangeCaseTask,
  CreateCaseTask,
  OwnCaseTaskParameters,
  OwnCaseTasks,
} from './case-task.dto.js';
import { CaseTasksService } from './case-tasks.service.js';

@ApiTags('case-tasks')
@Controller()
export class CaseTasksController {
  constructor(private readonly caseTasks: CaseTasksService) {}

  @Get('case-tasks')
  @Requires('case_task:list_own')
  @Audited('case_task.own_listed')
  @ApiOkResponse({ type: OwnCaseTasks })
  listOwnCaseTasks(@CurrentActor() actor: Actor, @Query() { show }: OwnCaseTaskParameters): Promise<OwnCaseTasks> {
    return this.caseTasks.listOwn(actor, show ?? 'all');
  }

  @Get('referrals/:referralId/case-tasks')
  @Requires('case_task:list')
  @Audited('case_task.listed')
  @ApiOkResponse({ type: CaseTaskList })
  listCaseTasks(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<CaseTaskList> {
    return this.caseTasks.list(actor, referralId);
  }

  @Post('referrals/:referralId/case-tasks')
  @Requires('case_task:create')
  @Audited('case_task.created')
  @ApiCreatedResponse({ type: CaseTask })
  createCaseTask(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IdempotencyKey() key: string,
    @Body() body: CreateCaseTask,
  ): Promise<CaseTask> {
    return this.caseTasks.create(actor, referralId, key, body);
  }

  @Get('case-tasks/:caseTaskId')
  @Requires('case_task:list_own')
  @Audited('case_task.viewed')
  @ApiOkResponse({ type: CaseTask })
  readCaseTask(@CurrentActor() actor: Actor, @Id('caseTaskId') caseTaskId: string): Promise<CaseTask> {
    return this.caseTasks.read(actor, caseTaskId);
  }

  @Put('case-tasks/:caseTaskId')
  @Requires('case_task:change')
  @Audited('case_task.changed')
  @ApiOkResponse({ type: CaseTask })
  changeCaseTask(
    @CurrentActor() actor: Actor,
    @Id('caseTaskId') caseTaskId: string,
    @IfMatch() version: number,
    @Body() body: ChangeCaseTask,
  ): Promise<CaseTask> {
    return this.caseTasks.change(actor, caseTaskId, version, body);
  }

  @Post('case-tasks/:caseTaskId/complete')
  @HttpCode(200)
  @Requires('case_task:complete')
  @Audited('case_task.completed')
  @ApiOkResponse({ type: CaseTask })
  completeCaseTask(
    @CurrentActor() actor: Actor,
    @Id('caseTaskId') caseTaskId: string,
    @IfMatch() version: number,
  ): Promise<CaseTask> {
    return this.caseTasks.complete(actor, caseTaskId, version);
  }

  @Post('case-tasks/:caseTaskId/reopen')
  @HttpCode(200)
  @Requires('case_task:complete')
  @Audited('case_task.reopened')
  @ApiOkResponse({ type: CaseTask })
  reopenCaseTask(
    @CurrentActor() actor: Actor,
    @Id('caseTaskId') caseTaskId: string,
    @IfMatch() version: number,
  ): Promise<CaseTask> {
    return this.caseTasks.reopen(actor, caseTaskId, version);
  }
}
