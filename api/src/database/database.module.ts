import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { MixedList } from 'typeorm';

import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { ApplicationRoleCheck } from './application-role-check.js';
import { dataSourceOptions } from './data-source-options.js';
import { Transactions } from './transactions.js';

@Module({})
export class DatabaseModule {
  static with(entities: MixedList<new () => object>): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [environmentToken],
          useFactory: (environment: Environment) => ({
            ...dataSourceOptions(environment.databaseUrl ?? '', environment.databasePoolSize, entities),
            retryAttempts: 3,
            retryDelay: 1_000,
          }),
        }),
      ],
      providers: [Transactions, ApplicationRoleCheck],
      exports: [Transactions],
    };
  }
}
