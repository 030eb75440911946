import { Mailer, MailNotSent } from './mailer.js';

/** The demo: nothing leaves the machine, and the page `/outbox` shows what would have. */
export class OutboxMailer extends Mailer {
  readonly canSend = true;
  readonly keepsSecrets = true;

  deliver(): Promise<void> {
    return Promise.resolve();
  }

  close(): void {
    // nothing is open
  }
}

/** No server is set up: mail waits in the outbox, so that none is lost when one is. */
export class WaitingMailer extends Mailer {
  readonly canSend = false;
  readonly keepsSecrets = false;

  deliver(): Promise<void> {
    return Promise.reject(new MailNotSent('no_server', false));
  }

  close(): void {
    // nothing is open
  }
}
