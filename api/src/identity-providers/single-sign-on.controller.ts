import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';

import { AuditedWhen, NotAudited } from '../audit/audited.js';
import { type Browser, FromBrowser } from '../auth/browser.js';
import type { LivingSession } from '../auth/living-session.js';
import { CurrentSession, DuringSignIn, FromAnotherServer, Public } from '../auth/requires.js';
import { readSessionCookie, readStartCookie, startCookie } from '../auth/session-cookie.js';
import { SessionCookies } from '../auth/session-cookies.js';
import { SessionsService } from '../auth/sessions.service.js';
import { Id } from '../common/id.pipe.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { InvitationToken } from '../users/invitation.dto.js';
import { ProviderAddress, ReturnTo } from './linked-sign-in.dto.js';
import { ProviderLogoutService } from './provider-logout.service.js';
import { BackChannelLogout, SessionProvider } from './session-provider.dto.js';
import { SingleSignOnService } from './single-sign-on.service.js';

/** Addresses that browsers and providers are sent to. A browser is never answered with a token of the provider. */
@ApiTags('single-sign-on')
@Controller('identity-providers')
export class SingleSignOnController {
  private readonly startCookie;

  constructor(
    private readonly singleSignOn: SingleSignOnService,
    private readonly logout: ProviderLogoutService,
    private readonly sessions: SessionsService,
    private readonly cookies: SessionCookies,
    @Inject(environmentToken) environment: Environment,
  ) {
    this.startCookie = startCookie(environment.isProduction);
  }

  @Get('of-session')
  @DuringSignIn('open')
  @NotAudited('the person’s own session')
  @ApiOkResponse({ type: SessionProvider })
  readSessionProvider(@CurrentSession() session: LivingSession): Promise<SessionProvider> {
    return this.logout.ofSession(session);
  }

  @Get(':identityProviderId/start')
  @Public()
  @NotAudited('nobody is known yet; the way back is audited')
  @ApiExcludeEndpoint()
  async startSignIn(
    @Id('identityProviderId') identityProviderId: string,
    @Query('returnTo') returnTo: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const started = await this.singleSignOn.startSignIn(
      identityProviderId,
      typeof returnTo === 'string' ? returnTo : undefined,
    );
    this.send(response, started);
  }

  @Get(':identityProviderId/callback')
  @Public()
  @AuditedWhen(
    'somebody is signed in, links, confirms or is refused; the guard knows nobody',
    'session.signed_in',
    'session.sign_in_refused',
    'session.confirmed',
    'linked_sign_in.linked',
    'invitation.accepted',
  )
  @ApiExcludeEndpoint()
  async finishSignIn(
    @Id('identityProviderId') identityProviderId: string,
    @Req() request: Request,
    @FromBrowser() browser: Browser,
    @Res() response: Response,
  ): Promise<void> {
    const token = readSessionCookie(request.headers.cookie);
    const { path, handedOver } = await this.singleSignOn.finish(
      {
        identityProviderId,
        query: request.originalUrl.replace(/^[^?]*\??/, ''),
        browserToken: readStartCookie(request.headers.cookie),
        session: token === null ? null : await this.sessions.find(token, { isBackground: true }),
      },
      browser,
    );
    response.clearCookie(this.startCookie.name, { ...this.startCookie.options, maxAge: undefined });
    if (handedOver) this.cookies.handOver(response, handedOver);
    response.redirect(303, path);
  }

  @Post(':identityProviderId/accept-invitation')
  @HttpCode(200)
  @Public()
  @AuditedWhen('the person comes back; see the callback', 'invitation.accepted')
  @ApiOkResponse({ type: ProviderAddress })
  async startAcceptance(
    @Id('identityProviderId') identityProviderId: string,
    @Body() { token }: InvitationToken,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProviderAddress> {
    const { address, browserToken } = await this.singleSignOn.startAcceptance(identityProviderId, token);
    response.cookie(this.startCookie.name, browserToken, this.startCookie.options);
    return { address };
  }

  @Post(':identityProviderId/confirm')
  @HttpCode(200)
  @DuringSignIn('open')
  @AuditedWhen('the person comes back; see the callback', 'session.confirmed')
  @ApiOkResponse({ type: ProviderAddress })
  async startConfirmation(
    @CurrentSession() session: LivingSession,
    @Id('identityProviderId') identityProviderId: string,
    @Body() { returnTo }: ReturnTo,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProviderAddress> {
    const { address, browserToken } = await this.singleSignOn.startConfirmation(session, identityProviderId, returnTo);
    response.cookie(this.startCookie.name, browserToken, this.startCookie.options);
    return { address };
  }

  @Post(':identityProviderId/back-channel-logout')
  @HttpCode(204)
  @Public()
  @FromAnotherServer()
  @AuditedWhen('the token is one; nobody is signed in here', 'identity_provider.sessions_ended')
  @ApiNoContentResponse()
  async endSessions(
    @Id('identityProviderId') identityProviderId: string,
    @Body() { logout_token }: BackChannelLogout,
  ): Promise<void> {
    await this.logout.endSessions(identityProviderId, logout_token);
  }

  private send(response: Response, started: Awaited<ReturnType<SingleSignOnService['startSignIn']>>): void {
    if ('refusedPath' in started) {
      response.redirect(303, started.refusedPath);
      return;
    }
    response.cookie(this.startCookie.name, started.browserToken, this.startCookie.options);
    response.redirect(303, started.address);
  }
}
