import { createHash, randomInt } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { SIGN_OFF_STATEMENT } from '@panel/case-rules';

import { AuditService } from '../../audit/audit.service.js';
import { identity, type SystemActor, systemActor } from '../../auth/actor.js';
import type { Origin } from '../../auth/origin.js';
import type { RateLimit } from '../../auth/rate-limit.js';
import { RateLimitsService } from '../../auth/rate-limits.service.js';
import { hashToken, newToken } from '../../auth/secret-token.js';
import { Clock, dayInWords } from '../../common/clock.js';
import { type Tx, Transactions } from '../../database/transactions.js';
import { MailService } from '../../mail/mail.service.js';
import { answersOf, toSections } from '../referral-mapping.js';
import { ReferralsRepository } from '../referrals.repository.js';
import { wholeAnswers } from '../versions/referral-versions.service.js';
import { hashOfAnswers } from './sign-off-answers.js';
import { type SignOffLinkRow, SignOffLinksRepository } from './sign-off-links.repository.js';
import { signOffAnsweredMail, signOffCodeMail, signOffDoneMail } from './sign-off-mails.js';
import type {
  ConfirmedSignOff,
  DecidedSignOff,
  OpenedSignOff,
  SendBackByLink,
  SignByLink,
  SignOffCode,
  SignOffCopy,
  SignOffKey,
} from './sign-off.dto.js';
import {
  signOffCodeWrong,
  signOffKeyDead,
  signOffLinkDead,
  signOffOutdated,
  statementNotMade,
} from './sign-off.problems.js';
import { type SignOffRow, SignOffsRepository } from './sign-offs.repository.js';

/** Of one machine. Tokens cannot be guessed; what is limited is the work. Nobody is shut out by a stranger. */
const ofMachine: RateLimit = { name: 'sign_off_links_of_machine', attempts: 60, withinSeconds: 300 };

/** Mails with codes for one link, whoever asks: a holder of the link cannot fill the head teacher's mailbox. */
const codesOfLink: RateLimit = { name: 'sign_off_codes_of_link', attempts: 5, withinSeconds: 3_600 };

/** Wrong codes for one link: with the tries below, one guess in 50,000 an hour is right. */
const triesOfLink: RateLimit = { name: 'sign_off_tries_of_link', attempts: 20, withinSeconds: 3_600 };

const triesOfCode = 5;
const codeMilliseconds = 15 * 60_000;
const keyMilliseconds = 60 * 60_000;

interface OpenLink {
  readonly link: SignOffLinkRow;
  readonly signOff: SignOffRow;
  readonly holder: SystemActor;
}

/**
 * What whoever holds the link of a sign-off does with it. The link alone shows which referral of which school it is about,
 * and nothing else: the copy opens with a code that goes to the head teacher's own address, so that a link that was forwarded
 * or read along the way opens nothing.
 */
@Injectable()
export class SignOffLinksService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: SignOffsRepository,
    private readonly links: SignOffLinksRepository,
    private readonly referrals: ReferralsRepository,
    private readonly mail: MailService,
    private readonly limits: RateLimitsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async open(token: string, origin: Origin): Promise<OpenedSignOff> {
    await this.countMachine(origin);
    return this.transactions.run(identity, async (tx) => {
      const open = await this.load(tx, token, origin);
      await this.record(tx, open, 'sign_off.opened');
      return toOpened(open);
    });
  }

  async sendCode(token: string, origin: Origin): Promise<void> {
    await this.countMachine(origin);
    await this.transactions.run(identity, (tx) => this.load(tx, token, origin));
    const tokenHash = hashToken(token);
    await this.limits.count([{ limit: codesOfLink, key: tokenHash.toString('hex') }]);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const expiresAt = new Date(this.clock.now().getTime() + codeMilliseconds);
    await this.transactions.run(identity, async (tx) => {
      const open = await this.load(tx, token, origin);
      await this.links.setCode(tx, tokenHash, hashCode(token, code), expiresAt);
      await this.mail.queue(tx, open.holder, signOffCodeMail(toHead(open), code));
      await this.record(tx, open, 'sign_off.code_sent');
    });
  }

  async confirmCode({ token, code }: SignOffCode, origin: Origin): Promise<ConfirmedSignOff> {
    await this.countMachine(origin);
    const tokenHash = hashToken(token);
    await this.limits.count([{ limit: triesOfLink, key: tokenHash.toString('hex') }]);
    const now = this.clock.now();
    const key = newToken();
    const expiresAt = new Date(now.getTime() + keyMilliseconds);
    // A wrong try is counted, so it must be committed before it is refused.
    const isRight = await this.transactions.run(identity, async (tx) => {
      const open = await this.load(tx, token, origin);
      const codeHash = await this.links.tryCode(tx, tokenHash, now, triesOfCode);
      const typed = code.replaceAll(/\D/g, '');
      if (!codeHash?.equals(hashCode(token, typed))) return false;
      await this.links.setKey(tx, tokenHash, hashToken(key), expiresAt);
      await this.record(tx, open, 'sign_off.code_confirmed');
      return true;
    });
    if (!isRight) throw signOffCodeWrong();
    return { key, expiresAt: expiresAt.toISOString() };
  }

  async read({ token, key }: SignOffKey, origin: Origin): Promise<SignOffCopy> {
    await this.countMachine(origin);
    return this.transactions.run(identity, async (tx) => {
      const open = await this.loadConfirmed(tx, token, key, origin);
      const { authorityId, signOffId } = open.link;
      const kept = wholeAnswers(await this.repository.findAnswers(tx, authorityId, signOffId));
      await this.record(tx, open, 'sign_off.read');
      return {
        ...toOpened(open),
        askedAt: open.signOff.askedAt.toISOString(),
        statement: SIGN_OFF_STATEMENT,
        isOutdated: await this.isOutdated(tx, open),
        sections: toSections(kept, [], { seesAllAnswers: true, isEditable: false }),
      };
    });
  }

  async sign({ token, key, name, role, hasConfirmed }: SignByLink, origin: Origin): Promise<DecidedSignOff> {
    if (!hasConfirmed) throw statementNotMade();
    await this.countMachine(origin);
    const at = this.clock.now();
    return this.transactions.run(identity, async (tx) => {
      const open = await this.loadConfirmed(tx, token, key, origin);
      const { authorityId, referralId, signOffId, reference } = open.link;
      // Held, so that no answer changes between the look and the signature.
      await this.referrals.lockOfAuthority(tx, authorityId, referralId);
      if (await this.isOutdated(tx, open)) throw signOffOutdated();
      const signature = { name: name.trim(), role: role.trim(), statement: SIGN_OFF_STATEMENT, by: null, at };
      if (!(await this.repository.sign(tx, authorityId, signOffId, signature))) throw signOffLinkDead();
      await this.links.deleteOf(tx, open.link);
      await this.mail.queue(tx, open.holder, signOffDoneMail(toHead(open), dayInWords(at)));
      await this.mail.queue(tx, open.holder, signOffAnsweredMail(toSchool(open), referralId, 'signed'));
      await this.record(tx, open, 'sign_off.signed', { way: 'link' });
      return { reference, status: 'signed', decidedAt: at.toISOString() };
    });
  }

  async sendBack({ token, key, comment }: SendBackByLink, origin: Origin): Promise<DecidedSignOff> {
    await this.countMachine(origin);
    const at = this.clock.now();
    return this.transactions.run(identity, async (tx) => {
      const open = await this.loadConfirmed(tx, token, key, origin);
      const { authorityId, referralId, signOffId, reference } = open.link;
      if (!(await this.repository.sendBack(tx, authorityId, signOffId, comment, at))) throw signOffLinkDead();
      await this.links.deleteOf(tx, open.link);
      await this.mail.queue(tx, open.holder, signOffAnsweredMail(toSchool(open), referralId, 'sent_back'));
      await this.record(tx, open, 'sign_off.sent_back');
      return { reference, status: 'sent_back', decidedAt: at.toISOString() };
    });
  }

  private countMachine(origin: Origin): Promise<void> {
    return this.limits.count([{ limit: ofMachine, key: origin.address ?? '' }]);
  }

  /** Leaves the transaction in the scope of the link's authority. */
  private async load(tx: Tx, token: string, origin: Origin): Promise<OpenLink> {
    const tokenHash = hashToken(token);
    const authorityId = await this.links.findAuthorityOfToken(tx, tokenHash);
    if (authorityId === null) throw signOffLinkDead();
    await tx.enter({ authorityId });
    const link = await this.links.findLiving(tx, tokenHash, this.clock.now());
    const signOff = link && (await this.repository.find(tx, authorityId, link.signOffId));
    if (!link || !signOff) throw signOffLinkDead();
    const holder = { ...systemActor(authorityId, `${signOff.headName} (by link)`), origin };
    return { link, signOff, holder };
  }

  private async loadConfirmed(tx: Tx, token: string, key: string, origin: Origin): Promise<OpenLink> {
    const open = await this.load(tx, token, origin);
    const isOpen = await this.links.hasKey(tx, hashToken(token), hashToken(key), this.clock.now());
    if (isOpen) return open;
    // Answered in this very instant by another request: then the link is dead, and no new code helps.
    await this.load(tx, token, origin);
    throw signOffKeyDead();
  }

  private async isOutdated(tx: Tx, { link, signOff }: OpenLink): Promise<boolean> {
    const answers = answersOf(await this.referrals.findSections(tx, link.authorityId, link.referralId));
    return !signOff.answersHash.equals(hashOfAnswers(answers));
  }

  private record(
    tx: Tx,
    { link, holder }: OpenLink,
    event:
      | 'sign_off.opened'
      | 'sign_off.code_sent'
      | 'sign_off.code_confirmed'
      | 'sign_off.read'
      | 'sign_off.signed'
      | 'sign_off.sent_back',
    detail: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const { referralId, signOffId } = link;
    return this.audit.record(tx, holder, event, 'referral', referralId, { signOffId, ...detail });
  }
}

/** Over the token too, which is nowhere in the database: a stolen table has no six digits to try. */
function hashCode(token: string, code: string): Buffer {
  return createHash('sha256').update(`${token}\n${code}`).digest();
}

function toHead({ link, signOff }: OpenLink) {
  const to = { userId: null, name: signOff.headName, email: signOff.headEmail ?? '' };
  return { to, reference: link.reference };
}

function toSchool({ link, signOff }: OpenLink) {
  const to = { userId: signOff.askedBy, name: signOff.askedByName, email: signOff.askedByEmail };
  return { to, reference: link.reference };
}

function toOpened({ link, signOff }: OpenLink): OpenedSignOff {
  return {
    reference: link.reference,
    schoolName: link.schoolName,
    councilName: link.councilName,
    askedByName: signOff.askedByName,
    headName: signOff.headName,
    maskedEmail: masked(signOff.headEmail ?? ''),
    expiresAt: (signOff.expiresAt ?? signOff.askedAt).toISOString(),
  };
}

/** "h•••@larkfield.example": enough to know one's own address by. */
export function masked(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}•••${email.slice(Math.max(at, 0))}`;
}
