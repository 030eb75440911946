import { Injectable } from '@nestjs/common';
import type { NotificationDelivery, NotificationTopic } from '@panel/case-rules';

import type { Tx } from '../database/transactions.js';
import type { Audience, NotificationFacts } from './notification-rules.js';

export interface NotificationRow {
  readonly id: string;
  readonly topic: NotificationTopic;
  readonly reference: string;
  readonly stage: string;
  readonly whatToDo: string;
  readonly dueOn: string | null;
  readonly linkPath: string;
  readonly createdAt: Date;
}

export interface NewNotification {
  readonly userId: string;
  readonly topic: NotificationTopic;
  readonly referralId: string | null;
  readonly reference: string;
  readonly stage: string;
  readonly whatToDo: string;
  readonly dueOn: string | null;
  readonly linkPath: string;
  readonly delivery: NotificationDelivery;
  readonly createdAt: Date;
  readonly mailedAt: Date | null;
}

export interface PersonToTell {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly delivery: NotificationDelivery;
}

const columns = `n.id, n.topic, n.reference, n.stage, n.what_to_do as "whatToDo", n.due_on as "dueOn",
  n.link_path as "linkPath", n.created_at as "createdAt"`;

/** Of which grants an audience consists; $2 is the school or the provider. */
const audiences: Readonly<Record<Audience, string>> = {
  coordinators: "g.role = 'coordinator' and $2::uuid is null",
  school: "g.role = 'senco' and g.school_id = $2::uuid",
  provider: "g.role = 'provider' and g.provider_id = $2::uuid",
  panel_members: "g.role = 'panel_member' and $2::uuid is null",
};

@Injectable()
export class NotificationsRepository {
  async findCase(tx: Tx, authorityId: number, referralId: string): Promise<NotificationFacts | null> {
    const [row] = await tx.rows<NotificationFacts>(
      `select r.id, r.id as "referralId", r.reference, r.school_id as "schoolId", null as "providerId",
              r.submitted_on as "submittedOn", r.due_on as "caseDueOn", null as "panelHeldOn", r.assigned_to as "assignedTo"
         from referrals r where r.authority_id = $1 and r.id = $2`,
      [authorityId, referralId],
    );
    return row ?? null;
  }

  async findAllocation(tx: Tx, authorityId: number, allocationId: string): Promise<NotificationFacts | null> {
    const [row] = await tx.rows<NotificationFacts>(
      `select a.id, r.id as "referralId", r.reference, r.school_id as "schoolId", a.provider_id as "providerId",
              r.submitted_on as "submittedOn", null as "panelHeldOn"
         from allocations a join referrals r on r.authority_id = a.authority_id and r.id = a.referral_id
        where a.authority_id = $1 and a.id = $2`,
      [authorityId, allocationId],
    );
    return row ?? null;
  }

  async findPanel(tx: Tx, authorityId: number, panelId: string): Promise<NotificationFacts | null> {
    const [row] = await tx.rows<NotificationFacts>(
      `select p.id, null as "referralId", '' as reference, null as "schoolId", null as "providerId",
              null as "submittedOn", p.held_on as "panelHeldOn"
         from panels p where p.authority_id = $1 and p.id = $2`,
      [authorityId, panelId],
    );
    return row ?? null;
  }

  findDecidedCases(tx: Tx, authorityId: number, panelId: string): Promise<NotificationFacts[]> {
    return tx.rows<NotificationFacts>(
      `select distinct r.id, r.id as "referralId", r.reference, r.school_id as "schoolId", null as "providerId",
              r.submitted_on as "submittedOn", p.held_on as "panelHeldOn"
         from panels p
         join agenda_items i on i.authority_id = p.authority_id and i.panel_id = p.id
         join decisions d on d.authority_id = i.authority_id and d.agenda_item_id = i.id
         join referrals r on r.authority_id = i.authority_id and r.id = i.referral_id
        where p.authority_id = $1 and p.id = $2 order by r.reference`,
      [authorityId, panelId],
    );
  }

  /** Who still works here in that role, with how they want to hear of it. */
  findAudience(
    tx: Tx,
    authorityId: number,
    wanted: {
      readonly audience: Audience;
      readonly organisationId: string | null;
      /** This one alone of the audience, if they still belong to it. */
      readonly onlyUserId: string | null;
      readonly topic: NotificationTopic;
    },
  ): Promise<PersonToTell[]> {
    return tx.rows<PersonToTell>(
      `select distinct u.id as "userId", u.name, u.email, coalesce(f.delivery, 'at_once') as delivery
         from role_grants g
         join users u on u.id = g.user_id and u.is_active
         left join notification_preferences f on f.authority_id = g.authority_id and f.user_id = g.user_id and f.topic = $3
        where g.authority_id = $1 and ${audiences[wanted.audience]} and ($4::uuid is null or u.id = $4) order by u.email`,
      [authorityId, wanted.organisationId, wanted.topic, wanted.onlyUserId],
    );
  }

  /** One person, if they still work here. */
  async findPerson(
    tx: Tx,
    authorityId: number,
    userId: string,
    topic: NotificationTopic,
  ): Promise<PersonToTell | null> {
    const [row] = await tx.rows<PersonToTell>(
      `select u.id as "userId", u.name, u.email, coalesce(f.delivery, 'at_once') as delivery
         from users u
         left join notification_preferences f on f.authority_id = $1 and f.user_id = u.id and f.topic = $3
        where u.id = $2 and u.is_active
          and exists (select 1 from role_grants g where g.authority_id = $1 and g.user_id = u.id)`,
      [authorityId, userId, topic],
    );
    return row ?? null;
  }

  async insert(tx: Tx, authorityId: number, all: readonly NewNotification[]): Promise<void> {
    if (all.length === 0) return;
    await tx.rows(
      `insert into notifications (authority_id, user_id, topic, referral_id, reference, stage, what_to_do, due_on, link_path,
                                  delivery, created_at, mailed_at)
       select $1, "userId", topic, "referralId", reference, stage, "whatToDo", "dueOn", "linkPath", delivery, "createdAt", "mailedAt"
         from jsonb_to_recordset($2::jsonb) as n("userId" uuid, topic text, "referralId" uuid, reference text, stage text,
           "whatToDo" text, "dueOn" date, "linkPath" text, delivery text, "createdAt" timestamptz, "mailedAt" timestamptz)`,
      [authorityId, JSON.stringify(all)],
    );
  }

  findNewestOf(tx: Tx, authorityId: number, userId: string, count: number): Promise<NotificationRow[]> {
    return tx.rows<NotificationRow>(
      `select ${columns} from notifications n where n.authority_id = $1 and n.user_id = $2
        order by n.created_at desc, n.id desc limit $3`,
      [authorityId, userId, count],
    );
  }

  /** Who has something for the morning and still works here. */
  findPeopleWithWaiting(tx: Tx, authorityId: number): Promise<{ userId: string; name: string; email: string }[]> {
    return tx.rows(
      `select u.id as "userId", u.name, u.email from users u
        where u.is_active and exists (select 1 from role_grants g where g.authority_id = $1 and g.user_id = u.id)
          and exists (select 1 from notifications n where n.authority_id = $1 and n.user_id = u.id
                        and n.delivery = 'daily' and n.mailed_at is null)
        order by u.id`,
      [authorityId],
    );
  }

  /** Takes what waits for the morning of one person, so that it goes into one mail only. */
  async takeWaiting(tx: Tx, authorityId: number, userId: string, now: Date): Promise<NotificationRow[]> {
    const taken = await tx.rows<NotificationRow>(
      `update notifications n set mailed_at = $3
        where n.authority_id = $1 and n.user_id = $2 and n.delivery = 'daily' and n.mailed_at is null
       returning ${columns}`,
      [authorityId, userId, now],
    );
    return taken.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
  }

  async forgetOld(tx: Tx, authorityId: number, olderThan: Date): Promise<void> {
    await tx.rows('delete from notifications where authority_id = $1 and created_at < $2', [authorityId, olderThan]);
  }

  findPreferences(
    tx: Tx,
    authorityId: number,
    userId: string,
  ): Promise<{ topic: NotificationTopic; delivery: NotificationDelivery }[]> {
    return tx.rows('select topic, delivery from notification_preferences where authority_id = $1 and user_id = $2', [
      authorityId,
      userId,
    ]);
  }

  async savePreference(
    tx: Tx,
    authorityId: number,
    userId: string,
    { topic, delivery }: { readonly topic: NotificationTopic; readonly delivery: NotificationDelivery },
  ): Promise<void> {
    await tx.rows(
      `insert into notification_preferences (authority_id, user_id, topic, delivery) values ($1, $2, $3, $4)
       on conflict (authority_id, user_id, topic) do update set delivery = excluded.delivery`,
      [authorityId, userId, topic, delivery],
    );
  }
}
