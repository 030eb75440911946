import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';

import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { deviceCookie, sessionCookie } from './session-cookie.js';
import type { SignInStep } from './session.dto.js';
import type { HandedOver } from './sessions.service.js';

/** Gives a browser its cookies and takes them away: the one place that does. */
@Injectable()
export class SessionCookies {
  private readonly session;
  private readonly device;

  constructor(@Inject(environmentToken) { isProduction }: Environment) {
    this.session = sessionCookie(isProduction);
    this.device = deviceCookie(isProduction);
  }

  /** Call it with what `SessionsService.begin` gave; answer the step, or go on to a page. */
  handOver(response: Response, { token, deviceToken, step }: HandedOver): SignInStep {
    response.cookie(this.session.name, token, this.session.options);
    if (deviceToken !== null) response.cookie(this.device.name, deviceToken, this.device.options);
    return step;
  }

  /** The device stays known: signing out is no reason to be a stranger. */
  clear(response: Response): void {
    response.clearCookie(this.session.name, this.session.options);
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
  }
}
