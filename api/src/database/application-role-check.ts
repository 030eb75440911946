import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** Refuses to serve anybody as a role that row-level security does not bind. */
@Injectable()
export class ApplicationRoleCheck implements OnModuleInit {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    const [role] = await this.dataSource.query<{ isFree: boolean; isMember: boolean; ownsTables: boolean }[]>(
      `select r.rolsuper or r.rolbypassrls as "isFree", pg_has_role(r.oid, 'panel_app', 'member') as "isMember",
              exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as "ownsTables"
         from pg_roles r where r.rolname = current_user`,
    );
    if (!role || role.isFree || role.ownsTables || !role.isMember) {
      throw new Error(
        'DATABASE_URL names a database user that row-level security does not bind. Name one that owns nothing; ' +
          'api/dist/migrate.js makes it when it is run with DATABASE_OWNER_URL and DATABASE_URL.',
      );
    }
  }
}
