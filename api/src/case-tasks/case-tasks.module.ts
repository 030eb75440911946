import { Module } from '@nestjs/common';

import { NotificationsModule } from '../notifications/notifications.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { CaseTaskMails } from './case-task-mails.js';
import { CaseTasksController } from './case-tasks.controller.js';
import { CaseTasksRepository } from './case-tasks.repository.js';
import { CaseTasksService } from './case-tasks.service.js';
import { PeopleOnCaseQuery } from './people-on-case.query.js';

@Module({
  imports: [ReferralsModule, NotificationsModule],
  controllers: [CaseTasksController],
  providers: [CaseTasksRepository, PeopleOnCaseQuery, CaseTaskMails, CaseTasksService],
  exports: [CaseTasksService, CaseTasksRepository, PeopleOnCaseQuery],
})
export class CaseTasksModule {}
