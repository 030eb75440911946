import { Injectable } from '@nestjs/common';

import { type Actor, hasRole, sencoSchoolIds } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import { SchoolEntity } from './school.entity.js';

/** As many as a list to choose from can hold; in a larger register people search. */
export const schoolChoicesMax = 500;

@Injectable()
export class SchoolsRepository {
  /** To choose from. One more than fit tells that there are more. */
  findChoices(tx: Tx, actor: Actor, search: string): Promise<SchoolEntity[]> {
    const query = tx.manager
      .createQueryBuilder(SchoolEntity, 's')
      .where('s.authorityId = :authorityId', { authorityId: actor.authorityId });
    if (!seesAll(actor)) query.andWhere('s.id = any(:own)', { own: sencoSchoolIds(actor) });
    if (search !== '') {
      query.andWhere('(s.name ilike :part or s.town ilike :part or s.urn like :start)', searchParts(search));
    }
    return query
      .orderBy('s.name', 'ASC')
      .addOrderBy('s.id', 'ASC')
      .limit(schoolChoicesMax + 1)
      .getMany();
  }

  /** Coordinators and administrators see every school of the authority; a SENCo their own. */
  async findOne(tx: Tx, actor: Actor, schoolId: string): Promise<SchoolEntity | null> {
    if (!seesAll(actor) && !sencoSchoolIds(actor).includes(schoolId)) return null;
    return tx.manager.findOneBy(SchoolEntity, { authorityId: actor.authorityId, id: schoolId });
  }

  /** Holds the row until the transaction ends. */
  async lock(tx: Tx, actor: Actor, schoolId: string): Promise<SchoolEntity | null> {
    await tx.rows('select 1 from schools where authority_id = $1 and id = $2 for update', [
      actor.authorityId,
      schoolId,
    ]);
    return this.findOne(tx, actor, schoolId);
  }

  /** Saves a locked school as its next version. */
  async save(tx: Tx, school: SchoolEntity): Promise<void> {
    school.version += 1;
    await tx.manager.save(SchoolEntity, school);
  }

  /** The school of a referral that the person was already found to see. */
  findOfReferral(tx: Tx, authorityId: number, schoolId: string): Promise<SchoolEntity> {
    return tx.manager.findOneByOrFail(SchoolEntity, { authorityId, id: schoolId });
  }

  async findOwn(tx: Tx, actor: Actor, schoolId: string): Promise<SchoolEntity | null> {
    return sencoSchoolIds(actor).includes(schoolId)
      ? tx.manager.findOneBy(SchoolEntity, { authorityId: actor.authorityId, id: schoolId })
      : null;
  }
}

function seesAll(actor: Actor): boolean {
  return hasRole(actor, 'coordinator') || hasRole(actor, 'administrator');
}

/** What is typed, as patterns for LIKE in which its own characters stand for themselves. */
export function searchParts(search: string): { readonly part: string; readonly start: string } {
  const plain = search.replaceAll(/[\\%_]/g, '\\$&');
  return { part: `%${plain}%`, start: `${plain}%` };
}
