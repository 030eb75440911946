import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IfMatch } from '../common/versions.js';
import { Consent, GiveConsent, WithdrawConsent } from './consent.dto.js';
import { ConsentService } from './consent.service.js';

@ApiTags('consent')
@Controller('referrals/:referralId/consent-history')
export class ConsentController {
  constructor(private readonly consent: ConsentService) {}

  @Get()
  @Requires('consent:read')
  @Audited('consent.viewed')
  @ApiOkResponse({ type: Consent })
  readConsent(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<Consent> {
    return this.consent.read(actor, referralId);
  }

  @Post('withdraw')
  @HttpCode(200)
  @Requires('consent:withdraw')
  @Audited('consent.withdrawn')
  @ApiOkResponse({ type: Consent })
  withdrawConsent(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
    @Body() body: WithdrawConsent,
  ): Promise<Consent> {
    return this.consent.withdraw(actor, referralId, version, body);
  }

  @Post('give')
  @HttpCode(200)
  @Requires('consent:give')
  @Audited('consent.given')
  @ApiOkResponse({ type: Consent })
  giveConsent(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
    @Body() body: GiveConsent,
  ): Promise<Consent> {
    return this.consent.give(actor, referralId, version, body);
  }
}
