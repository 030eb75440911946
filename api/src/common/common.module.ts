import { type DynamicModule, Module } from '@nestjs/common';

import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { Clock } from './clock.js';
import { Draining } from './draining.js';
import { FieldEncryption } from './field-encryption.js';
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
        { provide: FieldEncryption, useFactory: () => fieldEncryption(environment) },
        Draining,
        IdempotencyRepository,
      ],
      exports: [environmentToken, Clock, FieldEncryption, Draining, IdempotencyRepository],
    };
  }
}

function fieldEncryption({ fieldKeys, isProduction }: Environment): FieldEncryption {
  if (fieldKeys !== null) return FieldEncryption.withKeys(fieldKeys);
  if (isProduction) throw new Error('PANEL_FIELD_KEY is missing. Make one with: openssl rand -base64 32');
  return FieldEncryption.forDevelopment();
}
