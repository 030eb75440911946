import { Injectable } from '@nestjs/common';
import { findDuplicateReason, isReferralOpen, moveReferral } from '@panel/case-rules';
import { formatDate } from '@panel/reference';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { fieldsInvalid } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { type NotificationTo, NotificationsService } from '../notifications/notifications.service.js';
import type { ReferralEntity } from '../referrals/referral.entity.js';
import { answersOf, gapsOf } from '../referrals/referral-mapping.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import { ReferralsService } from '../referrals/referrals.service.js';
import { DuplicatesQuery } from './duplicates.query.js';
import type {
  AcceptCases,
  AssignCases,
  MarkCasesUrgent,
  QueueActionResult,
  QueueActionResults,
  QueueSelection,
} from './queue.dto.js';
import { TriagePeopleQuery } from './triage-people.query.js';

/** Why one of several cases stays as it is. */
interface Refused {
  readonly code: string;
  readonly why: string;
}

const changed: Refused = { code: 'version_stale', why: 'Somebody else has changed it meanwhile. Look at it again.' };
const over: Refused = { code: 'case_not_open', why: 'It is no longer open.' };

/**
 * The same thing done to several cases at once. One transaction for all of them: a case that cannot be changed stays as it
 * is, and the others are done; the same request again gives the same answer and does nothing twice.
 */
@Injectable()
export class QueueActionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ReferralsRepository,
    private readonly referrals: ReferralsService,
    private readonly duplicates: DuplicatesQuery,
    private readonly people: TriagePeopleQuery,
    private readonly notifications: NotificationsService,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  assign(actor: Actor, key: string, body: AssignCases): Promise<QueueActionResults> {
    const { assigneeId } = body;
    return this.once(actor, key, 'assignCases', body, async (tx) => {
      const coordinators = await this.people.findCoordinators(tx, actor.authorityId);
      const assignee = coordinators.find(({ userId }) => userId === assigneeId);
      if (assigneeId !== null && !assignee) {
        throw fieldsInvalid([
          { pointer: '/assigneeId', code: 'assignee_unknown', detail: 'Choose a coordinator of your council.' },
        ]);
      }
      const given: ReferralEntity[] = [];
      const results = await this.each(tx, actor, body.items, async (referral) => {
        if (!isReferralOpen(referral.status)) return over;
        if (referral.assignedTo === assigneeId) return null;
        referral.assignedTo = assigneeId;
        await this.repository.save(tx, referral);
        const event = assigneeId === null ? 'referral.unassigned' : 'referral.assigned';
        await this.audit.record(tx, actor, event, 'referral', referral.id, { assignedTo: assigneeId });
        given.push(referral);
        return null;
      });
      if (assignee && assignee.userId !== actor.userId && given.length > 0) {
        await this.notifications.tellTogether(tx, actor.authorityId, assignee.userId, given.map(newsOf), {
          subject:
            given.length === 1 ? `Case ${given[0]?.reference}: it is yours now` : `${given.length} cases are yours now`,
          lines: [`${actor.name} has given you:`, given.map(caseLine).join('\n'), 'Look at your cases in the queue.'],
          link: { path: '/queue?assignee=me', isSecret: false },
        });
      }
      return results;
    });
  }

  accept(actor: Actor, key: string, body: AcceptCases): Promise<QueueActionResults> {
    return this.once(actor, key, 'acceptCases', body, (tx) =>
      this.each(tx, actor, body.items, async (referral) => {
        const refused = await this.whyNotAccepted(tx, referral);
        if (refused) return refused;
        await this.referrals.acceptWithin(tx, actor, referral.id, referral.version);
        return null;
      }),
    );
  }

  markUrgent(actor: Actor, key: string, body: MarkCasesUrgent): Promise<QueueActionResults> {
    const { isUrgent } = body;
    return this.once(actor, key, 'markCasesUrgent', body, (tx) =>
      this.each(tx, actor, body.items, async (referral) => {
        if (!isReferralOpen(referral.status)) return over;
        if (referral.isUrgent === isUrgent) return null;
        referral.isUrgent = isUrgent;
        await this.repository.save(tx, referral);
        const event = isUrgent ? 'referral.marked_urgent' : 'referral.unmarked_urgent';
        await this.audit.record(tx, actor, event, 'referral', referral.id);
        return null;
      }),
    );
  }

  /** Several at once are accepted only where there is nothing to look at: complete, and no other record of the child. */
  private async whyNotAccepted(tx: Tx, referral: ReferralEntity): Promise<Refused | null> {
    const move = moveReferral(referral.status, 'accept', {});
    if (!move.allowed) {
      return { code: 'referral_move_refused', why: move.reasons.map(({ message }) => `${message}.`).join(' ') };
    }
    const answers = answersOf(await this.repository.findSections(tx, referral.authorityId, referral.id));
    if (gapsOf(answers, this.clock.today()).length > 0) {
      return { code: 'referral_incomplete', why: 'Answers are missing. Look at it by itself.' };
    }
    if (referral.childId === null) return null;
    const { child, others } = await this.duplicates.findWithOthers(tx, referral.authorityId, referral.childId);
    const isDoubtful =
      child !== null && others.some((other) => findDuplicateReason(child, other, other.toldApart) !== null);
    return isDoubtful
      ? { code: 'possible_duplicate', why: 'There may be another record of this child. Look at it by itself.' }
      : null;
  }

  private once(
    actor: Actor,
    key: string,
    operation: string,
    body: { readonly items: readonly QueueSelection[] },
    work: (tx: Tx) => Promise<QueueActionResult[]>,
  ): Promise<QueueActionResults> {
    if (body.items.length === 0) {
      throw fieldsInvalid([{ pointer: '/items', code: 'selection_empty', detail: 'Select at least one case.' }]);
    }
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation, key, body, at }, async () => ({ items: await work(tx) })),
    );
  }

  private async each(
    tx: Tx,
    actor: Actor,
    selected: readonly QueueSelection[],
    work: (referral: ReferralEntity) => Promise<Refused | null>,
  ): Promise<QueueActionResult[]> {
    const results = new Map<string, QueueActionResult>();
    // Always in the same order, so that two people who act on the same cases wait for each other and never in a circle.
    for (const { referralId, version } of selected.toSorted((a, b) => (a.referralId < b.referralId ? -1 : 1))) {
      if (results.has(referralId)) continue;
      const referral = await this.repository.lock(tx, actor, referralId);
      const refused = referral
        ? referral.version === version
          ? await work(referral)
          : changed
        : { code: 'referral_not_found', why: 'There is no such referral, or it is not yours to see.' };
      results.set(referralId, {
        referralId,
        reference: referral?.reference ?? null,
        isDone: refused === null,
        code: refused?.code ?? null,
        why: refused?.why ?? null,
      });
    }
    return selected.flatMap(({ referralId }) => {
      const result = results.get(referralId);
      results.delete(referralId);
      return result ? [result] : [];
    });
  }
}

function caseLine({ reference, dueOn }: ReferralEntity): string {
  return dueOn === null ? reference : `${reference}, due by ${formatDate(dueOn)}`;
}

function newsOf({ id, reference, dueOn }: ReferralEntity): NotificationTo {
  return {
    topic: 'assigned_work',
    referralId: id,
    reference,
    stage: 'It is yours now',
    whatToDo: 'Look at the case and take the next step.',
    dueOn,
    linkPath: `/referrals/${id}`,
  };
}
