import { Global, Module } from '@nestjs/common';

import { AuthorityIdsQuery } from './authority-ids.query.js';
import { JobQueue } from './job-queue.js';
import { JobRegistry } from './job-registry.js';
import { RecurringTasksService } from './recurring-tasks.service.js';

@Global()
@Module({
  providers: [JobQueue, JobRegistry, AuthorityIdsQuery, RecurringTasksService],
  exports: [JobQueue, JobRegistry, AuthorityIdsQuery, RecurringTasksService],
})
export class JobsModule {}
