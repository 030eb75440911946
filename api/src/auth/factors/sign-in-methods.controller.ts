import { Body, Controller, Delete, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Audited, AuditedWhen, NotAudited } from '../../audit/audited.js';
import { Id } from '../../common/id.pipe.js';
import type { Actor } from '../actor.js';
import { type Browser, FromBrowser } from '../browser.js';
import type { LivingSession } from '../living-session.js';
import { CurrentActor, CurrentSession, DuringSignIn, Requires, RequiresRecentSignIn } from '../requires.js';
import { SessionCookies } from '../session-cookies.js';
import { AppEnrolmentService } from './app-enrolment.service.js';
import { type Enrolled, EnrolmentService } from './enrolment.service.js';
import {
  AddedFactor,
  AddPasskey,
  AppKey,
  ConfirmApp,
  PasskeyOptions,
  RecoveryCodes,
  RenamePasskey,
  SignInMethods,
} from './factor.dto.js';
import { PasskeyEnrolmentService } from './passkey-enrolment.service.js';
import { SignInMethodsService } from './sign-in-methods.service.js';

/** A person's own second factors. The first one is set up in the middle of the sign-in, the others in an open session. */
@ApiTags('account')
@Controller('account')
export class SignInMethodsController {
  constructor(
    private readonly methods: SignInMethodsService,
    private readonly appEnrolment: AppEnrolmentService,
    private readonly passkeyEnrolment: PasskeyEnrolmentService,
    private readonly enrolment: EnrolmentService,
    private readonly cookies: SessionCookies,
  ) {}

  @Get('sign-in-methods')
  @Requires('account:manage')
  @NotAudited('the person’s own account')
  @ApiOkResponse({ type: SignInMethods })
  readSignInMethods(@CurrentActor() actor: Actor): Promise<SignInMethods> {
    return this.methods.read(actor);
  }

  @Post('authenticator-app')
  @HttpCode(200)
  @DuringSignIn('enrolment', 'open')
  @RequiresRecentSignIn()
  @AuditedWhen('it counts when a code of it has been typed', 'sign_in_method.added')
  @ApiOkResponse({ type: AppKey })
  beginApp(@CurrentSession() session: LivingSession): Promise<AppKey> {
    return this.appEnrolment.begin(session);
  }

  @Post('authenticator-app/confirm')
  @HttpCode(200)
  @DuringSignIn('enrolment', 'open')
  @RequiresRecentSignIn()
  @AuditedWhen('always, also before there is an actor', 'sign_in_method.added')
  @ApiOkResponse({ type: AddedFactor })
  async confirmApp(
    @Body() { code }: ConfirmApp,
    @CurrentSession() session: LivingSession,
    @FromBrowser() browser: Browser,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AddedFactor> {
    return this.answer(session, response, await this.appEnrolment.confirm(session, code, browser));
  }

  @Delete('authenticator-app')
  @HttpCode(204)
  @Requires('account:manage')
  @RequiresRecentSignIn()
  @Audited('sign_in_method.removed')
  @ApiNoContentResponse()
  removeApp(@CurrentActor() actor: Actor, @CurrentSession() session: LivingSession): Promise<void> {
    return this.methods.removeApp(actor, session);
  }

  @Post('passkeys/options')
  @HttpCode(200)
  @DuringSignIn('enrolment', 'open')
  @RequiresRecentSignIn()
  @AuditedWhen('it counts when the device has answered', 'sign_in_method.added')
  @ApiOkResponse({ type: PasskeyOptions })
  beginPasskey(@CurrentSession() session: LivingSession): Promise<PasskeyOptions> {
    return this.passkeyEnrolment.begin(session);
  }

  @Post('passkeys')
  @HttpCode(200)
  @DuringSignIn('enrolment', 'open')
  @RequiresRecentSignIn()
  @AuditedWhen('always, also before there is an actor', 'sign_in_method.added')
  @ApiOkResponse({ type: AddedFactor })
  async addPasskey(
    @Body() body: AddPasskey,
    @CurrentSession() session: LivingSession,
    @FromBrowser() browser: Browser,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AddedFactor> {
    return this.answer(session, response, await this.passkeyEnrolment.add(session, body, browser));
  }

  @Post('passkeys/:passkeyId/rename')
  @HttpCode(204)
  @Requires('account:manage')
  @Audited('sign_in_method.renamed')
  @ApiNoContentResponse()
  renamePasskey(
    @CurrentActor() actor: Actor,
    @Id('passkeyId') passkeyId: string,
    @Body() { name }: RenamePasskey,
  ): Promise<void> {
    return this.methods.renamePasskey(actor, passkeyId, name);
  }

  @Delete('passkeys/:passkeyId')
  @HttpCode(204)
  @Requires('account:manage')
  @RequiresRecentSignIn()
  @Audited('sign_in_method.removed')
  @ApiNoContentResponse()
  removePasskey(
    @CurrentActor() actor: Actor,
    @CurrentSession() session: LivingSession,
    @Id('passkeyId') passkeyId: string,
  ): Promise<void> {
    return this.methods.removePasskey(actor, session, passkeyId);
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @Requires('account:manage')
  @RequiresRecentSignIn()
  @Audited('sign_in_method.codes_renewed')
  @ApiOkResponse({ type: RecoveryCodes })
  renewRecoveryCodes(@CurrentActor() actor: Actor, @CurrentSession() session: LivingSession): Promise<RecoveryCodes> {
    return this.methods.renewRecoveryCodes(actor, session);
  }

  private async answer(session: LivingSession, response: Response, enrolled: Enrolled): Promise<AddedFactor> {
    const { handedOver, added } = await this.enrolment.answer(session, enrolled);
    if (handedOver) this.cookies.handOver(response, handedOver);
    return added;
  }
}
