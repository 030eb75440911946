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

@Module({
  imports: [SchoolsModule],
  controllers: [ChildRecordsController, ChildMergesController],
  providers: [
    ChildRecordQuery,
    ChildRecordsRepository,
    ChildMergesRepository,
    DuplicatesQuery,
    ChildRecordsService,
    ChildMergesService,
    DuplicatesService,
  ],
})
export class ChildRecordsModule {}
