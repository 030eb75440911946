import { Module } from '@nestjs/common';

import { SchoolsModule } from '../schools/schools.module.js';
import { ChildMergesController } from './child-merges.controller.js';
import { ChildMergesRepository } from './child-merges.repository.js';
import { ChildMergesService } from './child-merges.service.js';
import { ChildRecordQuery } from './child-record.query.js';
import { ChildRecordsController } from './child-records.controller.js';
import { ChildRecordsRepository } from './child-records.repository.js';
import { ChildRecordsService } from './child-records.service.js';
import { DuplicatesQuery } from './duplicates.query.js';
import { DuplicatesService } from './duplicates.service.js';
import { ToldApartController } from './told-apart.controller.js';
import { ToldApartRepository } from './told-apart.repository.js';
import { ToldApartService } from './told-apart.service.js';

@Module({
  imports: [SchoolsModule],
  controllers: [ChildRecordsController, ChildMergesController, ToldApartController],
  providers: [
    ChildRecordQuery,
    ChildRecordsRepository,
    ChildMergesRepository,
    DuplicatesQuery,
    ChildRecordsService,
    ChildMergesService,
    DuplicatesService,
    ToldApartRepository,
    ToldApartService,
  ],
})
export class ChildRecordsModule {}
