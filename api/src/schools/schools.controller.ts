import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IfMatch } from '../common/versions.js';
import {
  CorrectSchool,
  SchoolChoiceParameters,
  SchoolDetails,
  SchoolList,
  SchoolRegisterPage,
  SchoolRegisterParameters,
} from './school.dto.js';
import { SchoolsService } from './schools.service.js';

@ApiTags('schools')
@Controller()
export class SchoolsController {
  constructor(private readonly schools: SchoolsService) {}

  @Get('schools')
  @Requires('school:list')
  @NotAudited('the register of schools; no person')
  @ApiOkResponse({ type: SchoolList })
  listSchools(@CurrentActor() actor: Actor, @Query() parameters: SchoolChoiceParameters): Promise<SchoolList> {
    return this.schools.list(actor, parameters.search);
  }

  @Get('school-register')
  @Requires('school:register')
  @NotAudited('the register of schools; no person')
  @ApiOkResponse({ type: SchoolRegisterPage })
  listSchoolRegister(
    @CurrentActor() actor: Actor,
    @Query() parameters: SchoolRegisterParameters,
  ): Promise<SchoolRegisterPage> {
    return this.schools.listRegister(actor, parameters);
  }

  @Get('schools/:schoolId')
  @Requires('school:read')
  @NotAudited('a school and the staff who work for it here; no child')
  @ApiOkResponse({ type: SchoolDetails })
  readSchool(@CurrentActor() actor: Actor, @Id('schoolId') schoolId: string): Promise<SchoolDetails> {
    return this.schools.read(actor, schoolId);
  }

  @Post('schools/:schoolId/correct')
  @HttpCode(200)
  @Requires('school:correct')
  @Audited('school.corrected')
  @ApiOkResponse({ type: SchoolDetails })
  correctSchool(
    @CurrentActor() actor: Actor,
    @Id('schoolId') schoolId: string,
    @IfMatch() version: number,
    @Body() body: CorrectSchool,
  ): Promise<SchoolDetails> {
    return this.schools.correct(actor, schoolId, version, body);
  }

  @Post('schools/:schoolId/follow-register')
  @HttpCode(200)
  @Requires('school:correct')
  @Audited('school.register_followed')
  @ApiOkResponse({ type: SchoolDetails })
  followSchoolRegister(
    @CurrentActor() actor: Actor,
    @Id('schoolId') schoolId: string,
    @IfMatch() version: number,
  ): Promise<SchoolDetails> {
    return this.schools.followRegister(actor, schoolId, version);
  }
}
