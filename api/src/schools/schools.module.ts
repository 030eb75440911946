import { Module } from '@nestjs/common';

import { SchoolCorrectionsRepository } from './school-corrections.repository.js';
import { SchoolRegisterQuery } from './school-register.query.js';
import { SchoolsController } from './schools.controller.js';
import { SchoolsRepository } from './schools.repository.js';
import { SchoolsService } from './schools.service.js';
import { SuccessorsQuery } from './successors.query.js';
import { TrustsController } from './trusts.controller.js';
import { TrustsQuery } from './trusts.query.js';
import { TrustsService } from './trusts.service.js';

@Module({
  controllers: [SchoolsController, TrustsController],
  providers: [
    SchoolsRepository,
    SchoolRegisterQuery,
    SchoolCorrectionsRepository,
    SuccessorsQuery,
    SchoolsService,
    TrustsQuery,
    TrustsService,
  ],
  exports: [SchoolsRepository, SuccessorsQuery],
})
export class SchoolsModule {}
