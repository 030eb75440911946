import { Injectable } from '@nestjs/common';
import type { NotificationTopic } from '@panel/case-rules';
import { formatDate } from '@panel/reference';

import { AuditService, type RecordedEvent } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import type { Tx } from '../database/transactions.js';
import { MailService, type NewMail } from '../mail/mail.service.js';
import { notificationLines, notificationRules, type NotificationFacts } from './notification-rules.js';
import type { NotificationRule, NotificationWords } from './notification-rules.js';
import { type NewNotification, NotificationsRepository, type PersonToTell } from './notifications.repository.js';

export interface NotificationTo extends NotificationWords {
  readonly topic: NotificationTopic;
  readonly referralId: string | null;
  readonly linkPath: string;
}

/**
 * Tells people what happened to a case and what they have to do. It listens to what is audited: every change of a case is,
 * so none is forgotten, and the telling is part of the transaction of the change: both happen, or neither.
 */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly repository: NotificationsRepository,
    private readonly mail: MailService,
    private readonly clock: Clock,
    audit: AuditService,
  ) {
    audit.listen((tx, events) => this.tellOf(tx, events));
  }

  /** Tells one person, as they want to hear of it. Nobody is told who no longer works here. */
  async tell(tx: Tx, authorityId: number, userId: string, notification: NotificationTo): Promise<void> {
    const person = await this.repository.findPerson(tx, authorityId, userId, notification.topic);
    if (person) await this.send(tx, authorityId, [person], notification);
  }

  /** The same of several things at once: each stands in the list, and the mail, where one is wanted at once, is this one. */
  async tellTogether(
    tx: Tx,
    authorityId: number,
    userId: string,
    notifications: readonly NotificationTo[],
    mail: Pick<NewMail, 'subject' | 'lines' | 'link'>,
  ): Promise<void> {
    const [first] = notifications;
    const person = first && (await this.repository.findPerson(tx, authorityId, userId, first.topic));
    if (!person) return;
    const rows = notifications.map((notification) => this.rowFor(person, notification));
    await this.repository.insert(tx, authorityId, rows);
    if (person.delivery === 'at_once') await this.mailTo(tx, authorityId, person, mail);
  }

  private async tellOf(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
    for (const event of events) {
      for (const rule of notificationRules[event.event] ?? []) {
        for (const facts of await this.findFacts(tx, event, rule)) await this.apply(tx, event, rule, facts);
      }
    }
  }

  private async findFacts(tx: Tx, event: RecordedEvent, rule: NotificationRule): Promise<NotificationFacts[]> {
    const { authorityId, subjectType, subjectId } = event;
    if (subjectId === null) return [];
    const one = (found: NotificationFacts | null): NotificationFacts[] => (found ? [found] : []);
    if (rule.about === 'case')
      return subjectType === 'referral' ? one(await this.repository.findCase(tx, authorityId, subjectId)) : [];
    if (rule.about === 'allocation')
      return subjectType === 'allocation' ? one(await this.repository.findAllocation(tx, authorityId, subjectId)) : [];
    if (subjectType !== 'panel') return [];
    return rule.about === 'panel'
      ? one(await this.repository.findPanel(tx, authorityId, subjectId))
      : this.repository.findDecidedCases(tx, authorityId, subjectId);
  }

  private async apply(
    tx: Tx,
    { authorityId, actorUserId }: RecordedEvent,
    rule: NotificationRule,
    facts: NotificationFacts,
  ): Promise<void> {
    const { audience, topic, stage, whatToDo } = rule;
    const organisationId = audience === 'school' ? facts.schoolId : audience === 'provider' ? facts.providerId : null;
    const find = (onlyUserId: string | null): Promise<PersonToTell[]> =>
      this.repository.findAudience(tx, authorityId, { audience, organisationId, topic, onlyUserId });
    const assignedTo = audience === 'coordinators' ? (facts.assignedTo ?? null) : null;
    const assigned = assignedTo === null ? [] : await find(assignedTo);
    // Whose case it is may have left: then all coordinators are told.
    const people = assigned.length > 0 ? assigned : await find(null);
    // Nobody is told of what they did themselves.
    const others = people
      .filter(({ userId }) => userId !== actorUserId)
      .map((person) => (rule.isAlwaysMailed ? { ...person, delivery: 'at_once' as const } : person));
    await this.send(tx, authorityId, others, {
      topic,
      referralId: facts.referralId,
      reference: rule.about === 'panel' ? `Panel of ${formatDate(facts.panelHeldOn ?? '')}` : facts.reference,
      stage,
      whatToDo,
      dueOn: rule.dueOn?.(facts) ?? null,
      linkPath: rule.path(facts),
    });
  }

  private async send(
    tx: Tx,
    authorityId: number,
    people: readonly PersonToTell[],
    notification: NotificationTo,
  ): Promise<void> {
    const rows = people.map((person) => this.rowFor(person, notification));
    await this.repository.insert(tx, authorityId, rows);
    for (const person of people.filter(({ delivery }) => delivery === 'at_once')) {
      await this.mailTo(tx, authorityId, person, {
        subject: `${notification.reference}: ${notification.stage}`,
        lines: notificationLines(notification),
        link: { path: notification.linkPath, isSecret: false },
      });
    }
  }

  private rowFor({ userId, delivery }: PersonToTell, notification: NotificationTo): NewNotification {
    const now = this.clock.now();
    return { ...notification, userId, delivery, createdAt: now, mailedAt: delivery === 'at_once' ? now : null };
  }

  private mailTo(
    tx: Tx,
    authorityId: number,
    { userId, name, email }: PersonToTell,
    mail: Pick<NewMail, 'subject' | 'lines' | 'link'>,
  ): Promise<void> {
    return this.mail.queue(tx, { authorityId }, { to: { userId, name, email }, kind: 'case_news', ...mail });
  }
}
