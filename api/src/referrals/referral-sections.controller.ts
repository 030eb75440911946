import { Controller, Put } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiOkResponse, ApiParam, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { REFERRAL_SECTIONS } from '@panel/case-rules';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IfMatch } from '../common/versions.js';
import { ReferralDraftsService } from './referral-drafts.service.js';
import { SavedSection, sectionClasses } from './referral-sections.dto.js';
import { AnswersOfSection, type SectionAnswers } from './section-answers.pipe.js';

const sectionModels = REFERRAL_SECTIONS.map((section) => sectionClasses[section]);

/** The sections of a referral while it is written. */
@ApiTags('referrals')
@ApiExtraModels(...sectionModels)
@Controller('referrals/:referralId/sections')
export class ReferralSectionsController {
  constructor(private readonly drafts: ReferralDraftsService) {}

  @Put(':section')
  @Requires('referral:draft')
  @Audited('referral.section_saved')
  @ApiParam({ name: 'section', enum: REFERRAL_SECTIONS, enumName: 'ReferralSectionName' })
  @ApiBody({ schema: { oneOf: sectionModels.map((model) => ({ $ref: getSchemaPath(model) })) } })
  @ApiOkResponse({ type: SavedSection })
  saveSection(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IfMatch() version: number,
    @AnswersOfSection() answers: SectionAnswers,
  ): Promise<SavedSection> {
    return this.drafts.saveSection(actor, referralId, answers, version);
  }
}
