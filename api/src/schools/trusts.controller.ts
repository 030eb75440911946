import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { Trust, TrustListParameters, TrustPage } from './trust.dto.js';
import { TrustsService } from './trusts.service.js';

@ApiTags('trusts')
@Controller('trusts')
export class TrustsController {
  constructor(private readonly trusts: TrustsService) {}

  @Get()
  @Requires('trust:list')
  @NotAudited('academy trusts of a public register; no person')
  @ApiOkResponse({ type: TrustPage })
  listTrusts(@CurrentActor() actor: Actor, @Query() parameters: TrustListParameters): Promise<TrustPage> {
    return this.trusts.list(actor, parameters);
  }

  @Get(':trustId')
  @Requires('trust:read')
  @NotAudited('an academy trust of a public register; no person')
  @ApiOkResponse({ type: Trust })
  readTrust(@CurrentActor() actor: Actor, @Id('trustId') trustId: string): Promise<Trust> {
    return this.trusts.read(actor, trustId);
  }
}
