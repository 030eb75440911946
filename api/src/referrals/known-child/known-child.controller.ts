import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../../audit/audited.js';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, Requires } from '../../auth/requires.js';
import { KnownChild, LookUpChild } from './known-child.dto.js';
import { KnownChildService } from './known-child.service.js';

@ApiTags('known-child')
@Controller('referrals/known-child')
export class KnownChildController {
  constructor(private readonly known: KnownChildService) {}

  @Post()
  @HttpCode(200)
  @Requires('referral:draft')
  @Audited('referral.child_looked_up')
  @ApiOkResponse({ type: KnownChild })
  lookUpChild(@CurrentActor() actor: Actor, @Body() body: LookUpChild): Promise<KnownChild> {
    return this.known.lookUp(actor, body);
  }
}
