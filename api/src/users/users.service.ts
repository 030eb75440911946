import { Inject, Injectable } from '@nestjs/common';

import type { AuditEventName } from '../audit/audit-event-names.js';
import { AuditService } from '../audit/audit.service.js';
import { type Actor, identity } from '../auth/actor.js';
import { SignInMethodsService } from '../auth/factors/sign-in-methods.service.js';
import { Clock } from '../common/clock.js';
import { fieldsInvalid, versionStale } from '../common/common.problems.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { MailService, type NewMail } from '../mail/mail.service.js';
import { type ChosenRole, roleChoiceProblems, rolesInWords } from './role-choices.js';
import { SignInMethodsQuery } from './sign-in-methods.query.js';
import { UserListQuery, type UserRow, usersOnAPage } from './user-list.query.js';
import { deactivatedMail, reactivatedMail, renamedMail, roleGrantedMail, roleTakenAwayMail } from './user-mails.js';
import type { RoleOrganisations, SearchUsers, User, UserListItem, UserListParameters, UserPage } from './user.dto.js';
import {
  organisationUnknown,
  ownAccount,
  ownAdministration,
  ownSecondFactor,
  roleAlreadyGranted,
  roleFromSignOn,
  roleGrantNotFound,
  userDeactivated,
  userNotActive,
  userNotDeactivated,
  userNotFound,
} from './user.problems.js';
import { type PersonRow, UsersRepository } from './users.repository.js';

/** The people of an authority, as its administrators look after them. */
@Injectable()
export class UsersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: UsersRepository,
    private readonly listQuery: UserListQuery,
    private readonly methods: SignInMethodsQuery,
    private readonly factors: SignInMethodsService,
    private readonly mail: MailService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(environmentToken) private readonly environment: Environment,
  ) {}

  list(actor: Actor, { after }: UserListParameters): Promise<UserPage> {
    return this.transactions.read(actor, (tx) => this.page(tx, actor, '', after));
  }

  /** The same by name or email address. That somebody searched leaves a trace; whom for does not. */
  search(actor: Actor, { search, after }: SearchUsers): Promise<UserPage> {
    return this.transactions.run(actor, async (tx) => {
      await this.audit.record(tx, actor, 'user.searched', 'user', null);
      return this.page(tx, actor, search.trim(), after);
    });
  }

  private async page(tx: Tx, actor: Actor, search: string, after: string | undefined): Promise<UserPage> {
    const rows = await this.listQuery.findPage(tx, actor, { ...this.times(), search, after: after ?? null });
    const items = rows.slice(0, usersOnAPage).map(toUserListItem);
    return { items, nextAfter: rows.length > usersOnAPage ? (items.at(-1)?.id ?? null) : null };
  }

  read(actor: Actor, userId: string): Promise<User> {
    return this.transactions.read(actor, (tx) => this.present(tx, actor, userId));
  }

  organisations(actor: Actor): Promise<RoleOrganisations> {
    return this.transactions.read(actor, async (tx) => ({
      schools: await this.repository.findOrganisations(tx, actor, 'schools'),
      providers: await this.repository.findOrganisations(tx, actor, 'providers'),
    }));
  }

  rename(actor: Actor, userId: string, version: number, name: string): Promise<User> {
    return this.change(actor, userId, version, 'user.renamed', async (tx, person, councilName) => {
      if (!(await this.repository.change(tx, actor, person, name.trim()))) throw versionStale();
      return { detail: {}, mail: renamedMail({ to: toRecipient({ ...person, name: name.trim() }), councilName }) };
    });
  }

  grantRole(actor: Actor, userId: string, version: number, choice: ChosenRole): Promise<User> {
    const problems = roleChoiceProblems(choice, '');
    if (problems.length > 0) throw fieldsInvalid(problems);
    return this.change(actor, userId, version, 'user.role_granted', async (tx, person, councilName) => {
      if (!(await this.repository.change(tx, actor, person))) throw versionStale();
      const suspended = await this.repository.findSuspendedRoles(tx, actor, userId);
      if (suspended.length > 0) throw userDeactivated();
      const organisationName = await this.organisationOf(tx, actor, choice, '');
      if (!(await this.repository.grant(tx, actor.authorityId, userId, choice))) throw roleAlreadyGranted();
      return {
        detail: { role: choice.role, organisationId: choice.schoolId ?? choice.providerId },
        mail: roleGrantedMail(
          { to: toRecipient(person), councilName },
          rolesInWords([{ ...choice, organisationName }]),
        ),
      };
    });
  }

  takeRoleAway(actor: Actor, userId: string, version: number, roleGrantId: string): Promise<User> {
    return this.change(actor, userId, version, 'user.role_taken_away', async (tx, person, councilName) => {
      if (!(await this.repository.change(tx, actor, person))) throw versionStale();
      const roles = await this.repository.findRoles(tx, actor, userId);
      const taken = roles.find(({ id }) => id === roleGrantId);
      if (!taken) throw roleGrantNotFound();
      if (taken.isFromSignOn) throw roleFromSignOn();
      if (taken.role === 'administrator' && userId === actor.userId) throw ownAdministration();
      await this.repository.takeAway(tx, actor, userId, roleGrantId);
      // With the last role goes the way in; with another, the next request sees what is left.
      if (roles.length === 1) await this.repository.endSessions(tx, actor, userId, this.clock.now());
      return {
        detail: { role: taken.role },
        mail: roleTakenAwayMail({ to: toRecipient(person), councilName }, rolesInWords([taken])),
      };
    });
  }

  deactivate(actor: Actor, userId: string, version: number): Promise<User> {
    if (userId === actor.userId) throw ownAccount();
    return this.change(actor, userId, version, 'user.deactivated', async (tx, person, councilName) => {
      if (!(await this.repository.change(tx, actor, person))) throw versionStale();
      const now = this.clock.now();
      if ((await this.repository.suspend(tx, actor, userId, now)) === 0) throw userNotActive();
      await this.repository.endSessions(tx, actor, userId, now);
      return { detail: {}, mail: deactivatedMail({ to: toRecipient(person), councilName }) };
    });
  }

  reactivate(actor: Actor, userId: string, version: number): Promise<User> {
    return this.change(actor, userId, version, 'user.reactivated', async (tx, person, councilName) => {
      if (!(await this.repository.change(tx, actor, person))) throw versionStale();
      if ((await this.repository.resume(tx, actor, userId)) === 0) throw userNotDeactivated();
      return { detail: {}, mail: reactivatedMail({ to: toRecipient(person), councilName }) };
    });
  }

  /** For somebody who has lost what they sign in with: the next sign-in sets up anew. Audited and told by the service that does it. */
  resetSecondFactor(actor: Actor, userId: string, version: number): Promise<User> {
    if (userId === actor.userId) throw ownSecondFactor();
    return this.transactions.run(actor, async (tx) => {
      const person = await this.repository.find(tx, actor, userId);
      if (!person) throw userNotFound();
      if (person.version !== version || !(await this.repository.change(tx, actor, person))) throw versionStale();
      await this.factors.resetOf(tx, actor, person);
      return this.present(tx, actor, userId);
    });
  }

  /** The name of the school or provider that was chosen with a role; refused when it is none of this authority. */
  async organisationOf(tx: Tx, { authorityId }: Actor, choice: ChosenRole, pointer: string): Promise<string | null> {
    if (choice.schoolId === null && choice.providerId === null) return null;
    const name = await this.repository.nameOfOrganisation(tx, authorityId, choice);
    if (name === null) throw organisationUnknown(`${pointer}/${choice.schoolId === null ? 'providerId' : 'schoolId'}`);
    return name;
  }

  /** Loads, changes, audits and tells the person: one transaction. */
  private change(
    actor: Actor,
    userId: string,
    version: number,
    event: AuditEventName,
    work: (
      tx: Tx,
      person: PersonRow,
      councilName: string,
    ) => Promise<{ readonly detail: Readonly<Record<string, string | null>>; readonly mail: NewMail }>,
  ): Promise<User> {
    return this.transactions.run(actor, async (tx) => {
      const person = await this.repository.find(tx, actor, userId);
      if (!person) throw userNotFound();
      if (person.version !== version) throw versionStale();
      const councilName = await this.repository.nameOfAuthority(tx, actor.authorityId);
      const { detail, mail } = await work(tx, person, councilName);
      await this.mail.queue(tx, actor, mail);
      await this.audit.record(tx, actor, event, 'user', userId, detail);
      return this.present(tx, actor, userId);
    });
  }

  private async present(tx: Tx, actor: Actor, userId: string): Promise<User> {
    const row = await this.listQuery.findOne(tx, actor, { ...this.times(), userId });
    if (!row) throw userNotFound();
    await tx.enter(identity);
    const signInMethods = await this.methods.run(tx, userId);
    await tx.enter(actor);
    return {
      ...toUserListItem(row),
      version: row.version,
      openSessions: row.openSessions,
      signInMethods,
      isSelf: userId === actor.userId,
    };
  }

  private times(): { readonly now: Date; readonly idleSince: Date } {
    const now = this.clock.now();
    return { now, idleSince: new Date(now.getTime() - this.environment.idleMinutes * 60_000) };
  }
}

function toUserListItem(row: UserRow): UserListItem {
  const isDeactivated = row.suspendedRoles.length > 0;
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    state: isDeactivated ? 'deactivated' : row.roles.length > 0 ? 'active' : 'without_role',
    roles: (isDeactivated ? row.suspendedRoles : row.roles).map(({ id, role, organisationName, isFromSignOn }) => ({
      id,
      role,
      organisationName,
      isFromSignOn,
    })),
    lastSignedInAt: row.lastSignedInAt && row.lastSignedInAt.toISOString(),
  };
}

export function toRecipient({ userId, name, email }: Pick<PersonRow, 'userId' | 'name' | 'email'>) {
  return { userId, name, email };
}
