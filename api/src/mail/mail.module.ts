import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';

import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { MailSender } from './mail-sender.service.js';
import { MailService } from './mail.service.js';
import { Mailer } from './mailer.js';
import { OutboxMailer, WaitingMailer } from './outbox-mailer.js';
import { OutboxController } from './outbox.controller.js';
import { OutboxRepository } from './outbox.repository.js';
import { OutboxService } from './outbox.service.js';
import { NotifyMailer } from './notify-mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

/** A named server or GOV.UK Notify; else, in a demo, the page that shows the outbox; else mail waits. */
function mailerOf({ smtpUrl, mailFrom, notify, publicAddress, isDemo }: Environment): Mailer {
  if (notify !== null) return new NotifyMailer(notify);
  if (smtpUrl !== null) return new SmtpMailer(smtpUrl, mailFrom, new URL(publicAddress).hostname);
  return isDemo ? new OutboxMailer() : new WaitingMailer();
}

@Global()
@Module({
  controllers: [OutboxController],
  providers: [
    { provide: Mailer, inject: [environmentToken], useFactory: mailerOf },
    OutboxRepository,
    OutboxService,
    MailService,
    MailSender,
  ],
  exports: [MailService, MailSender],
})
export class MailModule implements OnApplicationShutdown {
  constructor(@Inject(Mailer) private readonly mailer: Mailer) {}

  onApplicationShutdown(): void {
    this.mailer.close();
  }
}
