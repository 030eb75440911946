import { Injectable } from '@nestjs/common';
import { answerDifferences, lastChangeOf, type ReferralAnswers, readReferralAnswers } from '@panel/case-rules';

import { AuditService } from '../../audit/audit.service.js';
import type { Actor } from '../../auth/actor.js';
import { Clock } from '../../common/clock.js';
import { type Tx, Transactions } from '../../database/transactions.js';
import type { ReferralEntity } from '../referral.entity.js';
import { toSections } from '../referral-mapping.js';
import { referralNotFound } from '../referral.problems.js';
import { ReferralsRepository } from '../referrals.repository.js';
import type {
  ReferralComparison,
  ReferralComparisonParameters,
  ReferralDifference,
  ReferralVersion,
  ReferralVersionItem,
  ReferralVersionList,
} from './referral-version.dto.js';
import { versionUnknown } from './referral-version.problems.js';
import { ReferralVersionsRepository, type VersionKind, type VersionRow } from './referral-versions.repository.js';

/** What was sent each time, and what is different between two times. */
@Injectable()
export class ReferralVersionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ReferralVersionsRepository,
    private readonly referrals: ReferralsRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Keeps the answers as the next version, in the transaction that sends them. Gives its number. */
  async keep(
    tx: Tx,
    actor: Actor,
    referral: ReferralEntity,
    sent: {
      readonly answers: ReferralAnswers;
      readonly reason: string | null;
      /** Of a submission: an amendment stands on the one before. */
      readonly signOffId: string | null;
    },
  ): Promise<number> {
    const { authorityId, id: referralId } = referral;
    const newest = await this.repository.findNewest(tx, authorityId, referralId);
    const number = (newest?.number ?? 0) + 1;
    const kind: VersionKind = number === 1 ? 'submission' : sent.reason === null ? 'resubmission' : 'amendment';
    await this.repository.insert(tx, {
      ...{ authorityId, referralId, number, kind, ...sent },
      ...{ madeBy: actor.userId, madeAt: this.clock.now() },
    });
    return number;
  }

  /** A referral that was sent before versions were kept has its first one from its answers, as they stand until now. */
  async keepFirst(tx: Tx, referral: ReferralEntity, answers: ReferralAnswers): Promise<void> {
    const { authorityId, id: referralId } = referral;
    if (await this.repository.findNewest(tx, authorityId, referralId)) return;
    const madeAt = referral.submittedOn === null ? referral.createdAt : new Date(`${referral.submittedOn}T12:00:00Z`);
    await this.repository.insert(tx, {
      ...{ authorityId, referralId, number: 1, kind: 'submission', answers, reason: null, signOffId: null },
      ...{ madeBy: referral.createdBy, madeAt },
    });
  }

  list(actor: Actor, referralId: string): Promise<ReferralVersionList> {
    return this.transactions.run(actor, async (tx) => {
      const rows = await this.findAll(tx, actor, referralId);
      await this.audit.record(tx, actor, 'referral.versions_viewed', 'referral', referralId);
      return { referralId, items: rows.map((row, index) => toItem(row, rows[index + 1])) };
    });
  }

  compare(actor: Actor, referralId: string, wanted: ReferralComparisonParameters): Promise<ReferralComparison> {
    return this.transactions.run(actor, async (tx) => {
      const rows = await this.findAll(tx, actor, referralId);
      const after = wanted.after === undefined ? rows[0] : numbered(rows, wanted.after, '/after');
      const before =
        wanted.before === undefined
          ? rows.find(({ number }) => after !== undefined && number < after.number)
          : numbered(rows, wanted.before, '/before');
      const detail = { before: before?.number ?? null, after: after?.number ?? null };
      await this.audit.record(tx, actor, 'referral.versions_compared', 'referral', referralId, detail);
      return {
        before: before ? toVersion(before, rows) : null,
        after: after ? toVersion(after, rows) : null,
        differences: before && after ? await this.differences(tx, before, after) : [],
      };
    });
  }

  /** Each with who changed the answer last, as far as the newer version knows. */
  private async differences(tx: Tx, before: VersionRow, after: VersionRow): Promise<ReferralDifference[]> {
    const compared = {
      before: wholeAnswers(before.answers),
      after: wholeAnswers(after.answers),
      changes: after.changes,
      since: before.madeAt.toISOString(),
    };
    const found = differencesOf(before, after).map((one) => ({ ...one, change: lastChangeOf(one, compared) }));
    const names = await this.repository.findNames(tx, [...new Set(found.flatMap(({ change }) => change?.by ?? []))]);
    return found.map(({ change, ...difference }) => {
      const changedByName = change ? (names.get(change.by) ?? null) : null;
      return { ...difference, changedByName, changedAt: changedByName === null ? null : (change?.at ?? null) };
    });
  }

  private async findAll(tx: Tx, actor: Actor, referralId: string): Promise<VersionRow[]> {
    if (!(await this.referrals.find(tx, actor, referralId))) throw referralNotFound();
    return this.repository.findAll(tx, actor.authorityId, referralId);
  }
}

function numbered(rows: readonly VersionRow[], text: string, pointer: string): VersionRow {
  const row = rows.find(({ number }) => String(number) === text);
  if (!row) throw versionUnknown(pointer);
  return row;
}

/** Whole answers: a question that the form has got since the version was sent was not answered. */
export function wholeAnswers(kept: Partial<ReferralAnswers>): ReferralAnswers {
  return readReferralAnswers(kept);
}

function differencesOf(before: VersionRow, after: VersionRow): ReturnType<typeof answerDifferences> {
  return answerDifferences(wholeAnswers(before.answers), wholeAnswers(after.answers));
}

function toItem(row: VersionRow, previous: VersionRow | undefined): ReferralVersionItem {
  const { number, kind, reason, madeByName, signedName, signedRole } = row;
  const changes = previous ? differencesOf(previous, row).length : null;
  return {
    ...{ number, kind, reason, madeByName, signedName, signedRole, changes },
    madeAt: row.madeAt.toISOString(),
    signedAt: row.signedAt?.toISOString() ?? null,
  };
}

/** Versions are read by the school and the coordinators, and by nobody changed. */
const asSent = { seesAllAnswers: true, isEditable: false } as const;

function toVersion(row: VersionRow, rows: readonly VersionRow[]): ReferralVersion {
  const previous = rows.find(({ number }) => number === row.number - 1);
  return { ...toItem(row, previous), sections: toSections(wholeAnswers(row.answers), [], asSent) };
}
