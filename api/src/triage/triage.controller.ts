import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IfMatch } from '../common/versions.js';
import { Referral } from '../referrals/referral.dto.js';
import { DeclineService } from './decline.service.js';
import { ReturnItemsService } from './return-items.service.js';
import {
  AnswerReturnItem,
  CaseTriage,
  DeclineReferral,
  ReferralDecline,
  ReturnItems,
  ReturnReferral,
} from './triage.dto.js';
import { TriageService } from './triage.service.js';

@ApiTags('triage')
@Controller('referrals/:referralId')
export class TriageController {
  constructor(
    private readonly triage: TriageService,
    private readonly returnItems: ReturnItemsService,
    private readonly declines: DeclineService,
  ) {}

  @Get('triage')
  @Requires('referral:triage')
  @Audited('referral.triage_viewed')
  @ApiOkResponse({ type: CaseTriage })
  readTriage(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<CaseTriage> {
    return this.triage.read(actor, referralId);
  }

  @Post('return')
  @HttpCode(200)
  @Requires('referral:return')
  @Audited('referral.returned')
  @ApiOkResponse({ type: Referral })
  returnReferral(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
    @Body() body: ReturnReferral,
  ): Promise<Referral> {
    return this.returnItems.return(actor, referralId, version, body);
  }

  @Get('return-items')
  @Requires('return_item:list')
  @Audited('return_item.listed')
  @ApiOkResponse({ type: ReturnItems })
  listReturnItems(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<ReturnItems> {
    return this.returnItems.list(actor, referralId);
  }

  @Post('return-items/:returnItemId/answer')
  @HttpCode(200)
  @Requires('return_item:answer')
  @Audited('return_item.answered', 'return_item.reopened')
  @ApiOkResponse({ type: ReturnItems })
  answerReturnItem(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @Id('returnItemId') returnItemId: string,
    @IfMatch() version: number,
    @Body() body: AnswerReturnItem,
  ): Promise<ReturnItems> {
    return this.returnItems.answer(actor, referralId, returnItemId, version, body);
  }

  @Post('decline')
  @HttpCode(200)
  @Requires('referral:decline')
  @Audited('referral.declined')
  @ApiOkResponse({ type: Referral })
  declineReferral(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
    @Body() body: DeclineReferral,
  ): Promise<Referral> {
    return this.declines.decline(actor, referralId, version, body);
  }

  @Get('decline')
  @Requires('decline:read')
  @Audited('decline.viewed')
  @ApiOkResponse({ type: ReferralDecline })
  readDecline(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<ReferralDecline> {
    return this.declines.read(actor, referralId);
  }
}
