import { Injectable } from '@nestjs/common';
import { consentState } from '@panel/case-rules';

import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { fieldsInvalid, versionStale } from '../common/common.problems.js';
import type { FieldProblem } from '../common/problem.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type { ReferralEntity } from '../referrals/referral.entity.js';
import { answersOf } from '../referrals/referral-mapping.js';
import { referralNotFound } from '../referrals/referral.problems.js';
import { ReferralsRepository } from '../referrals/referrals.repository.js';
import { type Consent, type GiveConsent, groupsOf, type WithdrawConsent } from './consent.dto.js';
import { consentNotYetGiven } from './consent.problems.js';
import { ConsentRepository } from './consent.repository.js';

/**
 * With whom a case is shared after its submission. What is recorded here decides from the next request on what panel members
 * and providers find: their `visibleTo` reads the two columns that are written in the same transaction.
 */
@Injectable()
export class ConsentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ConsentRepository,
    private readonly referrals: ReferralsRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor, referralId: string): Promise<Consent> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.referrals.find(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      await this.audit.record(tx, actor, 'consent.viewed', 'referral', referralId);
      return this.present(tx, referral);
    });
  }

  withdraw(actor: Actor, referralId: string, version: number, body: WithdrawConsent): Promise<Consent> {
    return this.record(actor, referralId, version, 'withdrawn', body);
  }

  give(actor: Actor, referralId: string, version: number, body: GiveConsent): Promise<Consent> {
    return this.record(actor, referralId, version, 'given', body);
  }

  private record(
    actor: Actor,
    referralId: string,
    version: number,
    kind: 'withdrawn' | 'given',
    body: WithdrawConsent,
  ): Promise<Consent> {
    const problems = problemsOf(body, this.clock.today());
    if (problems.length > 0) throw fieldsInvalid(problems);
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.referrals.lock(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      if (referral.version !== version) throw versionStale();
      if (referral.status === 'draft') throw consentNotYetGiven();

      const { authorityId, userId: recordedBy } = actor;
      await this.repository.insert(tx, {
        ...body,
        kind,
        authorityId,
        referralId,
        recordedBy,
        recordedAt: this.clock.now(),
      });
      if (body.panelSchools) referral.panelConsent = kind === 'given';
      if (body.providers) referral.providerConsent = kind === 'given';
      await this.referrals.save(tx, referral);
      const event = kind === 'given' ? 'consent.given' : 'consent.withdrawn';
      await this.audit.record(tx, actor, event, 'referral', referralId, { what: wordsFor(body), saidOn: body.saidOn });
      return this.present(tx, referral);
    });
  }

  private async present(tx: Tx, referral: ReferralEntity): Promise<Consent> {
    const { authorityId, id: referralId, version, status } = referral;
    const { consent } = answersOf(await this.referrals.findSections(tx, authorityId, referralId));
    const events = await this.repository.findOfReferral(tx, authorityId, referralId);
    const state = consentState(
      consent,
      events.map((event) => ({ kind: event.kind, saidOn: event.saidOn, groups: groupsOf(event) })),
      this.clock.today(),
    );
    const { agreedByName, relationship, agreedOn, method, explained, shareWithPanel, shareWithProviders, expiresOn } =
      consent;
    return {
      referralId,
      version,
      isSharedWithPanel: state.panelSchools,
      isSharedWithProviders: state.providers,
      isWithdrawn: state.isWithdrawn,
      canChange: status !== 'draft',
      first: {
        agreedByName,
        relationship,
        agreedOn,
        method,
        explained,
        expiresOn,
        panelSchools: shareWithPanel === 'yes',
        providers: shareWithProviders === 'yes',
      },
      events: events.map((event) => ({ ...event, recordedAt: event.recordedAt.toISOString() })).toReversed(),
    };
  }
}

function problemsOf(body: WithdrawConsent, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!body.panelSchools && !body.providers) {
    const detail = 'Select whom it counts for: panel schools, providers of support, or both.';
    problems.push({ pointer: '/panelSchools', code: 'sharing_group_missing', detail });
  }
  if (body.saidOn > today) {
    problems.push({ pointer: '/saidOn', code: 'said_on_in_future', detail: 'The date must be today or in the past.' });
  }
  return problems;
}

function wordsFor({ panelSchools, providers }: WithdrawConsent): string {
  return [...(panelSchools ? ['panel schools'] : []), ...(providers ? ['providers of support'] : [])].join(' and ');
}
