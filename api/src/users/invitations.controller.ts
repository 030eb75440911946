import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Audited, AuditedWhen, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { type Browser, FromBrowser } from '../auth/browser.js';
import { type Origin, RequestOrigin } from '../auth/origin.js';
import { CurrentActor, Public, Requires, RequiresRecentSignIn } from '../auth/requires.js';
import { SessionCookies } from '../auth/session-cookies.js';
import { SignInStep } from '../auth/session.dto.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import { InvitationAcceptanceService } from './invitation-acceptance.service.js';
import {
  AcceptInvitation,
  Invitation,
  InvitationList,
  InvitationToken,
  InviteUser,
  OpenedInvitation,
} from './invitation.dto.js';
import { InvitationsService } from './invitations.service.js';

/** The token of a link travels in bodies only: addresses end up in logs and in histories. */
@ApiTags('invitations')
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly acceptance: InvitationAcceptanceService,
    private readonly cookies: SessionCookies,
  ) {}

  @Get()
  @Requires('user:list')
  @NotAudited('staff who are invited; names no case')
  @ApiOkResponse({ type: InvitationList })
  listInvitations(@CurrentActor() actor: Actor): Promise<InvitationList> {
    return this.invitations.list(actor);
  }

  @Post()
  @Requires('user:invite')
  @RequiresRecentSignIn()
  @Audited('user.invited')
  @ApiCreatedResponse({ type: Invitation })
  inviteUser(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body() body: InviteUser,
  ): Promise<Invitation> {
    return this.invitations.invite(actor, key, body);
  }

  @Post('open')
  @HttpCode(200)
  @Public()
  @AuditedWhen('the link is alive; the guard knows nobody yet', 'invitation.opened')
  @ApiOkResponse({ type: OpenedInvitation })
  openInvitation(@Body() { token }: InvitationToken, @RequestOrigin() origin: Origin): Promise<OpenedInvitation> {
    return this.acceptance.open(token, origin);
  }

  @Post('accept')
  @HttpCode(200)
  @Public()
  @AuditedWhen('the account is made; the guard knows nobody yet', 'invitation.accepted')
  @ApiOkResponse({ type: SignInStep })
  async acceptInvitation(
    @Body() body: AcceptInvitation,
    @FromBrowser() browser: Browser,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInStep> {
    return this.cookies.handOver(response, await this.acceptance.accept(body, browser));
  }

  @Post('accept-as-self')
  @HttpCode(200)
  @Requires('account:manage')
  @Audited('invitation.accepted')
  @ApiOkResponse({ type: OpenedInvitation })
  acceptInvitationAsSelf(@CurrentActor() actor: Actor, @Body() { token }: InvitationToken): Promise<OpenedInvitation> {
    return this.acceptance.acceptAsSelf(actor, token);
  }

  @Get(':invitationId')
  @Requires('user:read')
  @NotAudited('staff who are invited; names no case')
  @ApiOkResponse({ type: Invitation })
  readInvitation(@CurrentActor() actor: Actor, @Id('invitationId') invitationId: string): Promise<Invitation> {
    return this.invitations.read(actor, invitationId);
  }

  @Post(':invitationId/send-again')
  @HttpCode(200)
  @Requires('user:invite')
  @RequiresRecentSignIn()
  @Audited('invitation.sent_again')
  @ApiOkResponse({ type: Invitation })
  sendInvitationAgain(
    @CurrentActor() actor: Actor,
    @Id('invitationId') invitationId: string,
    @IfMatch() version: number,
  ): Promise<Invitation> {
    return this.invitations.sendAgain(actor, invitationId, version);
  }

  @Post(':invitationId/withdraw')
  @HttpCode(200)
  @Requires('user:invite')
  @Audited('invitation.withdrawn')
  @ApiOkResponse({ type: Invitation })
  withdrawInvitation(
    @CurrentActor() actor: Actor,
    @Id('invitationId') invitationId: string,
    @IfMatch() version: number,
  ): Promise<Invitation> {
    return this.invitations.withdraw(actor, invitationId, version);
  }
}
