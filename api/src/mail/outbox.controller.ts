import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { NotAudited } from '../audit/audited.js';
import { Public } from '../auth/requires.js';
import { Outbox } from './outbox.dto.js';
import { OutboxService } from './outbox.service.js';

@ApiTags('outbox')
@Controller('demo/outbox')
export class OutboxController {
  constructor(private readonly outbox: OutboxService) {}

  @Get()
  @Public()
  @NotAudited('mail to invented people of the demo')
  @ApiOkResponse({ type: Outbox })
  readOutbox(): Promise<Outbox> {
    return this.outbox.list();
  }
}
