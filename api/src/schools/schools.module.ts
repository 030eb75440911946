import { Module } from '@nestjs/common';

import { SchoolCorrectionsRepository } from './school-corrections.repository.js';
import { SchoolRegisterQuery } from './school-register.query.js';
import { SchoolsController } from './schools.controller.js';
import { SchoolsRepository } from './schools.repository.js';
import { SchoolsService } from './schools.service.js';
import { TrustsController } from './trusts.controller.js';
import { TrustsQuery } from './trusts.query.js';
import { TrustsService } from './trusts.service.js';

@Module({
  controllers: [SchoolsController, TrustsController],
  providers: [
    SchoolsRepository,
    SchoolRegisterQuery,
    SchoolCorrectionsRepository,
    SchoolsService,
    TrustsQuery,
    TrustsService,
  ],
  exports: [SchoolsRepository],
})
export class SchoolsModule {}
