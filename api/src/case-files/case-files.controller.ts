import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { CasePrintService } from './case-print.service.js';
import { CasePrint, CasePeople, CaseTimeline, CaseTimelineParameters } from './case-file.dto.js';
import { CaseFilesService } from './case-files.service.js';

@ApiTags('case-files')
@Controller('referrals/:referralId')
export class CaseFilesController {
  constructor(
    private readonly caseFiles: CaseFilesService,
    private readonly prints: CasePrintService,
  ) {}

  @Get('timeline')
  @Requires('referral:read')
  @Audited('referral.timeline_viewed')
  @ApiOkResponse({ type: CaseTimeline })
  readCaseTimeline(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @Query() parameters: CaseTimelineParameters,
  ): Promise<CaseTimeline> {
    return this.caseFiles.timeline(actor, referralId, parameters);
  }

  @Get('people')
  @Requires('referral:read')
  @Audited('referral.people_viewed')
  @ApiOkResponse({ type: CasePeople })
  readCasePeople(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<CasePeople> {
    return this.caseFiles.readPeople(actor, referralId);
  }

  /** For printing: it leaves the service. */
  @Get('print')
  @Requires('referral:export')
  @Audited('referral.exported')
  @ApiOkResponse({ type: CasePrint })
  printCase(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<CasePrint> {
    return this.prints.print(actor, referralId);
  }
}
