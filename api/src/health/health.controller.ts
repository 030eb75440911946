import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { NotAudited } from '../audit/audited.js';
import { Public } from '../auth/requires.js';
import { Health } from './health.dto.js';
import { HealthService } from './health.service.js';

/** For the machines around us: one restarts a process that is not live, another sends no requests to one that is not ready. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** Looks at nothing: whoever answers is alive. */
  @Get('live')
  @Public()
  @NotAudited('the state of the process; no person')
  @ApiOkResponse({ type: Health })
  readLiveness(): Health {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  @NotAudited('the state of the process; no person')
  @ApiOkResponse({ type: Health })
  async readReadiness(): Promise<Health> {
    await this.health.assertReady();
    return { status: 'ready' };
  }
}
