import { Module } from '@nestjs/common';

import { DailySummaryTask } from './daily-summary.task.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsRepository } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';
import { OwnNotificationsService } from './own-notifications.service.js';

@Module({
  controllers: [NotificationsController],
  providers: [NotificationsRepository, NotificationsService, OwnNotificationsService, DailySummaryTask],
  exports: [NotificationsService],
})
export class NotificationsModule {}
