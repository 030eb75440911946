import { Module } from '@nestjs/common';

import { AppliedMigrationsQuery } from './applied-migrations.query.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';

@Module({ controllers: [HealthController], providers: [AppliedMigrationsQuery, HealthService] })
export class HealthModule {}
