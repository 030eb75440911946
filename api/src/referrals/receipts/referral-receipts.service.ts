import { Injectable } from '@nestjs/common';
import { SIGN_OFF_FORM_STATEMENT } from '@panel/case-rules';
import { formatDate } from '@panel/reference';

import { AuditService } from '../../audit/audit.service.js';
import type { Actor } from '../../auth/actor.js';
import { Clock } from '../../common/clock.js';
import { fieldsInvalid } from '../../common/common.problems.js';
import { IdempotencyRepository } from '../../common/idempotency.repository.js';
import { Transactions } from '../../database/transactions.js';
import { SchoolsRepository } from '../../schools/schools.repository.js';
import { OpenSchools } from '../open-schools.js';
import type { Referral } from '../referral.dto.js';
import { ReferralPresenter } from '../referral-presenter.js';
import { referralNotFound, schoolNotFound } from '../referral.problems.js';
import { ReferralsRepository } from '../referrals.repository.js';
import type { ReferralSignOffs } from '../sign-offs/sign-off.dto.js';
import { SignOffsService } from '../sign-offs/sign-offs.service.js';
import type { CreateReferralOnBehalf, RecordSignedForm } from './referral-receipt.dto.js';
import { formNotCompared, notReceived } from './referral-receipt.problems.js';
import { ReferralReceiptsRepository } from './referral-receipts.repository.js';

/** A referral that a coordinator writes for a school, from a form that arrived. The school sees it and can go on with it. */
@Injectable()
export class ReferralReceiptsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ReferralReceiptsRepository,
    private readonly referrals: ReferralsRepository,
    private readonly schools: SchoolsRepository,
    private readonly schoolsToChoose: OpenSchools,
    private readonly signOffs: SignOffsService,
    private readonly presenter: ReferralPresenter,
    private readonly idempotency: IdempotencyRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  create(actor: Actor, key: string, body: CreateReferralOnBehalf): Promise<Referral> {
    const at = this.clock.now();
    const today = this.clock.today();
    if (body.receivedOn > today) throw notYet('/receivedOn');
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'createReferralOnBehalf', key, body, at }, async () => {
        const school = await this.schools.findOne(tx, actor, body.schoolId);
        if (!school) throw schoolNotFound();
        await this.schoolsToChoose.refuseClosed(tx, school);
        const { authorityId, userId } = actor;
        const referralId = await this.referrals.insert(tx, {
          ...{ authorityId, schoolId: school.id, createdBy: userId, createdAt: at, listedOn: today },
          reference: await this.referrals.nextReference(tx, authorityId, Number(today.slice(0, 4))),
          statusChangedOn: today,
        });
        const { receivedFrom, receivedOn, channel } = body;
        await this.repository.insert(tx, {
          ...{ authorityId, referralId, receivedFrom: receivedFrom.trim(), receivedOn, channel },
          ...{ recordedBy: userId, recordedAt: at },
        });
        const referral = await this.referrals.find(tx, actor, referralId);
        if (!referral) throw referralNotFound();
        await this.audit.record(tx, actor, 'referral.created_on_behalf', 'referral', referralId, { channel });
        return this.presenter.present(tx, actor, referral);
      }),
    );
  }

  /** The head teacher's signature on the form that arrived stands for the answers that were taken over from it. */
  recordSignedForm(
    actor: Actor,
    referralId: string,
    version: number,
    body: RecordSignedForm,
  ): Promise<ReferralSignOffs> {
    if (!body.hasCompared) throw formNotCompared();
    if (body.signedOn > this.clock.today()) throw notYet('/signedOn');
    const statement = `${SIGN_OFF_FORM_STATEMENT} Dated ${formatDate(body.signedOn)}.`;
    const signature = { name: body.name.trim(), role: body.role.trim(), statement };
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.referrals.lock(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      if (!(await this.repository.find(tx, actor.authorityId, referralId))) throw notReceived();
      return this.signOffs.signIn(tx, actor, referralId, version, 'form', signature);
    });
  }
}

const notYet = (pointer: string) =>
  fieldsInvalid([{ pointer, code: 'date_in_future', detail: 'The date must be today or in the past' }]);
