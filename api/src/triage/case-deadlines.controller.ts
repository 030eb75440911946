import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { IfMatch } from '../common/versions.js';
import { CaseDeadlines, SetCaseDeadlines } from './case-deadlines.dto.js';
import { CaseDeadlinesService } from './case-deadlines.service.js';

@ApiTags('case-deadlines')
@Controller('case-deadlines')
export class CaseDeadlinesController {
  constructor(private readonly deadlines: CaseDeadlinesService) {}

  @Get()
  @Requires('case_deadlines:read')
  @NotAudited('a setting of the authority; no person')
  @ApiOkResponse({ type: CaseDeadlines })
  readCaseDeadlines(@CurrentActor() actor: Actor): Promise<CaseDeadlines> {
    return this.deadlines.read(actor);
  }

  @Put()
  @Requires('case_deadlines:set')
  @Audited('case_deadlines.set')
  @ApiOkResponse({ type: CaseDeadlines })
  setCaseDeadlines(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() body: SetCaseDeadlines,
  ): Promise<CaseDeadlines> {
    return this.deadlines.set(actor, version, body);
  }
}
