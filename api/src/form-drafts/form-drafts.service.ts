import { Injectable } from '@nestjs/common';

import { allocationNotFound } from '../allocations/allocation.problems.js';
import { AllocationViewQuery } from '../allocations/allocation-view.query.js';
import { AuditService, type RecordedEvent } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { referralNotFound } from '../referrals/referral.problems.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import { type AllocationForm, type CaseForm, formsSentBy, type ReferralForm, thingOf } from './case-forms.js';
import type { FormDraft, SavedFormDraft } from './form-draft.dto.js';
import { formNotFound } from './form-draft.problems.js';
import { FormDraftsRepository } from './form-drafts.repository.js';

/** An unsent form is kept so long after its last key. */
const keptMilliseconds = 30 * 24 * 3_600_000;

/** Which form of which case: of one that the person sees as a caseworker, or through support that they give. */
export type FormOfCase =
  | { readonly form: ReferralForm; readonly referralId: string; readonly subjectId: string }
  | { readonly form: AllocationForm; readonly allocationId: string };

interface FoundForm {
  readonly form: CaseForm;
  readonly referralId: string;
  readonly subjectId: string;
}

/**
 * What people have typed into a form and not sent: kept as they type, given back when they open it again, here or on another
 * device. It goes with the sending itself: what is audited says which form was sent, in the same transaction.
 */
@Injectable()
export class FormDraftsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: FormDraftsRepository,
    private readonly referrals: ReferralsRepository,
    private readonly allocations: AllocationViewQuery,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    jobs: JobRegistry,
  ) {
    audit.listen((tx, events) => this.forgetSent(tx, events));
    jobs.recur('form_drafts_forget', { schedule: { at: '03:40' }, run: (authorityId) => this.forgetOld(authorityId) });
  }

  read(actor: Actor, which: FormOfCase): Promise<FormDraft> {
    return this.transactions.run(actor, async (tx) => {
      const found = await this.findForm(tx, actor, which);
      const draft = await this.repository.find(tx, actor, found);
      if (!draft) return { version: 0, savedAt: null, answers: null };
      await this.record(tx, actor, 'form_draft.viewed', found);
      return { version: draft.version, savedAt: draft.savedAt.toISOString(), answers: draft.answers };
    });
  }

  save(actor: Actor, which: FormOfCase, version: number, answers: Record<string, unknown>): Promise<SavedFormDraft> {
    const savedAt = this.clock.now();
    return this.transactions.run(actor, async (tx) => {
      const found = await this.findForm(tx, actor, which);
      const saved = await this.repository.save(tx, actor, { ...found, answers, savedAt }, version);
      if (saved === null) throw versionStale();
      await this.record(tx, actor, 'form_draft.saved', found);
      return { version: saved, savedAt: savedAt.toISOString() };
    });
  }

  /** Throws away what was typed. Twice is as good as once. */
  discard(actor: Actor, which: FormOfCase): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const found = await this.findForm(tx, actor, which);
      const isGone = await this.repository.delete(tx, actor.authorityId, actor.userId, found);
      if (isGone) await this.record(tx, actor, 'form_draft.discarded', found);
    });
  }

  private async findForm(tx: Tx, actor: Actor, which: FormOfCase): Promise<FoundForm> {
    const { form } = which;
    if ('allocationId' in which) {
      const allocation = await this.allocations.find(tx, actor, which.allocationId);
      if (!allocation) throw allocationNotFound();
      return { form, referralId: allocation.referralId, subjectId: which.allocationId };
    }
    const { referralId, subjectId } = which;
    if (!(await this.referrals.find(tx, actor, referralId))) throw referralNotFound();
    const thing = thingOf(form);
    const isOfCase = thing
      ? await this.repository.isOfCase(tx, actor, thing, referralId, subjectId)
      : subjectId === referralId;
    if (!isOfCase) throw formNotFound();
    return { form, referralId, subjectId };
  }

  private record(
    tx: Tx,
    actor: Actor,
    event: 'form_draft.viewed' | 'form_draft.saved' | 'form_draft.discarded',
    { form, referralId }: FoundForm,
  ): Promise<void> {
    return this.audit.record(tx, actor, event, 'referral', referralId, { form });
  }

  private async forgetSent(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
    for (const event of events) {
      if (event.actorUserId === null) continue;
      for (const sent of formsSentBy(event)) {
        await this.repository.delete(tx, event.authorityId, event.actorUserId, sent);
      }
    }
  }

  private forgetOld(authorityId: number): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptMilliseconds);
    return this.transactions.run({ authorityId }, (tx) => this.repository.deleteOlder(tx, authorityId, before));
  }
}
