import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Public, Requires } from '../auth/requires.js';
import { IfMatch } from '../common/versions.js';
import { ChangeContactDetails, ContactDetails, Notice, PublicNoticeQuery } from './contact-details.dto.js';
import { ContactDetailsService } from './contact-details.service.js';

@ApiTags('contact-details')
@Controller()
export class ContactDetailsController {
  constructor(private readonly details: ContactDetailsService) {}

  @Get('contact-details')
  @Requires('contact_details:read')
  @NotAudited('what is shown to everybody')
  @ApiOkResponse({ type: ContactDetails })
  readContactDetails(@CurrentActor() actor: Actor): Promise<ContactDetails> {
    return this.details.read(actor);
  }

  @Put('contact-details')
  @Requires('contact_details:change')
  @Audited('contact_details.changed')
  @ApiOkResponse({ type: ContactDetails })
  changeContactDetails(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() body: ChangeContactDetails,
  ): Promise<ContactDetails> {
    return this.details.change(actor, version, body);
  }

  @Get('notice')
  @Requires('home:read')
  @NotAudited('what is shown to everybody')
  @ApiOkResponse({ type: Notice })
  readNotice(@CurrentActor() actor: Actor): Promise<Notice> {
    return this.details.notice(actor);
  }

  @Get('public-notice')
  @Public()
  @NotAudited('what is shown to everybody')
  @ApiOkResponse({ type: Notice })
  readPublicNotice(@Query() query: PublicNoticeQuery): Promise<Notice> {
    return this.details.publicNotice(query.council);
  }
}
