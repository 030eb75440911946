import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IfMatch } from '../common/versions.js';
import { Corrections, DecideCorrection } from './correction.dto.js';
import { CorrectionsService } from './corrections.service.js';

@ApiTags('corrections')
@Controller('referrals/:referralId/corrections')
export class CorrectionsController {
  constructor(private readonly corrections: CorrectionsService) {}

  @Get()
  @Requires('correction:read')
  @Audited('correction.viewed')
  @ApiOkResponse({ type: Corrections })
  listCorrections(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<Corrections> {
    return this.corrections.list(actor, referralId);
  }

  @Post('decide')
  @HttpCode(200)
  @Requires('correction:decide')
  @Audited('correction.accepted', 'correction.refused')
  @ApiOkResponse({ type: Corrections })
  decideCorrection(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
    @Body() body: DecideCorrection,
  ): Promise<Corrections> {
    return this.corrections.decide(actor, referralId, version, body);
  }
}
