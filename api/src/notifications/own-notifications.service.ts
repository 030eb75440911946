import { Injectable } from '@nestjs/common';
import { notificationTopicsOf } from '@panel/case-rules';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { fieldsInvalid } from '../common/common.problems.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type { NotificationPreferences, Notifications, SetNotificationPreferences } from './notification.dto.js';
import { NotificationsRepository } from './notifications.repository.js';

const shown = 50;

/** What somebody was told, and how they want to be told. Always their own, in the authority they act for. */
@Injectable()
export class OwnNotificationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: NotificationsRepository,
    private readonly audit: AuditService,
  ) {}

  list(actor: Actor): Promise<Notifications> {
    return this.transactions.read(actor, async (tx) => ({
      items: (await this.repository.findNewestOf(tx, actor.authorityId, actor.userId, shown)).map(
        ({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }),
      ),
    }));
  }

  preferences(actor: Actor): Promise<NotificationPreferences> {
    return this.transactions.read(actor, (tx) => this.load(tx, actor));
  }

  setPreferences(actor: Actor, { items }: SetNotificationPreferences): Promise<NotificationPreferences> {
    const own = notificationTopicsOf(actor.allGrants.map(({ role }) => role));
    const unknown = items.findIndex(({ topic }) => !own.includes(topic));
    if (unknown >= 0) {
      const detail = 'Nobody in your roles is told of this. Leave it out.';
      throw fieldsInvalid([{ pointer: `/items/${unknown}/topic`, code: 'topic_not_yours', detail }]);
    }
    return this.transactions.run(actor, async (tx) => {
      for (const item of items) await this.repository.savePreference(tx, actor.authorityId, actor.userId, item);
      await this.audit.record(tx, actor, 'notification_preferences.changed', 'user', actor.userId);
      return this.load(tx, actor);
    });
  }

  private async load(tx: Tx, actor: Actor): Promise<NotificationPreferences> {
    const chosen = await this.repository.findPreferences(tx, actor.authorityId, actor.userId);
    return {
      items: notificationTopicsOf(actor.allGrants.map(({ role }) => role)).map((topic) => ({
        topic,
        delivery: chosen.find((preference) => preference.topic === topic)?.delivery ?? 'at_once',
      })),
    };
  }
}
