import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../../audit/audited.js';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, Requires } from '../../auth/requires.js';
import { Id } from '../../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../../common/versions.js';
import { Referral } from '../referral.dto.js';
import { ReferralSignOffs } from '../sign-offs/sign-off.dto.js';
import { CreateReferralOnBehalf, RecordSignedForm } from './referral-receipt.dto.js';
import { ReferralReceiptsService } from './referral-receipts.service.js';

@ApiTags('referral-receipts')
@Controller('referrals')
export class ReferralReceiptsController {
  constructor(private readonly receipts: ReferralReceiptsService) {}

  @Post('on-behalf')
  @Requires('referral:create_on_behalf')
  @Audited('referral.created_on_behalf')
  @ApiCreatedResponse({ type: Referral })
  createReferralOnBehalf(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body() body: CreateReferralOnBehalf,
  ): Promise<Referral> {
    return this.receipts.create(actor, key, body);
  }

  @Post(':referralId/sign-offs/record-form')
  @HttpCode(200)
  @Requires('sign_off:record_form')
  @Audited('sign_off.signed')
  @ApiOkResponse({ type: ReferralSignOffs })
  recordSignedForm(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
    @Body() body: RecordSignedForm,
  ): Promise<ReferralSignOffs> {
    return this.receipts.recordSignedForm(actor, referralId, version, body);
  }
}
