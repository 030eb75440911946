import { Injectable } from '@nestjs/common';
import {
  canDestroy,
  DEFAULT_RETENTION,
  defaultRetentionRule,
  isRecordClass,
  RECORD_CLASSES,
  type RecordClass,
  recordClassLabel,
  retentionPeriodProblem,
} from '@panel/case-rules';
import { addMonths } from '@panel/reference';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { destroyedText } from './destroyed-words.js';
import type {
  Destructions,
  RetentionPreview,
  RetentionRule,
  RetentionRules,
  SetRetentionRule,
} from './retention.dto.js';
import {
  previewDateTooFar,
  recordClassUnknown,
  retentionPeriodTooLong,
  retentionPeriodTooShort,
} from './retention.problems.js';
import { RetentionRepository, type RetentionRuleRow } from './retention.repository.js';

const shownCases = 500;

/** For how long which records are kept, what that means for them, and what was destroyed. The work itself: RetentionTask. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: RetentionRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  rules(actor: Actor): Promise<RetentionRules> {
    return this.transactions.read(actor, (tx) => this.load(tx, actor));
  }

  /** The periods in force at an authority, for other features that say what is kept. */
  async rulesInForce(tx: Tx, authorityId: number): Promise<RetentionRule[]> {
    return (await this.load(tx, { authorityId })).items;
  }

  /** A new version of the rule of a class, on the one the person saw. */
  setRule(actor: Actor, recordClass: string, version: number, body: SetRetentionRule): Promise<RetentionRules> {
    if (!isRecordClass(recordClass)) throw recordClassUnknown();
    const problem = retentionPeriodProblem(recordClass, body);
    if (problem === 'too_short') throw retentionPeriodTooShort(DEFAULT_RETENTION[recordClass].atLeastDays);
    if (problem === 'too_long') throw retentionPeriodTooLong();
    return this.transactions.run(actor, async (tx) => {
      const current = (await this.load(tx, actor)).items.find((rule) => rule.recordClass === recordClass);
      if (current?.version !== version) throw versionStale();
      const rule = { ...body, recordClass, version: version + 1, setBy: actor.userId, setAt: this.clock.now() };
      if (!(await this.repository.insertRule(tx, actor.authorityId, rule))) throw versionStale();
      const { months, days } = body;
      const detail = { recordClass, version: version + 1, months, days };
      await this.audit.record(tx, actor, 'retention.rule_set', 'retention', null, detail);
      return this.load(tx, actor);
    });
  }

  /** What could be destroyed on a day, if nothing changed until then: counts for every class, and the cases one by one. */
  preview(actor: Actor, until: string | undefined): Promise<RetentionPreview> {
    const today = this.clock.today();
    const day = until ?? today;
    if (day < today || day > addMonths(today, 50 * 12)) throw previewDateTooFar();
    return this.transactions.run(actor, async (tx) => {
      const counts = await this.repository.countDue(tx, day);
      const cases = await this.repository.findDue(tx, day, shownCases);
      await this.audit.record(tx, actor, 'retention.previewed', 'retention', null, { until: day });
      return {
        today,
        until: day,
        classes: RECORD_CLASSES.map((recordClass) => ({
          recordClass,
          label: recordClassLabel(recordClass),
          due: counts.find((count) => count.recordClass === recordClass)?.due ?? 0,
          kept: counts.find((count) => count.recordClass === recordClass)?.kept ?? 0,
        })),
        items: cases.map(({ referralId, reference, recordClass, keptUntil, ...facts }) => {
          const verdict = canDestroy({ keptUntil, ...facts }, day);
          return {
            referralId,
            reference,
            recordClass,
            keptUntil,
            reasons: verdict.allowed ? [] : [...verdict.reasons],
          };
        }),
      };
    });
  }

  destructions(actor: Actor): Promise<Destructions> {
    return this.transactions.read(actor, async (tx) => ({
      items: (await this.repository.findDestructions(tx, actor.authorityId)).map(({ counts, destroyedAt, ...row }) => ({
        ...row,
        label: recordClassLabel(row.recordClass),
        counts: destroyedText(counts),
        destroyedAt: destroyedAt.toISOString(),
      })),
    }));
  }

  private async load(tx: Tx, actor: Pick<Actor, 'authorityId'>): Promise<RetentionRules> {
    const own = await this.repository.findRules(tx, actor.authorityId);
    return { items: RECORD_CLASSES.map((recordClass) => toRule(recordClass, own)) };
  }
}

function toRule(recordClass: RecordClass, own: readonly RetentionRuleRow[]): RetentionRule {
  const set = own.find((rule) => rule.recordClass === recordClass);
  const { months, days, version, source } = set ?? defaultRetentionRule(recordClass);
  return {
    recordClass,
    label: recordClassLabel(recordClass),
    startsAt: DEFAULT_RETENTION[recordClass].startsAt,
    months,
    days,
    version,
    source,
    setByName: set?.setByName ?? null,
    setAt: set?.setAt.toISOString() ?? null,
  };
}
