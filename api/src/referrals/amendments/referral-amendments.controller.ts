import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../../audit/audited.js';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, Requires } from '../../auth/requires.js';
import { Id } from '../../common/id.pipe.js';
import { IfMatch } from '../../common/versions.js';
import { Referral } from '../referral.dto.js';
import { StartAmendment } from './referral-amendment.dto.js';
import { ReferralAmendmentsService } from './referral-amendments.service.js';

@ApiTags('referral-amendments')
@Controller('referrals/:referralId')
export class ReferralAmendmentsController {
  constructor(private readonly amendments: ReferralAmendmentsService) {}

  /** One amendment at a time, so it needs no key to be repeated: a second one is refused. */
  @Post('amendment')
  @HttpCode(200)
  @Requires('referral:amend')
  @Audited('referral.amendment_started')
  @ApiOkResponse({ type: Referral })
  startReferralAmendment(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
    @Body() body: StartAmendment,
  ): Promise<Referral> {
    return this.amendments.start(actor, referralId, version, body.reason);
  }

  @Post('amend')
  @HttpCode(200)
  @Requires('referral:amend')
  @Audited('referral.amended')
  @ApiOkResponse({ type: Referral })
  amendReferral(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
  ): Promise<Referral> {
    return this.amendments.amend(actor, referralId, version);
  }

  @Post('amendment/give-up')
  @HttpCode(200)
  @Requires('referral:amend')
  @Audited('referral.amendment_given_up')
  @ApiOkResponse({ type: Referral })
  giveUpReferralAmendment(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
  ): Promise<Referral> {
    return this.amendments.giveUp(actor, referralId, version);
  }
}
