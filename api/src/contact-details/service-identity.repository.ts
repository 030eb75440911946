import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/transactions.js';

export interface ServiceIdentityRow {
  readonly version: number;
  readonly councilName: string;
  readonly serviceName: string;
  readonly brandColour: string | null;
  readonly changedByName: string | null;
  readonly changedAt: Date | null;
}

@Injectable()
export class ServiceIdentityRepository {
  async find(tx: Tx, authorityId: number): Promise<ServiceIdentityRow> {
    const [row] = await tx.rows<ServiceIdentityRow>(
      `select a.version, a.name as "councilName", a.service_name as "serviceName", a.brand_colour as "brandColour",
              u.name as "changedByName", a.changed_at as "changedAt"
         from authorities a left join users u on u.id = a.changed_by where a.id = $1`,
      [authorityId],
    );
    if (!row) throw new Error('the authority of somebody who is signed in is not there');
    return row;
  }

  /** On the version that the person saw; false when somebody was faster. */
  async change(
    tx: Tx,
    authorityId: number,
    version: number,
    identity: Pick<ServiceIdentityRow, 'councilName' | 'serviceName' | 'brandColour'>,
    by: { readonly userId: string; readonly at: Date },
  ): Promise<boolean> {
    const changed = await tx.rows(
      `update authorities set name = $3, service_name = $4, brand_colour = $5, changed_by = $6, changed_at = $7,
         version = version + 1 where id = $1 and version = $2 returning id`,
      [authorityId, version, identity.councilName, identity.serviceName, identity.brandColour, by.userId, by.at],
    );
    return changed.length > 0;
  }
}
