import { Injectable } from '@nestjs/common';

import type { Actor, Grant } from '../auth/actor.js';
import { noRequest } from '../auth/origin.js';
import type { Tx } from '../database/transactions.js';

export interface DemoPersonRow {
  readonly key: string;
  readonly name: string;
  readonly organisationName: string | null;
  readonly actor: Actor;
}

@Injectable()
export class DemoPeopleQuery {
  async findPeople(tx: Tx, authorityId: number): Promise<DemoPersonRow[]> {
    const rows = await tx.rows<{
      key: string;
      userId: string;
      name: string;
      organisationName: string | null;
      grants: Grant[];
    }>(
      `select u.demo_key as key, u.id as "userId", u.name,
              min(coalesce(s.name, p.name)) as "organisationName",
              json_agg(json_build_object('role', g.role, 'schoolId', g.school_id, 'providerId', g.provider_id) order by g.role) as grants
         from users u
         join role_grants g on g.user_id = u.id and g.authority_id = $1
         left join schools s on s.authority_id = g.authority_id and s.id = g.school_id
         left join providers p on p.authority_id = g.authority_id and p.id = g.provider_id
        where u.demo_key is not null and u.is_active
        group by u.id
        order by u.created_at, u.demo_key`,
      [authorityId],
    );
    return rows.map(({ key, name, organisationName, userId, grants }) => ({
      key,
      name,
      organisationName,
      actor: { authorityId, userId, name, grants, allGrants: grants, origin: noRequest },
    }));
  }

  findAuthorities(tx: Tx): Promise<{ name: string; serviceName: string; brandColour: string | null }[]> {
    return tx.rows(
      'select name, service_name as "serviceName", brand_colour as "brandColour" from authorities order by id limit 2',
    );
  }
}
