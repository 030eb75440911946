import { Injectable } from '@nestjs/common';

import type { AuditEventName } from '../audit/audit-event-names.js';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { hashToken, newToken } from '../auth/secret-token.js';
import { Clock, dayInWords } from '../common/clock.js';
import { fieldsInvalid, versionStale } from '../common/common.problems.js';
import { IdempotencyRepository } from '../common/idempotency.repository.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { MailService } from '../mail/mail.service.js';
import type { Invitation, InvitationList, InvitationState, InviteUser } from './invitation.dto.js';
import { type InvitationRow, InvitationsRepository } from './invitations.repository.js';
import { roleChoiceProblems, rolesInWords } from './role-choices.js';
import { invitationMail } from './user-mails.js';
import {
  invitationClosed,
  invitationNotFound,
  invitedAlready,
  invitedIsMember,
  rolesMissing,
} from './user.problems.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

const lastsMilliseconds = 7 * 24 * 3_600_000;

/**
 * Who is invited, by an administrator. Whether the address belongs to somebody of another authority is not looked at here
 * and shows nowhere: whoever opens the link finds out.
 */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: InvitationsRepository,
    private readonly users: UsersRepository,
    private readonly people: UsersService,
    private readonly idempotency: IdempotencyRepository,
    private readonly mail: MailService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<InvitationList> {
    return this.transactions.read(actor, async (tx) => ({
      items: (await this.repository.findOpen(tx, actor)).map((row) => this.toInvitation(row)),
    }));
  }

  read(actor: Actor, invitationId: string): Promise<Invitation> {
    return this.transactions.read(actor, async (tx) => this.toInvitation(await this.load(tx, actor, invitationId)));
  }

  invite(actor: Actor, key: string, body: InviteUser): Promise<Invitation> {
    if (body.roles.length === 0) throw rolesMissing();
    const problems = body.roles.flatMap((choice, index) => roleChoiceProblems(choice, `/roles/${index}`));
    if (problems.length > 0) throw fieldsInvalid(problems);
    const at = this.clock.now();
    return this.transactions.run(actor, (tx) =>
      this.idempotency.once(tx, actor, { operation: 'inviteUser', key, body, at }, async () => {
        for (const [index, choice] of body.roles.entries()) {
          await this.people.organisationOf(tx, actor, choice, `/roles/${index}`);
        }
        if (await this.users.findByEmail(tx, actor, body.email)) throw invitedIsMember();
        const link = this.newLink();
        const name = body.name.trim();
        const invitationId = await this.repository.insert(tx, actor, { ...body, ...link, name, invitedAt: at });
        if (invitationId === null) throw invitedAlready();
        return this.send(tx, actor, invitationId, link.token, 'user.invited');
      }),
    );
  }

  sendAgain(actor: Actor, invitationId: string, version: number): Promise<Invitation> {
    return this.transactions.run(actor, async (tx) => {
      const row = await this.loadOpen(tx, actor, invitationId, version);
      const link = this.newLink();
      if (!(await this.repository.renew(tx, row, link))) throw versionStale();
      return this.send(tx, actor, invitationId, link.token, 'invitation.sent_again');
    });
  }

  withdraw(actor: Actor, invitationId: string, version: number): Promise<Invitation> {
    return this.transactions.run(actor, async (tx) => {
      const row = await this.loadOpen(tx, actor, invitationId, version);
      if (!(await this.repository.withdraw(tx, row, this.clock.now()))) throw versionStale();
      await this.audit.record(tx, actor, 'invitation.withdrawn', 'invitation', invitationId);
      return this.toInvitation(await this.load(tx, actor, invitationId));
    });
  }

  private async send(
    tx: Tx,
    actor: Actor,
    invitationId: string,
    token: string,
    event: AuditEventName,
  ): Promise<Invitation> {
    const row = await this.load(tx, actor, invitationId);
    const to = { userId: null, name: row.name, email: row.email };
    const mail = invitationMail(
      { to, councilName: row.councilName },
      { invitedByName: actor.name, roles: rolesInWords(row.roles), until: dayInWords(row.expiresAt), token },
    );
    await this.mail.queue(tx, actor, mail);
    const detail = { roles: row.roles.map(({ role }) => role).join(' ') };
    await this.audit.record(tx, actor, event, 'invitation', invitationId, detail);
    return this.toInvitation(row);
  }

  private async load(tx: Tx, actor: Actor, invitationId: string): Promise<InvitationRow> {
    const row = await this.repository.find(tx, actor, invitationId);
    if (!row) throw invitationNotFound();
    return row;
  }

  private async loadOpen(tx: Tx, actor: Actor, invitationId: string, version: number): Promise<InvitationRow> {
    const row = await this.load(tx, actor, invitationId);
    if (row.version !== version) throw versionStale();
    if (row.acceptedAt || row.withdrawnAt) throw invitationClosed();
    return row;
  }

  private newLink(): { readonly token: string; readonly tokenHash: Buffer; readonly expiresAt: Date } {
    const token = newToken();
    return { token, tokenHash: hashToken(token), expiresAt: new Date(this.clock.now().getTime() + lastsMilliseconds) };
  }

  private toInvitation(row: InvitationRow): Invitation {
    return {
      id: row.id,
      version: row.version,
      email: row.email,
      name: row.name,
      roles: row.roles.map(({ role, organisationName }) => ({ role, organisationName })),
      state: this.stateOf(row),
      invitedByName: row.invitedByName,
      invitedAt: row.invitedAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    };
  }

  private stateOf({ acceptedAt, withdrawnAt, expiresAt }: InvitationRow): InvitationState {
    if (acceptedAt) return 'accepted';
    if (withdrawnAt) return 'withdrawn';
    return expiresAt > this.clock.now() ? 'open' : 'expired';
  }
}
