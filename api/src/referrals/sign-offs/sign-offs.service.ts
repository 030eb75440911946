import { Injectable } from '@nestjs/common';
import { findReferralGaps, type ReferralAnswers, SIGN_OFF_LINK_DAYS, SIGN_OFF_STATEMENT } from '@panel/case-rules';

import { AuditService } from '../../audit/audit.service.js';
import type { Actor } from '../../auth/actor.js';
import type { RateLimit } from '../../auth/rate-limit.js';
import { RateLimitsService } from '../../auth/rate-limits.service.js';
import { hashToken, newToken } from '../../auth/secret-token.js';
import { Clock, dayInWords } from '../../common/clock.js';
import { versionStale } from '../../common/common.problems.js';
import { IdempotencyRepository } from '../../common/idempotency.repository.js';
import { type Tx, Transactions } from '../../database/transactions.js';
import { MailService } from '../../mail/mail.service.js';
import { SchoolsRepository } from '../../schools/schools.repository.js';
import { ReferralReceiptsRepository } from '../receipts/referral-receipts.repository.js';
import type { ReferralEntity } from '../referral.entity.js';
import { answersOf } from '../referral-mapping.js';
import { referralIncomplete, referralNotEditable, referralNotFound } from '../referral.problems.js';
import { ReferralPeopleQuery } from '../referral-people.query.js';
import { ReferralsRepository } from '../referrals.repository.js';
import { hashOfAnswers, stateOfSignOff } from './sign-off-answers.js';
import { SignOffLinksRepository } from './sign-off-links.repository.js';
import { signOffAskedMail } from './sign-off-mails.js';
import type { AskForSignOff, ReferralSignOffs, SignOff, SignReferralOff } from './sign-off.dto.js';
import { ownAddressForSignOff, signedAlready, signOffNotAsked, statementNotMade } from './sign-off.problems.js';
import { type SignOffRow, SignOffsRepository } from './sign-offs.repository.js';

const dayMilliseconds = 24 * 3_600_000;

/** Each sends a mail to an address that somebody typed. */
const askedByPerson: RateLimit = { name: 'sign_offs_asked_by_person', attempts: 20, withinSeconds: 3_600 };

/** The head teacher's sign-off as the school sees it: asked for, revoked, or given by somebody with an account. */
@Injectable()
export class SignOffsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: SignOffsRepository,
    private readonly links: SignOffLinksRepository,
    private readonly referrals: ReferralsRepository,
    private readonly receipts: ReferralReceiptsRepository,
    private readonly schools: SchoolsRepository,
    private readonly people: ReferralPeopleQuery,
    private readonly mail: MailService,
    private readonly idempotency: IdempotencyRepository,
    private readonly limits: RateLimitsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor, referralId: string): Promise<ReferralSignOffs> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.referrals.find(tx, actor, referralId);
      if (!referral) throw referralNotFound();
      await this.audit.record(tx, actor, 'sign_off.viewed', 'referral', referralId);
      return this.present(tx, actor, referral);
    });
  }

  /** Sends the head teacher a link to exactly these answers. A link that was sent before dies. */
  async ask(actor: Actor, referralId: string, key: string, body: AskForSignOff): Promise<ReferralSignOffs> {
    await this.limits.count([{ limit: askedByPerson, key: actor.userId }]);
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: `askForSignOff ${referralId}`, key, body, at }, async () => {
        const { referral, answers } = await this.lockUnsigned(tx, actor, referralId);
        if ((await this.people.emailOf(tx, actor.userId)) === body.headEmail) throw ownAddressForSignOff();
        await this.repository.revokeAsked(tx, actor.authorityId, referralId, actor.userId, at);
        const { authorityId, userId: askedBy } = actor;
        const expiresAt = new Date(at.getTime() + SIGN_OFF_LINK_DAYS * dayMilliseconds);
        const signOffId = await this.repository.insert(tx, {
          ...{ authorityId, referralId, way: 'link', answers, answersHash: hashOfAnswers(answers) },
          ...{ askedBy, askedAt: at, headName: body.headName.trim(), headEmail: body.headEmail, expiresAt },
        });
        const token = newToken();
        await this.links.insert(tx, { signOffId, authorityId, tokenHash: hashToken(token), expiresAt });
        await this.sendLink(tx, actor, referral, { ...body, token, until: dayInWords(expiresAt) });
        await this.audit.record(tx, actor, 'sign_off.asked', 'referral', referralId, { signOffId });
        return this.present(tx, actor, referral);
      }),
    );
  }

  revoke(actor: Actor, referralId: string, version: number): Promise<ReferralSignOffs> {
    return this.transactions.run(actor, async (tx) => {
      const referral = await this.lockOwn(tx, actor, referralId);
      const newest = await this.repository.findNewest(tx, actor.authorityId, referralId);
      if (newest?.status !== 'asked') throw signOffNotAsked();
      if (newest.version !== version) throw versionStale();
      await this.repository.revokeAsked(tx, actor.authorityId, referralId, actor.userId, this.clock.now());
      await this.audit.record(tx, actor, 'sign_off.revoked', 'referral', referralId, { signOffId: newest.id });
      return this.present(tx, actor, referral);
    });
  }

  /** By somebody who is signed in for the school and is its head teacher, or acts for them. */
  sign(actor: Actor, referralId: string, version: number, body: SignReferralOff): Promise<ReferralSignOffs> {
    if (!body.hasConfirmed) throw statementNotMade();
    const signature = { name: actor.name, role: body.role.trim(), statement: SIGN_OFF_STATEMENT };
    return this.transactions.run(actor, (tx) => this.signIn(tx, actor, referralId, version, 'account', signature));
  }

  /** A signature that this person gives, or has before them, as part of a transaction. */
  async signIn(
    tx: Tx,
    actor: Actor,
    referralId: string,
    version: number,
    way: 'account' | 'form',
    signature: { readonly name: string; readonly role: string; readonly statement: string },
  ): Promise<ReferralSignOffs> {
    const at = this.clock.now();
    const { referral, answers } = await this.lockUnsigned(tx, actor, referralId);
    if (referral.version !== version) throw versionStale();
    const { authorityId, userId } = actor;
    await this.repository.revokeAsked(tx, authorityId, referralId, userId, at);
    const signOffId = await this.repository.insert(tx, {
      ...{ authorityId, referralId, way, answers, answersHash: hashOfAnswers(answers) },
      ...{ askedBy: userId, askedAt: at, headName: signature.name, headEmail: null, expiresAt: null },
    });
    await this.repository.sign(tx, authorityId, signOffId, { ...signature, by: userId, at });
    await this.audit.record(tx, actor, 'sign_off.signed', 'referral', referralId, { signOffId, way });
    return this.present(tx, actor, referral);
  }

  private async lockOwn(tx: Tx, actor: Actor, referralId: string): Promise<ReferralEntity> {
    const referral = await this.referrals.lock(tx, actor, referralId);
    if (!referral) throw referralNotFound();
    if (!(await this.receipts.mayWrite(tx, actor, referral))) throw referralNotEditable();
    return referral;
  }

  /** Complete, and not signed as they stand: there is something to sign. */
  private async lockUnsigned(
    tx: Tx,
    actor: Actor,
    referralId: string,
  ): Promise<{ readonly referral: ReferralEntity; readonly answers: ReferralAnswers }> {
    const referral = await this.lockOwn(tx, actor, referralId);
    const answers = answersOf(await this.referrals.findSections(tx, actor.authorityId, referralId));
    const gaps = findReferralGaps(answers, this.clock.today());
    if (gaps.length > 0) throw referralIncomplete(gaps);
    const newest = await this.repository.findNewest(tx, actor.authorityId, referralId);
    if (stateOfSignOff(newest, answers, this.clock.now()) === 'signed') throw signedAlready();
    return { referral, answers };
  }

  private async sendLink(
    tx: Tx,
    actor: Actor,
    { reference, schoolId }: ReferralEntity,
    wanted: AskForSignOff & { readonly token: string; readonly until: string },
  ): Promise<void> {
    const school = await this.schools.findOfReferral(tx, actor.authorityId, schoolId);
    const to = { userId: null, name: wanted.headName, email: wanted.headEmail };
    const { token, until } = wanted;
    const mail = signOffAskedMail({ to, reference }, { byName: actor.name, schoolName: school.name, until, token });
    await this.mail.queue(tx, actor, mail);
  }

  private async present(tx: Tx, actor: Actor, referral: ReferralEntity): Promise<ReferralSignOffs> {
    const rows = await this.repository.findAll(tx, actor.authorityId, referral.id);
    const answers = answersOf(await this.referrals.findSections(tx, actor.authorityId, referral.id));
    const state = stateOfSignOff(rows[0] ?? null, answers, this.clock.now());
    const isComplete = findReferralGaps(answers, this.clock.today()).length === 0;
    return {
      referralId: referral.id,
      state,
      canAsk: isComplete && state !== 'signed' && (await this.receipts.mayWrite(tx, actor, referral)),
      statement: SIGN_OFF_STATEMENT,
      items: rows.map(toSignOff),
    };
  }
}

function toSignOff(row: SignOffRow): SignOff {
  const { id, version, way, status, headName, headEmail, askedByName, signedName, signedRole, statement, comment } =
    row;
  return {
    ...{ id, version, way, status, headName, headEmail, askedByName, signedName, signedRole, statement, comment },
    askedAt: row.askedAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    remindedAt: row.remindedAt?.toISOString() ?? null,
  };
}
