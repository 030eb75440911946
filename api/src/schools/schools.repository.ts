import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { type Actor, hasRole, sencoSchoolIds } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import { SchoolEntity } from './school.entity.js';

@Injectable()
export class SchoolsRepository {
  findAll(tx: Tx, actor: Actor): Promise<SchoolEntity[]> {
    return tx.manager.find(SchoolEntity, { where: visibleTo(actor), order: { name: 'ASC' } });
  }

  findOne(tx: Tx, actor: Actor, schoolId: string): Promise<SchoolEntity | null> {
    return tx.manager.findOne(SchoolEntity, { where: { ...visibleTo(actor), id: schoolId } });
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

/** Coordinators and administrators see every school of the authority; a SENCo their own. */
function visibleTo(actor: Actor) {
  const seesAll = hasRole(actor, 'coordinator') || hasRole(actor, 'administrator');
  return { authorityId: actor.authorityId, ...(!seesAll && { id: In(sencoSchoolIds(actor)) }) };
}
