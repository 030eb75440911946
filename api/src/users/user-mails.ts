import type { MailRecipient, NewMail } from '../mail/mail.service.js';

interface About {
  readonly to: MailRecipient;
  readonly councilName: string;
}

const ask = 'If you think that this is a mistake, speak to your administrator.';

export function invitationMail(
  { to, councilName }: About,
  invitation: {
    readonly invitedByName: string;
    readonly roles: string;
    readonly until: string;
    readonly token: string;
  },
): NewMail {
  return {
    to,
    kind: 'invitation',
    subject: `${councilName} invites you to the inclusion panel service`,
    lines: [
      `${invitation.invitedByName} of ${councilName} invites you to work with the inclusion panel service, as: ${invitation.roles}.`,
      `Open the link below by ${invitation.until}. It works once. You will choose a password and set up a second step for signing in; if you have an account already, you sign in with it.`,
      'If you do not expect this invitation, leave it: nothing happens.',
    ],
    link: { path: `/invitation#${invitation.token}`, isSecret: true },
  };
}

export function roleGrantedMail({ to, councilName }: About, role: string): NewMail {
  return {
    to,
    kind: 'roles_changed',
    subject: 'You have a new role in the inclusion panel service',
    lines: [`An administrator of ${councilName} gave you the role: ${role}. You have it from now on.`, ask],
    link: { path: '/', isSecret: false },
  };
}

export function roleTakenAwayMail({ to, councilName }: About, role: string): NewMail {
  return {
    to,
    kind: 'roles_changed',
    subject: 'A role of yours in the inclusion panel service has ended',
    lines: [`An administrator of ${councilName} took away your role: ${role}.`, ask],
  };
}

export function renamedMail({ to, councilName }: About): NewMail {
  return {
    to,
    kind: 'account_changed',
    subject: 'Your name in the inclusion panel service has been changed',
    lines: [`An administrator of ${councilName} changed how your name is written. It now reads as above.`, ask],
  };
}

export function deactivatedMail({ to, councilName }: About): NewMail {
  return {
    to,
    kind: 'account_closed',
    subject: `Your access for ${councilName} has ended`,
    lines: [
      `An administrator of ${councilName} ended your access to the inclusion panel service for this council. You have been signed out.`,
      ask,
    ],
  };
}

export function reactivatedMail({ to, councilName }: About): NewMail {
  return {
    to,
    kind: 'account_opened',
    subject: `You have access for ${councilName} again`,
    lines: [
      `An administrator of ${councilName} gave you back your access to the inclusion panel service, with your roles.`,
    ],
    link: { path: '/sign-in', isSecret: false },
  };
}
