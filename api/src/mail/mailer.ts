/** A mail as it leaves: plain text, one person. `text` is all of it; the parts are for who has a template of its own. */
export interface OutgoingMail {
  /** Stays the same when the same mail is tried again: a server that got it twice can tell. */
  readonly id: string;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly text: string;
  readonly body: string;
  /** The whole address of a page of ours. */
  readonly link: string | null;
  readonly serviceName: string;
  /** It may have been handed over before: whoever tried has died, or got no answer. */
  readonly isRepeated: boolean;
}

/** Where mail goes. The rest of the application knows the outbox only. */
export abstract class Mailer {
  /** False: mail waits in the outbox until somebody sets up a server. */
  abstract readonly canSend: boolean;
  /** Whether what was sent stays readable in the outbox: only where nothing leaves the machine. */
  abstract readonly keepsSecrets: boolean;
  /** Resolves when the mail has been taken over; fails with a `MailNotSent` otherwise, after a limited time. */
  abstract deliver(mail: OutgoingMail): Promise<void>;
  abstract close(): void;
}

export class MailNotSent extends Error {
  constructor(
    /** For the outbox and the log: a code, never the words of a server, which may hold the address. */
    readonly code: string,
    /** Trying again cannot help: the server refuses this mail for good. */
    readonly isFinal: boolean,
  ) {
    super(code);
  }
}
