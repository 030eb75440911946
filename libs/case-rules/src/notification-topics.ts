import type { Role } from './roles.js';

/** How somebody wants to hear of something: a mail at once, in one mail on the morning of each working day, or not by mail. */
export const NOTIFICATION_DELIVERIES = ['at_once', 'daily', 'never'] as const;
export type NotificationDelivery = (typeof NOTIFICATION_DELIVERIES)[number];

/** What people are told of while cases move on. Mail about one's own account is not among them: it always comes at once. */
export const NOTIFICATION_TOPICS = [
  'new_referrals',
  'own_referrals',
  'case_progress',
  'allocations',
  'panel_papers',
  'assigned_work',
] as const;
export type NotificationTopic = (typeof NOTIFICATION_TOPICS)[number];

export interface NotificationTopicWords {
  readonly label: string;
  readonly hint: string;
  /** Who can be told of it at all. */
  readonly roles: readonly Role[];
}

const words: Readonly<Record<NotificationTopic, NotificationTopicWords>> = {
  new_referrals: {
    label: 'Referrals that come in',
    hint: 'A school submits a referral, again or for the first time, changes one or withdraws one',
    roles: ['coordinator'],
  },
  own_referrals: {
    label: 'Referrals of your school',
    hint: 'The coordinator accepts, returns or declines one',
    roles: ['senco'],
  },
  case_progress: {
    label: 'How cases go on',
    hint: 'The panel decides, support is accepted, delivered or reviewed',
    roles: ['senco', 'coordinator'],
  },
  allocations: {
    label: 'Support that is allocated to you',
    hint: 'For you to accept or decline',
    roles: ['provider'],
  },
  panel_papers: {
    label: 'Papers of a panel',
    hint: 'They are published and can be read',
    roles: ['panel_member'],
  },
  assigned_work: {
    label: 'Cases and tasks given to you',
    hint: 'Somebody assigns a case or a task to you',
    roles: ['coordinator', 'senco', 'provider', 'panel_member'],
  },
};

/** The words of a topic, and who can be told of it. */
export function notificationTopicWords(topic: NotificationTopic): NotificationTopicWords {
  return words[topic];
}

/** The topics that somebody with these roles can be told of, in the order of the list. */
export function notificationTopicsOf(roles: readonly Role[]): NotificationTopic[] {
  return NOTIFICATION_TOPICS.filter((topic) => words[topic].roles.some((role) => roles.includes(role)));
}
