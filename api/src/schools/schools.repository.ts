import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { type Actor, sencoSchoolIds } from '../auth/actor.js';
import type { Tx } from '../database/transactions.js';
import { SchoolEntity } from './school.entity.js';
import { visibleTo } from './school-visibility.js';

/** As many as a list to choose from can hold; in a larger register people search. */
export const schoolChoicesMax = 500;

@Injectable()
export class SchoolsRepository {
  /** To choose from. One more than fit tells that there are more. */
  async findChoices(tx: Tx, actor: Actor, search: string): Promise<SchoolEntity[]> {
    const values: unknown[] = [];
    const conditions = [visibleTo(actor, values)];
    if (search !== '') {
      const { part, start } = searchParts(search);
      values.push(part, start);
      const [name, urn] = [`$${values.length - 1}`, `$${values.length}`];
      conditions.push(`(s.name ilike ${name} or s.town ilike ${name} or s.urn like ${urn})`);
    }
    const found = await tx.rows<{ id: string }>(
      `select s.id from schools s where ${conditions.join(' and ')} order by s.name, s.id limit ${schoolChoicesMax + 1}`,
      values,
    );
    const ids = found.map(({ id }) => id);
    return tx.manager.find(SchoolEntity, {
      where: { authorityId: actor.authorityId, id: In(ids) },
      order: { name: 'ASC', id: 'ASC' },
    });
  }

  async findOne(tx: Tx, actor: Actor, schoolId: string): Promise<SchoolEntity | null> {
    const values: unknown[] = [schoolId];
    const seen = await tx.rows(`select 1 from schools s where s.id = $1 and ${visibleTo(actor, values)}`, values);
    return seen.length === 0
      ? null
      : tx.manager.findOneBy(SchoolEntity, { authorityId: actor.authorityId, id: schoolId });
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

/** What is typed, as patterns for LIKE in which its own characters stand for themselves. */
export function searchParts(search: string): { readonly part: string; readonly start: string } {
  const plain = search.replaceAll(/[\\%_]/g, '\\$&');
  return { part: `%${plain}%`, start: `${plain}%` };
}
