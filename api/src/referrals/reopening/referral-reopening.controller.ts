import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../../audit/audited.js';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, Requires } from '../../auth/requires.js';
import { Id } from '../../common/id.pipe.js';
import { IfMatch } from '../../common/versions.js';
import { Referral } from '../referral.dto.js';
import { ReopenReferral } from './referral-reopening.dto.js';
import { ReferralReopeningService } from './referral-reopening.service.js';

@ApiTags('referral-reopening')
@Controller('referrals/:referralId/reopen')
export class ReferralReopeningController {
  constructor(private readonly reopening: ReferralReopeningService) {}

  @Post()
  @HttpCode(200)
  @Requires('referral:reopen')
  @Audited('referral.reopened')
  @ApiOkResponse({ type: Referral })
  reopenReferral(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
    @Body() body: ReopenReferral,
  ): Promise<Referral> {
    return this.reopening.reopen(actor, referralId, version, body.reason);
  }
}
