export interface MailParts {
  readonly toName: string;
  readonly body: string;
  readonly linkPath: string | null;
}

/** The whole text of a mail. Plain text: it reads the same everywhere, and nothing in it can be hidden behind other words. */
export function mailText({ toName, body, linkPath }: MailParts, publicAddress: string, serviceName: string): string {
  return [
    `Dear ${toName}`,
    body,
    ...(linkPath === null ? [] : [linkOf(publicAddress, linkPath)]),
    `${serviceName}\nThis message was sent automatically. Replies are not read.`,
  ].join('\n\n');
}

export function linkOf(publicAddress: string, path: string): string {
  return `${publicAddress.replace(/\/+$/, '')}${path}`;
}
