import { NOTIFICATION_DELIVERIES, NOTIFICATION_TOPICS } from '@panel/case-rules';
import type { NotificationDelivery, NotificationTopic } from '@panel/case-rules';

import { DateOnly, Instant, ListOf, OneOf, Text, Uuid } from '../common/fields.js';

export class Notification {
  @Uuid()
  id: string;

  @OneOf(NOTIFICATION_TOPICS, { name: 'NotificationTopic' })
  topic: NotificationTopic;

  @Text({ max: 100 })
  reference: string;

  @Text({ max: 100 })
  stage: string;

  @Text({ max: 500 })
  whatToDo: string;

  @DateOnly({ nullable: true })
  dueOn: string | null;

  @Text({ max: 500, description: 'The page on this site where it is done.' })
  linkPath: string;

  @Instant()
  createdAt: string;
}

export class Notifications {
  @ListOf(() => Notification)
  items: Notification[];
}

export class NotificationPreference {
  @OneOf(NOTIFICATION_TOPICS, { name: 'NotificationTopic' })
  topic: NotificationTopic;

  @OneOf(NOTIFICATION_DELIVERIES, { name: 'NotificationDelivery' })
  delivery: NotificationDelivery;
}

export class NotificationPreferences {
  @ListOf(() => NotificationPreference)
  items: NotificationPreference[];
}

export class SetNotificationPreferences {
  @ListOf(() => NotificationPreference, { max: NOTIFICATION_TOPICS.length })
  items: NotificationPreference[];
}
