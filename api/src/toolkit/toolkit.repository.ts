import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';
import type { SaveToolkitResource } from './toolkit.dto.js';

export interface ToolkitRow {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly needs: string[];
  readonly phases: string[];
  readonly declineReasons: string[];
  readonly links: { readonly text: string; readonly url: string }[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly retiredAt: Date | null;
  readonly isCurrent: boolean;
  readonly version: number;
  readonly changedAt: Date;
  readonly changedByName: string;
}

export interface ToolkitFilter {
  readonly search?: string;
  readonly need?: string;
  readonly phase?: string;
  readonly declineReason?: string;
  readonly isCurrentOnly: boolean;
}

type Saved = { readonly id: string } | 'title_taken';
type Change = SaveToolkitResource & { readonly changedBy: string; readonly changedAt: Date };

const current = 't.retired_at is null and t.valid_from <= $2::date and (t.valid_to is null or t.valid_to >= $2::date)';
const columns = `t.id, t.title, t.summary, t.body, t.needs, t.phases, t.decline_reasons as "declineReasons", t.links,
  t.valid_from::text as "validFrom", t.valid_to::text as "validTo", t.retired_at as "retiredAt", t.version,
  t.changed_at as "changedAt", u.name as "changedByName", (${current}) as "isCurrent"`;

/** An authority has some dozens of them: a list without pages. */
const mostListed = 500;

@Injectable()
export class ToolkitRepository {
  findAll(tx: Tx, authorityId: number, today: string, filter: ToolkitFilter): Promise<ToolkitRow[]> {
    const values: unknown[] = [authorityId, today];
    const conditions = ['t.authority_id = $1', ...(filter.isCurrentOnly ? [current] : [])];
    const add = (value: unknown, condition: (parameter: string) => string): void => {
      values.push(value);
      conditions.push(condition(`$${values.length}`));
    };
    // What is for no need in particular helps with every one.
    if (filter.need) add(filter.need, (p) => `(t.needs = '{}' or ${p} = any(t.needs))`);
    if (filter.phase) add(filter.phase, (p) => `(t.phases = '{}' or ${p} = any(t.phases))`);
    if (filter.declineReason) add(filter.declineReason, (p) => `${p} = any(t.decline_reasons)`);
    for (const word of (filter.search ?? '').split(/\s+/).filter(Boolean).slice(0, 10)) {
      add(`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`, (p) => `concat_ws(' ', t.title, t.summary, t.body) ilike ${p}`);
    }
    return tx.rows<ToolkitRow>(
      `select ${columns} from toolkit_resources t join users u on u.id = t.changed_by
        where ${conditions.join(' and ')} order by lower(t.title), t.id limit ${mostListed}`,
      values,
    );
  }

  async findOne(tx: Tx, authorityId: number, today: string, resourceId: string): Promise<ToolkitRow | null> {
    const [row] = await tx.rows<ToolkitRow>(
      `select ${columns} from toolkit_resources t join users u on u.id = t.changed_by where t.authority_id = $1 and t.id = $3`,
      [authorityId, today, resourceId],
    );
    return row ?? null;
  }

  /** These, in the order of the ids; also those that are no longer in use. */
  findByIds(tx: Tx, authorityId: number, today: string, ids: readonly string[]): Promise<ToolkitRow[]> {
    return tx.rows<ToolkitRow>(
      `select ${columns} from toolkit_resources t join users u on u.id = t.changed_by
        where t.authority_id = $1 and t.id = any($3::uuid[]) order by array_position($3::uuid[], t.id)`,
      [authorityId, today, ids],
    );
  }

  /** Those of these that are in use today. */
  async findCurrent(tx: Tx, authorityId: number, today: string, ids: readonly string[]): Promise<ToolkitRow[]> {
    return (await this.findByIds(tx, authorityId, today, ids)).filter(({ isCurrent }) => isCurrent);
  }

  async lock(tx: Tx, authorityId: number, resourceId: string): Promise<void> {
    await tx.rows('select 1 from toolkit_resources where authority_id = $1 and id = $2 for update', [
      authorityId,
      resourceId,
    ]);
  }

  async insert(tx: Tx, authorityId: number, change: Change): Promise<Saved> {
    return titleTakenOr(async () => {
      const [row] = await tx.rows<{ id: string }>(
        `insert into toolkit_resources (authority_id, title, summary, body, needs, phases, decline_reasons, links, valid_from,
           valid_to, changed_by, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
        [authorityId, ...valuesOf(change)],
      );
      if (!row) throw new Error('the insert of a resource gave no id');
      return row;
    });
  }

  async update(tx: Tx, authorityId: number, resourceId: string, change: Change): Promise<Saved> {
    return titleTakenOr(async () => {
      await tx.rows(
        `update toolkit_resources set title = $2, summary = $3, body = $4, needs = $5, phases = $6, decline_reasons = $7,
                links = $8, valid_from = $9, valid_to = $10, changed_by = $11, changed_at = $12, version = version + 1
          where authority_id = $1 and id = $13`,
        [authorityId, ...valuesOf(change), resourceId],
      );
      return { id: resourceId };
    });
  }

  async retire(tx: Tx, authorityId: number, resourceId: string, by: string, at: Date): Promise<void> {
    await tx.rows(
      `update toolkit_resources set retired_at = $4, changed_by = $3, changed_at = $4, version = version + 1
        where authority_id = $1 and id = $2`,
      [authorityId, resourceId, by, at],
    );
  }
}

function valuesOf(change: Change): unknown[] {
  const { title, summary, body, needs, phases, declineReasons, links, validFrom, validTo, changedBy, changedAt } =
    change;
  return [
    title.trim(),
    summary,
    body,
    needs,
    phases,
    declineReasons,
    JSON.stringify(links),
    validFrom,
    validTo,
    changedBy,
    changedAt,
  ];
}

async function titleTakenOr(write: () => Promise<{ readonly id: string }>): Promise<Saved> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Error && error.message.includes('toolkit_resources_title_key')) return 'title_taken';
    throw error; // not ours to explain
  }
}
