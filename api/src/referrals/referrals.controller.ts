import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import {
  CreateReferral,
  Referral,
  ReferralListParameters,
  ReferralPage,
  SearchReferrals,
  WithdrawReferral,
} from './referral.dto.js';
import { ReferralDraftsService } from './referral-drafts.service.js';
import { ReferralListService } from './referral-list.service.js';
import { ReferralSubmissionService } from './referral-submission.service.js';
import { ReferralsService } from './referrals.service.js';

@ApiTags('referrals')
@Controller('referrals')
export class ReferralsController {
  constructor(
    private readonly referrals: ReferralsService,
    private readonly drafts: ReferralDraftsService,
    private readonly lists: ReferralListService,
    private readonly submission: ReferralSubmissionService,
  ) {}

  @Get()
  @Requires('referral:list')
  @NotAudited('leafing through the list opens no case; who looks for somebody by name asks by POST')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ApiOkResponse({ type: ReferralPage })
  listReferrals(@CurrentActor() actor: Actor, @Query() parameters: ReferralListParameters): Promise<string> {
    return this.lists.list(actor, parameters);
  }

  /** A read by POST: what is searched for may be a child's name, which must not stand in an address. */
  @Post('search')
  @HttpCode(200)
  @Requires('referral:list')
  @Audited('referral.searched')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ApiOkResponse({ type: ReferralPage })
  searchReferrals(@CurrentActor() actor: Actor, @Body() body: SearchReferrals): Promise<string> {
    return this.lists.search(actor, body);
  }

  @Post()
  @Requires('referral:create')
  @Audited('referral.created')
  @ApiCreatedResponse({ type: Referral })
  createReferral(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body() body: CreateReferral,
  ): Promise<Referral> {
    return this.drafts.create(actor, key, body);
  }

  @Get(':referralId')
  @Requires('referral:read')
  @Audited('referral.viewed')
  @ApiOkResponse({ type: Referral })
  readReferral(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<Referral> {
    return this.referrals.read(actor, referralId);
  }

  @Post(':referralId/submit')
  @HttpCode(200)
  @Requires('referral:submit')
  @Audited('referral.submitted')
  @ApiOkResponse({ type: Referral })
  submitReferral(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
  ): Promise<Referral> {
    return this.submission.submit(actor, referralId, version);
  }

  @Post(':referralId/accept')
  @HttpCode(200)
  @Requires('referral:accept')
  @Audited('referral.accepted')
  @ApiOkResponse({ type: Referral })
  acceptReferral(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
  ): Promise<Referral> {
    return this.referrals.accept(actor, referralId, version);
  }

  @Post(':referralId/withdraw')
  @HttpCode(200)
  @Requires('referral:withdraw')
  @Audited('referral.withdrawn')
  @ApiOkResponse({ type: Referral })
  withdrawReferral(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
    @Body() body: WithdrawReferral,
  ): Promise<Referral> {
    return this.referrals.withdraw(actor, referralId, version, body.reason);
  }

  @Post(':referralId/ready-for-panel')
  @HttpCode(200)
  @Requires('referral:ready_for_panel')
  @Audited('referral.ready_for_panel')
  @ApiOkResponse({ type: Referral })
  readyReferralForPanel(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
  ): Promise<Referral> {
    return this.referrals.readyForPanel(actor, referralId, version);
  }
}
