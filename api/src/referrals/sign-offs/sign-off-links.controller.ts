import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { AuditedWhen } from '../../audit/audited.js';
import { type Origin, RequestOrigin } from '../../auth/origin.js';
import { Public } from '../../auth/requires.js';
import {
  ConfirmedSignOff,
  DecidedSignOff,
  OpenedSignOff,
  SendBackByLink,
  SignByLink,
  SignOffCode,
  SignOffCopy,
  SignOffKey,
  SignOffToken,
} from './sign-off.dto.js';
import { SignOffLinksService } from './sign-off-links.service.js';

const alive = 'the link is alive; the guard knows nobody';

/** For a head teacher without an account. Token, code and key travel in bodies only: addresses end up in logs. */
@ApiTags('sign-off-links')
@Controller('sign-off-links')
export class SignOffLinksController {
  constructor(private readonly links: SignOffLinksService) {}

  @Post('open')
  @HttpCode(200)
  @Public()
  @AuditedWhen(alive, 'sign_off.opened')
  @ApiOkResponse({ type: OpenedSignOff })
  openSignOff(@Body() { token }: SignOffToken, @RequestOrigin() origin: Origin): Promise<OpenedSignOff> {
    return this.links.open(token, origin);
  }

  @Post('send-code')
  @HttpCode(202)
  @Public()
  @AuditedWhen(alive, 'sign_off.code_sent')
  @ApiAcceptedResponse()
  sendSignOffCode(@Body() { token }: SignOffToken, @RequestOrigin() origin: Origin): Promise<void> {
    return this.links.sendCode(token, origin);
  }

  @Post('confirm-code')
  @HttpCode(200)
  @Public()
  @AuditedWhen(`${alive}, and the code is right`, 'sign_off.code_confirmed')
  @ApiOkResponse({ type: ConfirmedSignOff })
  confirmSignOffCode(@Body() body: SignOffCode, @RequestOrigin() origin: Origin): Promise<ConfirmedSignOff> {
    return this.links.confirmCode(body, origin);
  }

  @Post('read')
  @HttpCode(200)
  @Public()
  @AuditedWhen(`${alive}, and the code was right`, 'sign_off.read')
  @ApiOkResponse({ type: SignOffCopy })
  readSignOffCopy(@Body() body: SignOffKey, @RequestOrigin() origin: Origin): Promise<SignOffCopy> {
    return this.links.read(body, origin);
  }

  @Post('sign')
  @HttpCode(200)
  @Public()
  @AuditedWhen(`${alive}, and the code was right`, 'sign_off.signed')
  @ApiOkResponse({ type: DecidedSignOff })
  signByLink(@Body() body: SignByLink, @RequestOrigin() origin: Origin): Promise<DecidedSignOff> {
    return this.links.sign(body, origin);
  }

  @Post('send-back')
  @HttpCode(200)
  @Public()
  @AuditedWhen(`${alive}, and the code was right`, 'sign_off.sent_back')
  @ApiOkResponse({ type: DecidedSignOff })
  sendBackByLink(@Body() body: SendBackByLink, @RequestOrigin() origin: Origin): Promise<DecidedSignOff> {
    return this.links.sendBack(body, origin);
  }
}
