import type { MailRecipient, NewMail } from '../mail/mail.service.js';

const notYou =
  'If it was not you, tell your administrator at once: somebody else may have been in your account or in your mailbox.';

export function passwordResetMail(to: MailRecipient, token: string): NewMail {
  return {
    to,
    kind: 'password_reset',
    subject: 'Set a new password for the inclusion panel service',
    lines: [
      'Somebody asked for a new password for your account. Open the link below within one hour. It works once.',
      'You still need your second step to sign in afterwards.',
      'If it was not you, leave this mail: your password stays as it is.',
    ],
    link: { path: `/reset-password#${token}`, isSecret: true },
  };
}

export function passwordChangedMail(to: MailRecipient): NewMail {
  return {
    to,
    kind: 'password_changed',
    subject: 'Your password has been changed',
    lines: ['The password of your account has been changed. You have been signed out everywhere else.', notYou],
  };
}

export function confirmEmailMail(to: MailRecipient, token: string): NewMail {
  return {
    to,
    kind: 'email_change',
    subject: 'Confirm your new email address',
    lines: [
      'You asked to sign in to the inclusion panel service with this address. Open the link below within one hour to confirm that it is yours.',
      'If you did not ask for this, leave this mail: nothing changes.',
    ],
    link: { path: `/confirm-email#${token}`, isSecret: true },
  };
}

export function emailChangeAskedMail(to: MailRecipient): NewMail {
  return {
    to,
    kind: 'email_change',
    subject: 'Somebody asked to change your email address',
    lines: [
      'The address of your account is about to be changed. It stays this one until the new address has been confirmed.',
      notYou,
    ],
  };
}

export function emailChangedMail(to: MailRecipient): NewMail {
  return {
    to,
    kind: 'email_changed',
    subject: 'Your email address has been changed',
    lines: [
      'Your account now has another email address. You sign in with that one, and mail no longer comes here.',
      notYou,
    ],
  };
}
