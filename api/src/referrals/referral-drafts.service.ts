import { Injectable } from '@nestjs/common';
import { changedPaths, type ReferralSection } from '@panel/case-rules';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { SchoolsRepository } from '../schools/schools.repository.js';
import type { CreateReferral, Referral } from './referral.dto.js';
import { consentIsNotAmended } from './amendments/referral-amendment.problems.js';
import { type AmendmentRow, ReferralAmendmentsRepository } from './amendments/referral-amendments.repository.js';
import { KnownChildService } from './known-child/known-child.service.js';
import { OpenSchools } from './open-schools.js';
import { sideOf } from './referral-editing.js';
import type { ReferralEntity } from './referral.entity.js';
import { answersOf, gapsOf, pupilNameOf } from './referral-mapping.js';
import { ReferralReceiptsRepository } from './receipts/referral-receipts.repository.js';
import { ReferralPresenter } from './referral-presenter.js';
import { referralNotEditable, referralNotFound, schoolNotFound } from './referral.problems.js';
import type { SavedSection } from './referral-sections.dto.js';
import type { SectionAnswers } from './section-answers.pipe.js';
import { ReferralsRepository } from './referrals.repository.js';
import { ReferralsService } from './referrals.service.js';

/** A referral while the school writes it: begun, and saved section by section as it is typed. */
@Injectable()
export class ReferralDraftsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ReferralsRepository,
    private readonly schools: SchoolsRepository,
    private readonly schoolsToChoose: OpenSchools,
    private readonly referrals: ReferralsService,
    private readonly amendments: ReferralAmendmentsRepository,
    private readonly receipts: ReferralReceiptsRepository,
    private readonly presenter: ReferralPresenter,
    private readonly known: KnownChildService,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  create(actor: Actor, key: string, body: CreateReferral): Promise<Referral> {
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'createReferral', key, body, at }, async () => {
        const school = await this.schools.findOwn(tx, actor, body.schoolId);
        if (!school) throw schoolNotFound();
        await this.schoolsToChoose.refuseClosed(tx, school);
        const today = this.clock.today();
        const referralId = await this.repository.insert(tx, {
          authorityId: actor.authorityId,
          schoolId: school.id,
          reference: await this.repository.nextReference(tx, actor.authorityId, Number(today.slice(0, 4))),
          createdBy: actor.userId,
          createdAt: at,
          listedOn: today,
          statusChangedOn: today,
        });
        if (body.copyFromId !== undefined) await this.known.copy(tx, actor, body.copyFromId, referralId);
        await this.audit.record(tx, actor, 'referral.created', 'referral', referralId);
        return this.referrals.load(tx, actor, referralId);
      }),
    );
  }

  saveSection(
    actor: Actor,
    referralId: string,
    { section, answers }: SectionAnswers,
    version: number,
  ): Promise<SavedSection> {
    const savedAt = this.clock.now();
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.repository.lock(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      const amendment = await this.amendmentToWrite(tx, actor, referral, section);
      // The lock on the referral lets nobody save another version of the section in between.
      const before = answersOf(await this.presenter.sections(tx, referral, amendment));
      const changed = changedPaths(section, before[section], answers);
      const toSave = {
        authorityId: actor.authorityId,
        referralId,
        section,
        answers,
        changed,
        savedBy: actor.userId,
        savedAt,
      };
      const saved = amendment
        ? await this.amendments.saveSection(tx, { ...toSave, amendmentId: amendment.id }, version)
        : await this.repository.saveSection(tx, toSave, version);
      if (saved === null) throw versionStale();

      const all = answersOf(await this.presenter.sections(tx, referral, amendment));
      if (section === 'pupil' && !amendment) await this.repository.rename(tx, referral, pupilNameOf(all));
      await this.audit.record(tx, actor, 'referral.section_saved', 'referral', referralId, { section, version: saved });
      return {
        referralId,
        section,
        version: saved,
        savedAt: savedAt.toISOString(),
        savedByName: actor.name,
        gaps: gapsOf(all, this.clock.today()),
      };
    });
  }

  /** Where the answers go: into the referral itself (null), or into the amendment that the person's side writes. */
  private async amendmentToWrite(
    tx: Tx,
    actor: Actor,
    referral: ReferralEntity,
    section: ReferralSection,
  ): Promise<AmendmentRow | null> {
    if (await this.receipts.mayWrite(tx, actor, referral)) return null;
    const amendment = await this.amendments.find(tx, actor.authorityId, referral.id);
    if (!amendment || amendment.side !== sideOf(actor, referral)) throw referralNotEditable();
    if (section === 'consent') throw consentIsNotAmended();
    return amendment;
  }
}
