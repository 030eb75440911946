import type { HelpTopic } from '../help-topic.js';

export const providerHelp: HelpTopic = {
  slug: 'provider',
  title: 'Help for providers of support',
  summary: 'Accepting a child, recording sessions, the end',
  parts: [
    {
      id: 'next',
      heading: 'What happens next',
      steps: [
        'The coordinator offers you a place for a child. Accept it, or decline with a reason.',
        'Arrange the first session with the school.',
        'Record each session, attended or not.',
        'Complete the allocation when the support ends. The coordinator reviews what changed.',
      ],
    },
    {
      id: 'session',
      heading: 'Record a session',
      alsoCalled: 'attendance minutes cancelled visit',
      text: [
        'Open the allocation and choose Record a session: date, minutes, whether the child came, and a short note. It takes less than a minute on a phone.',
      ],
      links: [{ text: 'Allocations', link: '/allocations' }],
    },
    {
      id: 'note',
      heading: 'Write to the coordinator',
      alsoCalled: 'message note tell report worry',
      text: [
        'Open the allocation and choose Write a note. The coordinator reads it and is told; choose whether the school reads it as well. For an immediate worry about safety, follow the safeguarding procedure first.',
      ],
      links: [{ text: 'Allocations', link: '/allocations' }],
    },
    {
      id: 'see',
      heading: 'What you can see',
      alsoCalled: 'information access full case',
      text: [
        'What you need to support the child, and only of children you were given. If a family withdraws its agreement, you can no longer open the case; the coordinator tells you what that means.',
      ],
    },
  ],
};

export const contractManagerHelp: HelpTopic = {
  slug: 'contract-manager',
  title: 'Help for contract managers',
  summary: 'Contracts, capacity and the ledger',
  parts: [
    {
      id: 'next',
      heading: 'What happens by itself',
      steps: [
        'The panel gives a child units of a contract: they are reserved.',
        'The provider accepts: they are committed.',
        'Sessions are recorded: they are delivered.',
      ],
      text: [
        'What is left is the capacity less what is taken. It never falls below nothing, also when two people allocate at once.',
      ],
    },
    {
      id: 'read',
      heading: 'Read a contract',
      alsoCalled: 'ledger spend commitments capacity price',
      text: [
        'Each contract shows its capacity, what is taken and what it has cost so far. You see no notes about children.',
      ],
      links: [{ text: 'Contracts', link: '/contracts' }],
    },
  ],
};

export const boardMemberHelp: HelpTopic = {
  slug: 'board-member',
  title: 'Help for board members',
  summary: 'Reading the figures, approving reports',
  parts: [
    {
      id: 'next',
      heading: 'What happens next',
      steps: [
        'The coordinator drafts a report from an analysis.',
        'You read and approve it. The person who drafted it cannot approve it.',
        'It is published. From then on it is never changed; a newer one can take its place.',
      ],
    },
    {
      id: 'figures',
      heading: 'Read the figures',
      alsoCalled: 'cost avoidance saving interval numbers',
      text: [
        'Cost avoidance is an expected value for planning. It is not a saving, and never a target for a child. It is shown with its parts, so that the first number is never read alone.',
      ],
      links: [{ text: 'Reports', link: '/reports' }],
    },
    {
      id: 'hidden',
      heading: 'Why some numbers are hidden',
      alsoCalled: 'c confidential small numbers suppressed',
      text: [
        'Numbers of one to four are hidden, and so are others from which they could be worked out. Hidden is shown as the letter c.',
      ],
    },
  ],
};

export const administratorHelp: HelpTopic = {
  slug: 'administrator',
  title: 'Help for administrators',
  summary: 'People, settings, rate cards, single sign-on',
  parts: [
    {
      id: 'people',
      heading: 'Invite people and give roles',
      alsoCalled: 'user account role leaver deactivate',
      steps: [
        'Go to People and choose Invite somebody.',
        'Enter their name, their work email address and the roles they need.',
        'They get a link that works once and for seven days.',
      ],
      text: ['When somebody leaves, deactivate them on the same day. What they did stays in the records.'],
      links: [{ text: 'People', link: '/users' }],
    },
    {
      id: 'contacts',
      heading: 'Change the contact details',
      alsoCalled: 'statement privacy notice email phone',
      text: [
        'They stand in the accessibility statement, the privacy notice and on the help page, for everybody to see.',
        'On the same page you change the names of the council and of the service, and the colour of the council. White text must be readable on it: the page says what its contrast is.',
      ],
      links: [{ text: 'Contact details', link: '/contact-details' }],
    },
    {
      id: 'rates',
      heading: 'Add a rate card',
      alsoCalled: 'hourly rate prices weeks contribution',
      text: [
        'One for each period, with its source. Values that were worked out with an earlier card stay as they are.',
      ],
      links: [{ text: 'Rate cards', link: '/rate-cards' }],
    },
    {
      id: 'sign-on',
      heading: 'Set up single sign-on',
      alsoCalled: 'microsoft entra dfe sign-in password',
      text: ['Add the provider, register with it what the page shows, test the connection, switch it on.'],
      links: [{ text: 'Single sign-on', link: '/identity-providers' }],
    },
  ],
};

export const dataProtectionOfficerHelp: HelpTopic = {
  slug: 'data-protection-officer',
  title: 'Help for data protection officers',
  summary: 'Access requests, retention, emergency accesses, the audit trail',
  parts: [
    {
      id: 'access',
      heading: 'Answer a request for access',
      alsoCalled: 'subject access request sar copy',
      steps: [
        'Log the request on the day it came. It is due in one calendar month.',
        'Record how the person’s identity was checked.',
        'Prepare the pack, decide about each passage that concerns somebody else, release it once.',
      ],
      links: [{ text: 'Access requests', link: '/access-requests' }],
    },
    {
      id: 'retention',
      heading: 'Set how long records are kept',
      alsoCalled: 'destroy delete period legal hold',
      text: [
        'Each kind of record has a period with its source. A legal hold keeps a case beyond it. What is destroyed is logged without personal data.',
      ],
      links: [{ text: 'Retention', link: '/retention' }],
    },
    {
      id: 'emergency',
      heading: 'Look at emergency accesses',
      alsoCalled: 'break glass reason case',
      text: [
        'Who opened a case that was closed to them, why and for how long. Each waits until you have looked at it.',
      ],
      links: [{ text: 'Emergency accesses', link: '/emergency-accesses' }],
    },
    {
      id: 'audit',
      heading: 'Search the audit trail',
      alsoCalled: 'who did what log',
      text: [
        'Who did or saw what, when and in which role. It cannot be changed, and every night it is verified that it was not.',
      ],
      links: [{ text: 'Audit', link: '/audit-events' }],
    },
  ],
};
