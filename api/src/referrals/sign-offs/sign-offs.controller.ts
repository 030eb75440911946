import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../../audit/audited.js';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, Requires } from '../../auth/requires.js';
import { Id } from '../../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../../common/versions.js';
import { AskForSignOff, ReferralSignOffs, SignReferralOff } from './sign-off.dto.js';
import { SignOffsService } from './sign-offs.service.js';

@ApiTags('sign-offs')
@Controller('referrals/:referralId/sign-offs')
export class SignOffsController {
  constructor(private readonly signOffs: SignOffsService) {}

  @Get()
  @Requires('sign_off:read')
  @Audited('sign_off.viewed')
  @ApiOkResponse({ type: ReferralSignOffs })
  readSignOffs(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<ReferralSignOffs> {
    return this.signOffs.read(actor, referralId);
  }

  @Post()
  @Requires('sign_off:ask')
  @Audited('sign_off.asked')
  @ApiCreatedResponse({ type: ReferralSignOffs })
  askForSignOff(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IdempotencyKey() key: string,
    @Body() body: AskForSignOff,
  ): Promise<ReferralSignOffs> {
    return this.signOffs.ask(actor, referralId, key, body);
  }

  @Post('revoke')
  @HttpCode(200)
  @Requires('sign_off:ask')
  @Audited('sign_off.revoked')
  @ApiOkResponse({ type: ReferralSignOffs })
  revokeSignOff(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
  ): Promise<ReferralSignOffs> {
    return this.signOffs.revoke(actor, referralId, version);
  }

  @Post('sign')
  @HttpCode(200)
  @Requires('sign_off:sign')
  @Audited('sign_off.signed')
  @ApiOkResponse({ type: ReferralSignOffs })
  signReferralOff(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
    @Body() body: SignReferralOff,
  ): Promise<ReferralSignOffs> {
    return this.signOffs.sign(actor, referralId, version, body);
  }
}
