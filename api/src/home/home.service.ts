import { Inject, Injectable } from '@nestjs/common';
import { latestOverdueDate } from '@panel/case-rules';

import { type Actor, identity, may } from '../auth/actor.js';
import { noDemoHere } from '../auth/session.problems.js';
import { CaseTasksRepository } from '../case-tasks/case-tasks.repository.js';
import { Clock } from '../common/clock.js';
import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { type Tx, Transactions } from '../database/transactions.js';
import { AuthorityIdsQuery } from '../jobs/authority-ids.query.js';
import { DemoPeopleQuery } from './demo-people.query.js';
import type { DemoPeople, Home, ServiceInformation } from './home.dto.js';
import { HomeQuery, type HomeTaskRow } from './home.query.js';

/** The start page, and what the sign-in page says before anybody has signed in. */
@Injectable()
export class HomeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly query: HomeQuery,
    private readonly caseTasks: CaseTasksRepository,
    private readonly people: DemoPeopleQuery,
    private readonly authorityIds: AuthorityIdsQuery,
    private readonly clock: Clock,
    @Inject(environmentToken) private readonly environment: Environment,
  ) {}

  home(actor: Actor): Promise<Home> {
    return this.transactions.read(actor, async (tx) => ({
      tasks: await this.tasksOf(tx, actor),
    }));
  }

  /** What somebody gave to the person by name or role stands first, then what waits for all of the role. */
  private async tasksOf(tx: Tx, actor: Actor): Promise<HomeTaskRow[]> {
    const today = this.clock.today();
    const waiting = await this.query.run(tx, actor, today);
    if (!may(actor, 'case_task:list_own')) return waiting;
    const { total, overdue } = await this.caseTasks.countOwn(tx, actor, latestOverdueDate(today));
    return [
      { code: 'case_tasks', title: 'Tasks given to you', link: '/case-tasks', count: total, overdue },
      ...waiting,
    ];
  }

  /** One authority: its own name. Several: none is named before sign-in. */
  service(): Promise<ServiceInformation> {
    return this.transactions.read(identity, async (tx) => {
      const authorities = await this.people.findAuthorities(tx);
      const [only] = authorities.length === 1 ? authorities : [];
      return {
        serviceName: only?.serviceName ?? 'Inclusion Panel',
        councilName: only?.name ?? '',
        brandColour: only?.brandColour ?? null,
        isDemo: this.environment.isDemo,
      };
    });
  }

  async demoPeople(): Promise<DemoPeople> {
    if (!this.environment.isDemo) throw noDemoHere();
    const authorityIds = await this.transactions.read(identity, (tx) => this.authorityIds.run(tx));
    const items = [];
    for (const authorityId of authorityIds) {
      const people = await this.transactions.read({ authorityId }, (tx) => this.people.findPeople(tx, authorityId));
      for (const { key, name, organisationName, actor } of people) {
        const tasks = await this.transactions.read(actor, (tx) => this.tasksOf(tx, actor));
        const [grant, other] = actor.grants;
        if (grant)
          items.push({
            key,
            name,
            role: grant.role,
            otherRole: other?.role ?? null,
            organisationName,
            waiting: inWords(tasks),
          });
      }
    }
    return { items };
  }
}

function inWords(tasks: readonly HomeTaskRow[]): string {
  const waiting = tasks.filter((task) => task.count > 0);
  return waiting.length === 0
    ? 'Nothing waits'
    : waiting
        .map((task) => `${task.title}: ${task.count}${task.overdue > 0 ? ` (${task.overdue} overdue)` : ''}`)
        .join(' · ');
}
