import type { MailRecipient, NewMail } from '../../mail/mail.service.js';

/* What is said by mail about a sign-off: the reference of a referral, what to do and by when. Never anything of a child. */

interface About {
  readonly to: MailRecipient;
  readonly reference: string;
}

export function signOffAskedMail(
  { to, reference }: About,
  asked: { readonly byName: string; readonly schoolName: string; readonly until: string; readonly token: string },
): NewMail {
  return {
    to,
    kind: 'sign_off_asked',
    subject: `Please sign off referral ${reference}`,
    lines: [
      waiting(reference),
      `${asked.byName} of ${asked.schoolName} asks you, as head teacher, to sign off referral ${reference} before it goes to the Education Inclusion Partnership.`,
      `Open the link below by ${asked.until}. You need no account: the page sends a code to this address, then shows you the referral. You can sign it off, or send it back with a comment.`,
      'Do not forward this message. If you do not expect it, speak to your SENCo.',
    ],
    link: { path: `/sign-off#${asked.token}`, isSecret: true },
  };
}

/** With a link of its own: that of the mail before is known to nobody but its reader. */
export function signOffReminderMail(
  { to, reference }: About,
  asked: { readonly byName: string; readonly schoolName: string; readonly until: string; readonly token: string },
): NewMail {
  return {
    to,
    kind: 'sign_off_reminded',
    subject: `Reminder: please sign off referral ${reference}`,
    lines: [
      waiting(reference),
      `${asked.byName} of ${asked.schoolName} asked you, as head teacher, to sign it off. The school cannot submit it before you have answered.`,
      `Open the link below by ${asked.until}. You need no account. You can sign the referral off, or send it back with a comment.`,
      'Do not forward this message. If somebody else should sign, tell your SENCo.',
    ],
    link: { path: `/sign-off#${asked.token}`, isSecret: true },
  };
}

/** To whoever asked. */
export function signOffExpiredMail({ to, reference }: About, referralId: string): NewMail {
  return {
    to,
    kind: 'sign_off_expired',
    subject: `Referral ${reference}: no answer from the head teacher`,
    lines: [
      waiting(reference),
      'The link that was sent to the head teacher has expired without an answer. Ask again, or ask at another address.',
    ],
    link: { path: `/referrals/${referralId}/sign-off`, isSecret: false },
  };
}

const waiting = (reference: string): string => `${reference}: waiting for the head teacher’s sign-off.`;

export function signOffCodeMail({ to, reference }: About, code: string): NewMail {
  return {
    to,
    kind: 'sign_off_code',
    subject: `Your code for referral ${reference}`,
    lines: [
      `Your code is ${code}. Enter it on the page where you asked for it. It works once, for 15 minutes.`,
      'Nobody from the school or the council will ask you for it. If you did not ask for a code, tell your SENCo.',
    ],
    isSecret: true,
  };
}

/** So that a signature given in somebody's name is noticed by them. */
export function signOffDoneMail({ to, reference }: About, signedAt: string): NewMail {
  return {
    to,
    kind: 'sign_off_done',
    subject: `You signed off referral ${reference}`,
    lines: [
      `Referral ${reference} was signed off in your name on ${signedAt}.`,
      'If that was not you, tell your SENCo and the coordinator of the partnership at once.',
    ],
  };
}

export function signOffAnsweredMail(
  { to, reference }: About,
  referralId: string,
  answer: 'signed' | 'sent_back',
): NewMail {
  const isSigned = answer === 'signed';
  return {
    to,
    kind: 'sign_off_answered',
    subject: isSigned ? `Referral ${reference}: signed off` : `Referral ${reference}: sent back by the head teacher`,
    lines: isSigned
      ? [
          `The head teacher has signed off referral ${reference}.`,
          'Submit it now. The sign-off holds as long as no answer changes.',
        ]
      : [
          `The head teacher has sent referral ${reference} back with a comment.`,
          'Read the comment, change what is needed, and ask again.',
        ],
    link: { path: `/referrals/${referralId}/check`, isSecret: false },
  };
}
