import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, AuditedWhen } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { type Origin, RequestOrigin } from '../auth/origin.js';
import { CurrentActor, Public, Requires, RequiresRecentSignIn } from '../auth/requires.js';
import {
  ChangePassword,
  ConfirmedEmail,
  ConfirmEmailChange,
  RequestEmailChange,
  RequestPasswordReset,
  ResetPassword,
} from './account.dto.js';
import { AccountsService } from './accounts.service.js';
import { PasswordResetsService } from './password-resets.service.js';

/** The token of a link travels in bodies only: addresses end up in logs and in histories. */
@ApiTags('accounts')
@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly resets: PasswordResetsService,
  ) {}

  @Post('password-resets')
  @HttpCode(202)
  @Public()
  @AuditedWhen('somebody has the address; found out after the answer', 'account.reset_requested')
  @ApiAcceptedResponse()
  requestPasswordReset(@Body() { email }: RequestPasswordReset, @RequestOrigin() origin: Origin): Promise<void> {
    return this.resets.request(email, origin);
  }

  @Post('password-resets/complete')
  @HttpCode(204)
  @Public()
  @AuditedWhen('the link is alive; the guard knows nobody yet', 'account.password_reset')
  @ApiNoContentResponse()
  resetPassword(@Body() body: ResetPassword, @RequestOrigin() origin: Origin): Promise<void> {
    return this.resets.reset(body, origin);
  }

  @Post('account/password')
  @HttpCode(204)
  @Requires('account:manage')
  @RequiresRecentSignIn()
  @Audited('account.password_changed')
  @ApiNoContentResponse()
  changePassword(@CurrentActor() actor: Actor, @Body() { password }: ChangePassword): Promise<void> {
    return this.accounts.changePassword(actor, password);
  }

  @Post('account/email')
  @HttpCode(202)
  @Requires('account:manage')
  @RequiresRecentSignIn()
  @Audited('account.email_change_requested')
  @ApiAcceptedResponse()
  requestEmailChange(@CurrentActor() actor: Actor, @Body() { email }: RequestEmailChange): Promise<void> {
    return this.accounts.requestEmailChange(actor, email);
  }

  @Post('account/email/confirm')
  @HttpCode(200)
  @Public()
  @AuditedWhen('the link is alive; the guard knows nobody yet', 'account.email_changed')
  @ApiOkResponse({ type: ConfirmedEmail })
  confirmEmailChange(@Body() { token }: ConfirmEmailChange, @RequestOrigin() origin: Origin): Promise<ConfirmedEmail> {
    return this.accounts.confirmEmailChange(token, origin);
  }
}
