import { type NotificationTopic, schoolInformedBy, triageDueOn } from '@panel/case-rules';
import { formatDate, type IsoDate } from '@panel/reference';

import type { AuditEventName } from '../audit/audit-event-names.js';

/** Who is told: SENCos of the case's school, the coordinators, the people of the provider, the members of panels. */
export type Audience = 'coordinators' | 'school' | 'provider' | 'panel_members';

/** What of the event is looked at: the case or the allocation it is about, the panel, or each case that the panel decided. */
export type About = 'case' | 'allocation' | 'panel' | 'cases_of_panel';

export interface NotificationFacts {
  /** Of the case, the allocation or the panel: what the page is about. */
  readonly id: string;
  readonly referralId: string | null;
  /** Of the case; of a panel, its day in words. */
  readonly reference: string;
  readonly schoolId: string | null;
  readonly providerId: string | null;
  readonly submittedOn: IsoDate | null;
  /** By when the next step of the case is done, by the deadlines of the authority. */
  readonly caseDueOn?: IsoDate | null;
  readonly panelHeldOn: IsoDate | null;
  /** The coordinator whose case it is: told instead of all of them. */
  readonly assignedTo?: string | null;
}

export interface NotificationRule {
  readonly about: About;
  readonly audience: Audience;
  readonly topic: NotificationTopic;
  readonly stage: string;
  readonly whatToDo: string;
  /** A mail at once, whatever somebody wishes: a family has taken its word back. */
  readonly isAlwaysMailed?: true;
  readonly dueOn?: (facts: NotificationFacts) => IsoDate | null;
  readonly path: (facts: NotificationFacts) => string;
}

const casePage = ({ referralId }: NotificationFacts): string => `/referrals/${referralId ?? ''}`;
const tasksPage = (facts: NotificationFacts): string => `${casePage(facts)}/tasks`;
const consentPage = (facts: NotificationFacts): string => `${casePage(facts)}/consent-history`;
const versionsPage = (facts: NotificationFacts): string => `${casePage(facts)}/versions`;
const allocationPage = ({ id }: NotificationFacts): string => `/allocations/${id}`;
const panelPage = ({ id }: NotificationFacts): string => `/panels/${id}`;

const ofCase = (
  audience: Audience,
  topic: NotificationTopic,
  stage: string,
  whatToDo: string,
  others: Partial<Pick<NotificationRule, 'dueOn' | 'path' | 'isAlwaysMailed'>> = {},
): NotificationRule => ({ about: 'case', audience, topic, stage, whatToDo, path: casePage, ...others });

const nothing = 'Nothing to do now.';

/**
 * Which events are told to whom, in which words. Nothing here knows a child: a reference, the stage, what to do and by when.
 * An event that is not listed is told to nobody.
 */
export const notificationRules: Readonly<Partial<Record<AuditEventName, readonly NotificationRule[]>>> = {
  'referral.submitted': [
    ofCase('coordinators', 'new_referrals', 'Submitted', 'Decide whether to accept, return or decline it.', {
      dueOn: ({ caseDueOn, submittedOn }) => caseDueOn ?? (submittedOn && triageDueOn(submittedOn)),
    }),
  ],
  'referral.created_on_behalf': [
    ofCase(
      'school',
      'own_referrals',
      'Begun for your school',
      'Look at what the coordinator has written. You can complete it, correct it or submit it.',
      { path: tasksPage },
    ),
  ],
  'note.written_by_provider': [
    ofCase('coordinators', 'case_progress', 'Note from the provider', 'Read the note of the provider of the support.', {
      path: (facts) => `${casePage(facts)}/notes`,
    }),
  ],
  'referral.withdrawn': [
    ofCase('coordinators', 'new_referrals', 'Withdrawn', nothing),
    ofCase('school', 'own_referrals', 'Withdrawn', nothing),
  ],
  'referral.amended': [
    ofCase('coordinators', 'new_referrals', 'Amended', 'Look at what is different. If it changes nothing, leave it.', {
      path: versionsPage,
    }),
    ofCase('school', 'own_referrals', 'Amended', 'Look at what is different. If it changes nothing, leave it.', {
      path: versionsPage,
    }),
  ],
  'referral.returned': [
    ofCase(
      'school',
      'own_referrals',
      'Returned',
      'Read what the coordinator asks for, answer it and submit the referral again.',
      {
        dueOn: ({ caseDueOn }) => caseDueOn ?? null,
        path: tasksPage,
      },
    ),
  ],
  'referral.accepted': [
    ofCase('school', 'own_referrals', 'Accepted', `${nothing} The coordinator will assess the risk.`),
  ],
  'referral.declined': [
    ofCase('school', 'own_referrals', 'Declined', 'Read the reason and what your school can do next.'),
  ],
  'referral.ready_for_panel': [
    ofCase('school', 'case_progress', 'Ready for panel', `${nothing} The case goes to the next panel with space.`),
  ],
  'consent.withdrawn': [
    ofCase(
      'coordinators',
      'case_progress',
      'The family has withdrawn its agreement',
      'Sharing has stopped. Look whether the case is on the agenda of a panel or with a provider.',
      { path: consentPage, isAlwaysMailed: true },
    ),
  ],
  'consent.expired': [
    ofCase(
      'coordinators',
      'case_progress',
      'The family’s agreement has ended',
      'Sharing has stopped. Ask the family whether they agree again, and look whether the case is on an agenda or with a provider.',
      { path: consentPage, isAlwaysMailed: true },
    ),
  ],
  'panel.papers_published': [
    {
      about: 'panel',
      audience: 'panel_members',
      topic: 'panel_papers',
      stage: 'Papers published',
      whatToDo: 'Read the papers before the panel meets.',
      dueOn: ({ panelHeldOn }) => panelHeldOn,
      path: panelPage,
    },
  ],
  'panel.closed': [
    {
      about: 'cases_of_panel',
      audience: 'school',
      topic: 'case_progress',
      stage: 'Decided by the panel',
      whatToDo: 'Read the decision and tell the family.',
      dueOn: ({ panelHeldOn }) => panelHeldOn && schoolInformedBy(panelHeldOn),
      path: casePage,
    },
  ],
  'allocation.approved': [
    {
      about: 'allocation',
      audience: 'provider',
      topic: 'allocations',
      stage: 'Support allocated to you',
      whatToDo: 'Accept or decline it.',
      path: allocationPage,
    },
  ],
  'allocation.accepted': [
    ofCase('school', 'case_progress', 'Provider has accepted', `${nothing} The provider will arrange when it starts.`),
  ],
  'allocation.declined_by_provider': [
    ofCase('coordinators', 'case_progress', 'Provider has declined', 'Look for other support for the case.'),
  ],
  'allocation.completed': [
    ofCase('coordinators', 'case_progress', 'Support delivered', 'Record the review and the outcome.'),
  ],
  'review.created': [ofCase('school', 'case_progress', 'Reviewed', 'Read the outcome and the next step.')],
  'referral.closed': [ofCase('school', 'case_progress', 'Closed', nothing)],
  'document.scan_infected': [
    ofCase('school', 'own_referrals', 'Virus found in a document', 'Upload a clean copy of the document.', {
      path: (facts) => `${casePage(facts)}/documents`,
    }),
  ],
};

export interface NotificationWords {
  readonly reference: string;
  readonly stage: string;
  readonly whatToDo: string;
  readonly dueOn: IsoDate | null;
}

/** One sentence each: which case, how far, what to do, by when. */
export function notificationLines({ reference, stage, whatToDo, dueOn }: NotificationWords): string[] {
  return [`${reference}: ${stage}.`, whatToDo, ...(dueOn === null ? [] : [`By ${formatDate(dueOn)}.`])];
}
