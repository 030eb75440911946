import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A migration written by hand in SQL. There is no way back: a mistake is mended by the next migration, because the
 * data that a "down" would drop is children's casework.
 * `name` ends in a 13-digit timestamp, by which TypeORM orders migrations.
 */
export function forwardOnly(name: string, sql: string): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = name;

    async up(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query("set local lock_timeout = '5s'");
      await queryRunner.query(sql);
    }

    down(): Promise<void> {
      return Promise.reject(new Error(`${name} cannot be undone: write a new migration.`));
    }
  };
}
