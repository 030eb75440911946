import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../../audit/audited.js';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, Requires } from '../../auth/requires.js';
import { Id } from '../../common/id.pipe.js';
import { ReferralComparison, ReferralComparisonParameters, ReferralVersionList } from './referral-version.dto.js';
import { ReferralVersionsService } from './referral-versions.service.js';

@ApiTags('referral-versions')
@Controller('referrals/:referralId/versions')
export class ReferralVersionsController {
  constructor(private readonly versions: ReferralVersionsService) {}

  @Get()
  @Requires('referral_version:read')
  @Audited('referral.versions_viewed')
  @ApiOkResponse({ type: ReferralVersionList })
  listReferralVersions(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
  ): Promise<ReferralVersionList> {
    return this.versions.list(actor, referralId);
  }

  @Get('differences')
  @Requires('referral_version:read')
  @Audited('referral.versions_compared')
  @ApiOkResponse({ type: ReferralComparison })
  compareReferralVersions(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @Query() parameters: ReferralComparisonParameters,
  ): Promise<ReferralComparison> {
    return this.versions.compare(actor, referralId, parameters);
  }
}
