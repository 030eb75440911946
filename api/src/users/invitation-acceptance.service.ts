import { Injectable } from '@nestjs/common';

import { AuditService } from '../audit/audit.service.js';
import { type Actor, identity } from '../auth/actor.js';
import type { Browser } from '../auth/browser.js';
import type { Origin } from '../auth/origin.js';
import { PasswordsService } from '../auth/passwords.service.js';
import type { RateLimit } from '../auth/rate-limit.js';
import { RateLimitsService } from '../auth/rate-limits.service.js';
import { hashToken } from '../auth/secret-token.js';
import { type HandedOver, SessionsService } from '../auth/sessions.service.js';
import { Clock } from '../common/clock.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type { AcceptInvitation, OpenedInvitation } from './invitation.dto.js';
import { type InvitationRow, InvitationsRepository } from './invitations.repository.js';
import { invitationLinkDead, invitationNeedsSignIn, invitationOfAnother } from './user.problems.js';
import { UsersRepository } from './users.repository.js';

/** Of one machine. Tokens cannot be guessed; what is limited is the work of hashing. No account is counted, so nobody is shut out. */
const ofMachine: RateLimit = { name: 'invitations_of_machine', attempts: 60, withinSeconds: 300 };

export type AcceptedThroughProvider =
  | { readonly userId: string; readonly name: string; readonly email: string }
  | { readonly refusal: 'invitation_not_usable' | 'email_taken' };

/** What whoever holds the link of an invitation does with it. */
@Injectable()
export class InvitationAcceptanceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: InvitationsRepository,
    private readonly users: UsersRepository,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    private readonly limits: RateLimitsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async open(token: string, origin: Origin): Promise<OpenedInvitation> {
    await this.limits.count([{ limit: ofMachine, key: origin.address ?? '' }]);
    return this.transactions.run(identity, async (tx) => {
      const row = await this.loadLiving(tx, hashToken(token));
      await tx.enter(identity);
      const hasAccount = await this.repository.hasAccount(tx, row.email);
      const holder = { authorityId: row.authorityId, userId: null, name: row.name, grants: [] as const, origin: null };
      await tx.enter(holder);
      await this.audit.record(tx, holder, 'invitation.opened', 'invitation', row.id);
      return {
        name: row.name,
        email: row.email,
        councilName: row.councilName,
        invitedByName: row.invitedByName,
        roles: row.roles.map(({ role, organisationName }) => ({ role, organisationName })),
        expiresAt: row.expiresAt.toISOString(),
        hasAccount,
      };
    });
  }

  /** Makes the account and begins its first session, which goes on with setting up a second factor. */
  async accept({ token, password }: AcceptInvitation, browser: Browser): Promise<HandedOver> {
    await this.limits.count([{ limit: ofMachine, key: browser.origin.address ?? '' }]);
    const invitation = await this.transactions.read(identity, async (tx) => {
      const row = await this.loadLiving(tx, hashToken(token));
      await tx.enter(identity);
      if (await this.repository.hasAccount(tx, row.email)) throw invitationNeedsSignIn();
      return row;
    });
    const passwordHash = await this.passwords.accept(password, invitation);
    const userId = await this.transactions.run(identity, async (tx) => {
      const { email, name } = invitation;
      const id = await this.repository.insertUser(tx, { email, name, passwordHash, now: this.clock.now() });
      if (id === null) throw invitationNeedsSignIn();
      const person = { userId: id, name, origin: browser.origin };
      await this.complete(tx, invitation, hashToken(token), {
        ...person,
        authorityId: invitation.authorityId,
        grants: [],
        allGrants: [],
      });
      return id;
    });
    return this.sessions.begin(userId, ['password'], browser);
  }

  /** The person has an account, is signed in, and takes on the roles in this authority too. */
  async acceptAsSelf(actor: Actor, token: string): Promise<OpenedInvitation> {
    return this.transactions.run(identity, async (tx) => {
      const row = await this.loadLiving(tx, hashToken(token));
      await tx.enter(identity);
      if ((await this.repository.emailOf(tx, actor.userId)) !== row.email) throw invitationOfAnother();
      await this.complete(tx, row, hashToken(token), {
        ...actor,
        authorityId: row.authorityId,
        grants: [],
        allGrants: [],
      });
      return {
        name: actor.name,
        email: row.email,
        councilName: row.councilName,
        invitedByName: row.invitedByName,
        roles: row.roles.map(({ role, organisationName }) => ({ role, organisationName })),
        expiresAt: row.expiresAt.toISOString(),
        hasAccount: true,
      };
    });
  }

  /**
   * With an account at an identity provider of the authority instead of a password. `known` is whose account it is here
   * already. Ends in the scope of sign-in, as it begins.
   */
  async acceptThroughProvider(
    tx: Tx,
    tokenHash: Buffer,
    authorityId: number,
    known: { readonly userId: string; readonly email: string } | null,
    origin: Origin,
  ): Promise<AcceptedThroughProvider> {
    const row = await this.findLiving(tx, tokenHash);
    await tx.enter(identity);
    const isForKnown = known === null || known.email === row?.email;
    if (row?.authorityId !== authorityId || !isForKnown) return { refusal: 'invitation_not_usable' };
    const { email, name } = row;
    const now = this.clock.now();
    const userId = known?.userId ?? (await this.repository.insertUser(tx, { email, name, passwordHash: null, now }));
    if (userId === null) return { refusal: 'email_taken' };
    await this.complete(tx, row, tokenHash, { authorityId, userId, name, grants: [], allGrants: [], origin });
    await tx.enter(identity);
    return { userId, name, email };
  }

  private async complete(tx: Tx, invitation: InvitationRow, tokenHash: Buffer, person: Actor): Promise<void> {
    if (!(await this.repository.accept(tx, tokenHash, person.userId, this.clock.now()))) {
      throw invitationLinkDead();
    }
    for (const choice of invitation.roles) {
      await this.users.grant(tx, invitation.authorityId, person.userId, choice);
    }
    await tx.enter(person);
    await this.audit.record(tx, person, 'invitation.accepted', 'invitation', invitation.id);
  }

  /** Leaves the transaction in the scope of the invitation’s authority, whose schools the invitation names. */
  private async loadLiving(tx: Tx, tokenHash: Buffer): Promise<InvitationRow> {
    const row = await this.findLiving(tx, tokenHash);
    if (!row) throw invitationLinkDead();
    return row;
  }

  private async findLiving(tx: Tx, tokenHash: Buffer): Promise<InvitationRow | null> {
    const authorityId = await this.repository.findAuthorityOfToken(tx, tokenHash);
    if (authorityId === null) return null;
    await tx.enter({ authorityId });
    return this.repository.findLiving(tx, tokenHash, this.clock.now());
  }
}
