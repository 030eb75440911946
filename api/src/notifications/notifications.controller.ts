import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { NotificationPreferences, Notifications, SetNotificationPreferences } from './notification.dto.js';
import { OwnNotificationsService } from './own-notifications.service.js';

@ApiTags('notifications')
@Controller('account')
export class NotificationsController {
  constructor(private readonly own: OwnNotificationsService) {}

  @Get('notifications')
  @Requires('account:manage')
  @NotAudited('what the person was told: references and stages, no case is opened')
  @ApiOkResponse({ type: Notifications })
  listNotifications(@CurrentActor() actor: Actor): Promise<Notifications> {
    return this.own.list(actor);
  }

  @Get('notification-preferences')
  @Requires('account:manage')
  @NotAudited('the person’s own account')
  @ApiOkResponse({ type: NotificationPreferences })
  readNotificationPreferences(@CurrentActor() actor: Actor): Promise<NotificationPreferences> {
    return this.own.preferences(actor);
  }

  @Put('notification-preferences')
  @Requires('account:manage')
  @Audited('notification_preferences.changed')
  @ApiOkResponse({ type: NotificationPreferences })
  setNotificationPreferences(
    @CurrentActor() actor: Actor,
    @Body() body: SetNotificationPreferences,
  ): Promise<NotificationPreferences> {
    return this.own.setPreferences(actor, body);
  }
}
