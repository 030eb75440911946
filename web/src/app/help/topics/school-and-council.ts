import type { HelpTopic } from '../help-topic.js';

export const sencoHelp: HelpTopic = {
  slug: 'senco',
  title: 'Help for SENCos',
  summary: 'Writing a referral, answering questions, and what happens next',
  parts: [
    {
      id: 'next',
      heading: 'What happens next',
      steps: [
        'You write a referral. It is saved as you type, and colleagues at your school can go on with it.',
        'You submit it. The coordinator looks at it and accepts it, sends it back with named questions, or declines it with a reason.',
        'When it is accepted, the coordinator assesses the risk and puts the case on the agenda of a panel.',
        'The panel decides. You hear within five working days of the meeting.',
        'A provider starts. After about twelve weeks the support is reviewed.',
      ],
    },
    {
      id: 'start',
      heading: 'Start a referral',
      alsoCalled: 'new form child pupil create draft',
      steps: [
        'Go to Referrals and choose Start a referral.',
        'Answer the sections in any order. Each shows whether it is finished.',
        'Read what is missing on the task list: each line says why it matters.',
        'Check your answers and submit.',
      ],
      links: [{ text: 'Referrals', link: '/referrals' }],
    },
    {
      id: 'lost',
      heading: 'Nothing you type is lost',
      alsoCalled: 'saved crash timeout signed out internet offline lost work',
      text: [
        'Answers are saved two seconds after you stop typing; the page says when. If the connection drops, keep the page open: it is saved when the connection is back. If you are signed out, sign in again on the same page.',
        'Notes, tasks and the other forms of a case are kept the same way until you send them, for 30 days at most. Only you see what you have not sent; open the form again to go on, or throw it away.',
      ],
    },
    {
      id: 'consent',
      heading: 'Ask the family',
      alsoCalled: 'agreement permission parents',
      text: [
        'A referral cannot be submitted without saying who agreed, when, and to what. A family can change its mind at any time: record it on the case, and sharing stops at once.',
      ],
    },
    {
      id: 'documents',
      heading: 'Add reports and plans',
      alsoCalled: 'upload file attachment pdf word virus scan',
      text: [
        'PDF, DOCX, ODT, JPG and PNG files of up to 20 MB. Each is scanned for viruses first; you can open it when the scan has found it clean. A new version never overwrites the one before.',
      ],
    },
    {
      id: 'returned',
      heading: 'A referral came back',
      alsoCalled: 'returned questions missing information',
      text: [
        'It lists exactly what the coordinator needs. Open it, answer those items and submit again. It keeps its reference and everything you wrote.',
      ],
    },
  ],
};

export const coordinatorHelp: HelpTopic = {
  slug: 'coordinator',
  title: 'Help for coordinators',
  summary: 'Triage, assessment, panels, allocations, reviews and reports',
  parts: [
    {
      id: 'next',
      heading: 'What happens next',
      steps: [
        'A school submits a referral. Accept it, return it with named items, or decline it with a reason and what to do instead.',
        'Assess the risk of an accepted case, with what the judgement rests on.',
        'Mark it ready and add it to the agenda of a panel. Papers close ten working days before it and are published five before.',
        'Record each decision as the panel speaks.',
        'The provider accepts the allocation and records sessions. Review the support after about twelve weeks.',
      ],
    },
    {
      id: 'triage',
      heading: 'Accept, return or decline',
      alsoCalled: 'triage new referrals',
      text: [
        'Return a referral when a named thing is missing: the school sees your list and nothing else has to be typed again. Decline with one of the reasons; it says what the school can do next. A family can ask for an education, health and care needs assessment whatever you decide.',
      ],
      links: [{ text: 'Referrals to look at', link: '/referrals?status=submitted' }],
    },
    {
      id: 'assess',
      heading: 'Assess a risk',
      alsoCalled: 'probability hours annual value rate card',
      text: [
        'Say how likely a needs assessment is within twelve months without support, whether a plan would be likely, and how many weekly hours. The annual value is worked out from the rate card in force: it is never typed. A new assessment stands beside the earlier one.',
      ],
    },
    {
      id: 'panel',
      heading: 'Prepare and run a panel',
      alsoCalled: 'agenda papers minutes quorum decision meeting',
      steps: [
        'Plan the panel with its date and place.',
        'Add cases and put them in order.',
        'Publish the papers: they are frozen from then on.',
        'Start the session, record each decision, close the panel.',
      ],
      links: [{ text: 'Panels', link: '/panels' }],
    },
    {
      id: 'withdrawn',
      heading: 'A family withdraws its agreement',
      alsoCalled: 'consent withdrawn stop sharing',
      text: [
        'Record it on the case. Panel members or providers can then no longer open it, at once. Your start page shows cases on an agenda that this concerns.',
      ],
    },
  ],
};

export const panelMemberHelp: HelpTopic = {
  slug: 'panel-member',
  title: 'Help for panel members',
  summary: 'Reading the pack, conflicts of interest, the meeting',
  parts: [
    {
      id: 'next',
      heading: 'What happens next',
      steps: [
        'You get an email when papers are published, five working days before the panel.',
        'Read the pack here. It does not leave the service.',
        'At the panel the chair goes through the agenda and the coordinator records the decisions.',
        'Schools hear within five working days.',
      ],
    },
    {
      id: 'pack',
      heading: 'Read the papers',
      alsoCalled: 'pack agenda case summary',
      text: ['Open the panel and then each case. What you see is what was frozen when the papers were published.'],
      links: [{ text: 'Panels', link: '/panels' }],
    },
    {
      id: 'conflict',
      heading: 'Conflicts of interest',
      alsoCalled: 'own school trust relative recuse',
      text: [
        'You cannot open a case of your own school. If you know the family or have another interest, tell the chair before the case begins; that is minuted.',
      ],
    },
  ],
};
