import { Module } from '@nestjs/common';

import { GettingStartedController } from './getting-started.controller.js';
import { GettingStartedQuery } from './getting-started.query.js';
import { GettingStartedService } from './getting-started.service.js';

@Module({ controllers: [GettingStartedController], providers: [GettingStartedQuery, GettingStartedService] })
export class GettingStartedModule {}
