import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Audited, AuditedWhen, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires, RequiresRecentSignIn } from '../auth/requires.js';
import { startCookie } from '../auth/session-cookie.js';
import { Id } from '../common/id.pipe.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { LinkedSignInList, ProviderAddress, ReturnTo } from './linked-sign-in.dto.js';
import { LinkedSignInsService } from './linked-sign-ins.service.js';
import { SingleSignOnService } from './single-sign-on.service.js';

/** A person's own accounts at identity providers. */
@ApiTags('linked-sign-ins')
@Controller()
export class LinkedSignInsController {
  private readonly startCookie;

  constructor(
    private readonly linkedSignIns: LinkedSignInsService,
    private readonly singleSignOn: SingleSignOnService,
    @Inject(environmentToken) environment: Environment,
  ) {
    this.startCookie = startCookie(environment.isProduction);
  }

  @Get('linked-sign-ins')
  @Requires('linked_sign_in:list')
  @NotAudited('the person’s own account')
  @ApiOkResponse({ type: LinkedSignInList })
  listLinkedSignIns(@CurrentActor() actor: Actor): Promise<LinkedSignInList> {
    return this.linkedSignIns.list(actor);
  }

  @Post('identity-providers/:identityProviderId/link')
  @HttpCode(200)
  @Requires('linked_sign_in:link')
  @RequiresRecentSignIn()
  @AuditedWhen('the person comes back; see the callback', 'linked_sign_in.linked')
  @ApiOkResponse({ type: ProviderAddress })
  async linkSignIn(
    @CurrentActor() actor: Actor,
    @Id('identityProviderId') identityProviderId: string,
    @Body() { returnTo }: ReturnTo,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProviderAddress> {
    const { address, browserToken } = await this.singleSignOn.startLink(actor, identityProviderId, returnTo);
    response.cookie(this.startCookie.name, browserToken, this.startCookie.options);
    return { address };
  }

  @Delete('linked-sign-ins/:linkedSignInId')
  @HttpCode(204)
  @Requires('linked_sign_in:unlink')
  @RequiresRecentSignIn()
  @Audited('linked_sign_in.unlinked')
  @ApiNoContentResponse()
  async unlinkSignIn(@CurrentActor() actor: Actor, @Id('linkedSignInId') linkedSignInId: string): Promise<void> {
    await this.linkedSignIns.unlink(actor, linkedSignInId);
  }
}
