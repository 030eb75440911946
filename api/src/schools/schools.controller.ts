import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { SchoolList } from './school.dto.js';
import { SchoolsService } from './schools.service.js';

@ApiTags('schools')
@Controller('schools')
export class SchoolsController {
  constructor(private readonly schools: SchoolsService) {}

  @Get()
  @Requires('school:list')
  @NotAudited('the register of schools; no person')
  @ApiOkResponse({ type: SchoolList })
  listSchools(@CurrentActor() actor: Actor): Promise<SchoolList> {
    return this.schools.list(actor);
  }
}
