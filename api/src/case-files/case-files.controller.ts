import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { CaseCopyService } from './case-copy.service.js';
import { CaseCopy, CasePeople, CaseTimeline, CaseTimelineParameters } from './case-file.dto.js';
import { CaseFilesService } from './case-files.service.js';

@ApiTags('case-files')
@Controller('referrals/:referralId')
export class CaseFilesController {
  constructor(
    private readonly caseFiles: CaseFilesService,
    private readonly copies: CaseCopyService,
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
  @Get('copy')
  @Requires('referral:export')
  @Audited('referral.exported')
  @ApiOkResponse({ type: CaseCopy })
  copyCase(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<CaseCopy> {
    return this.copies.copy(actor, referralId);
  }
}
