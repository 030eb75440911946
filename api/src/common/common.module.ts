import { type DynamicModule, Module } from '@nestjs/common';

import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { Clock } from './clock.js';
import { IdempotencyRepository } from './idempotency.repository.js';

/** What every feature may ask for: the settings, the time, and repeatable requests. */
@Module({})
export class CommonModule {
  static with(environment: Environment, clock: Clock): DynamicModule {
    return {
      module: CommonModule,
      global: true,
      providers: [
        { provide: environmentToken, useValue: environment },
        { provide: Clock, useValue: clock },
        IdempotencyRepository,
      ],
      exports: [environmentToken, Clock, IdempotencyRepository],
    };
  }
}
