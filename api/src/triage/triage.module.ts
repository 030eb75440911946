import { Module } from '@nestjs/common';

import { NotificationsModule } from '../notifications/notifications.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { ToolkitModule } from '../toolkit/toolkit.module.js';
import { CaseDeadlinesController } from './case-deadlines.controller.js';
import { CaseDeadlinesService } from './case-deadlines.service.js';
import { DeclineService } from './decline.service.js';
import { DeclineSignpostsRepository } from './decline-signposts.repository.js';
import { DueDatesRepository } from './due-dates.repository.js';
import { DuplicatesQuery } from './duplicates.query.js';
import { QueueController } from './queue.controller.js';
import { QueueQuery } from './queue.query.js';
import { QueueService } from './queue.service.js';
import { QueueActionsService } from './queue-actions.service.js';
import { ReturnChangesService } from './return-changes.service.js';
import { ReturnItemsRepository } from './return-items.repository.js';
import { ReturnItemsService } from './return-items.service.js';
import { SavedViewsController } from './saved-views.controller.js';
import { SavedViewsRepository } from './saved-views.repository.js';
import { SavedViewsService } from './saved-views.service.js';
import { TriageController } from './triage.controller.js';
import { TriageService } from './triage.service.js';
import { TriagePeopleQuery } from './triage-people.query.js';

/** The coordinator's queue, and what happens with a referral before it is assessed. */
@Module({
  imports: [NotificationsModule, ReferralsModule, ToolkitModule],
  controllers: [SavedViewsController, QueueController, CaseDeadlinesController, TriageController],
  providers: [
    QueueQuery,
    QueueService,
    QueueActionsService,
    DuplicatesQuery,
    TriagePeopleQuery,
    TriageService,
    ReturnItemsRepository,
    ReturnChangesService,
    ReturnItemsService,
    DeclineSignpostsRepository,
    DeclineService,
    SavedViewsRepository,
    SavedViewsService,
    DueDatesRepository,
    CaseDeadlinesService,
  ],
})
export class TriageModule {}
