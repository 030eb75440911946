import type { HelpTopic } from '../help-topic.js';

export const questions: HelpTopic = {
  slug: 'questions',
  title: 'Questions that are often asked',
  summary: 'Signing in, email, mistakes, and who can see what',
  parts: [
    {
      id: 'sign-in',
      heading: 'I cannot sign in',
      alsoCalled: 'password forgotten code authenticator phone lost locked',
      text: [
        'Choose “I have forgotten my password” on the sign-in page. If you have lost your phone, use one of your recovery codes. If those are gone too, ask an administrator of your council to reset your second factor.',
      ],
    },
    {
      id: 'timeout',
      heading: 'Why was I signed out?',
      alsoCalled: 'session idle minutes',
      text: [
        'After 30 minutes without a click, unless your council has set another time. You are warned before, and what you typed is kept.',
      ],
    },
    {
      id: 'email',
      heading: 'Why do emails not say which child?',
      alsoCalled: 'notification message name reference',
      text: [
        'Email can be read by others. It gives the reference, what to do, by when, and a link. The name is here, after you have signed in.',
      ],
    },
    {
      id: 'statutory',
      heading: 'Does a referral replace a request for an EHC needs assessment?',
      alsoCalled: 'statutory plan ehcp tribunal',
      text: [
        'No. A parent, a young person or a school can ask the council for one at any time, whatever a panel decides.',
      ],
    },
    {
      id: 'mistake',
      heading: 'Something in a case is wrong',
      alsoCalled: 'correct error wrong change',
      text: [
        'A school can change a referral until it is submitted. After that ask the coordinator to record a correction: the old value stays visible with the reason.',
      ],
    },
    {
      id: 'who-sees',
      heading: 'Who has seen a case?',
      alsoCalled: 'audit privacy access',
      text: ['Every reading is recorded. The data protection officer can say who it was; families can ask for it.'],
    },
    {
      id: 'several-roles',
      heading: 'I have several roles',
      alsoCalled: 'hat change role school council',
      text: ['Your name at the top says in which you act now. Choose Change beside it to act in another.'],
    },
  ],
};

/** For people; docs/glossary.md is for those who build. */
export const words: HelpTopic = {
  slug: 'words',
  title: 'Words we use',
  summary: 'What the words of this service mean',
  parts: [
    word('allocation', 'Allocation', 'Places, hours or sessions of a contract, given to a child by a decision.'),
    word(
      'annual-value',
      'Annual value',
      'What support with a plan would cost in a year: hours, hourly rate and weeks, less the school’s own contribution.',
    ),
    word(
      'assessment',
      'Assessment',
      'The coordinator’s judgement of how likely it is that a child will need an EHC needs assessment. Earlier ones are kept.',
    ),
    word(
      'coordinator',
      'Coordinator',
      'Runs the partnership for the council: looks at referrals, assesses, prepares panels, reviews.',
    ),
    word(
      'cost-avoidance',
      'Cost avoidance',
      'An expected value for planning. Not money in hand, and never called a saving.',
    ),
    word(
      'ehc',
      'EHC plan',
      'Education, health and care plan: the legal document for a child who needs more than a school can give.',
      'ehcp statutory',
    ),
    word(
      'graduated-response',
      'Graduated response',
      'What a school does first: assess, plan, do, review, and again.',
      'assess plan do review',
    ),
    word('legal-hold', 'Legal hold', 'Keeps a record beyond its period, for example while there is a complaint.'),
    word('panel', 'Panel', 'The monthly meeting, led by schools, that decides about support.'),
    word(
      'partnership',
      'Partnership (EIP)',
      'Education Inclusion Partnership: schools, council and providers who act before a plan is needed.',
      'eip',
    ),
    word('provider', 'Provider', 'An organisation that gives support under a contract with the council.'),
    word('rate-card', 'Rate card', 'The prices in force on a day, from which annual values are worked out.'),
    word('referral', 'Referral', 'A school’s request for support for a child, from the first draft to the end.'),
    word('review', 'Review', 'A look at what changed, usually after twelve weeks: measures again, and the next step.'),
    word(
      'second-factor',
      'Second factor',
      'What you show beside your password: a code of an app, a passkey or a recovery code.',
      'mfa 2fa authenticator',
    ),
    word('semh', 'SEMH', 'Social, emotional and mental health: one of the kinds of need.', 'mental health'),
    word('senco', 'SENCo', 'Special educational needs coordinator of a school.', 'senco sendco'),
    word('toolkit', 'Toolkit', 'Ideas and resources for schools to try, by need and age.'),
    word('triage', 'Triage', 'The first look at a referral: accept, return or decline.'),
    word(
      'upn',
      'UPN',
      'Unique pupil number: thirteen characters, given to a child at the first school.',
      'pupil number',
    ),
  ],
};

function word(id: string, heading: string, meaning: string, alsoCalled = ''): HelpTopic['parts'][number] {
  return { id, heading, text: [meaning], alsoCalled };
}
