import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import {
  ApiBody,
  ApiExtraModels,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiParam,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { REFERRAL_SECTIONS, type ReferralSection } from '@panel/case-rules';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IfMatch } from '../common/versions.js';
import { KnownChildService } from './known-child/known-child.service.js';
import { ReferralDraftsService } from './referral-drafts.service.js';
import { ConfirmCopiedAnswers, SavedSection, sectionClasses, SectionWriters } from './referral-sections.dto.js';
import { AnswersOfSection, Section, type SectionAnswers } from './section-answers.pipe.js';
import { SectionWritersService } from './writers/section-writers.service.js';

const sectionModels = REFERRAL_SECTIONS.map((section) => sectionClasses[section]);

/** The sections of a referral while it is written. */
@ApiTags('referrals')
@ApiExtraModels(...sectionModels)
@Controller('referrals/:referralId/sections')
export class ReferralSectionsController {
  constructor(
    private readonly drafts: ReferralDraftsService,
    private readonly writers: SectionWritersService,
    private readonly known: KnownChildService,
  ) {}

  /** A sign of life of a page in which somebody writes. Tells who else does, and whether there is anything newer. */
  @Post(':section/writers')
  @HttpCode(200)
  @Requires('referral:draft')
  @NotAudited('that a page is open says nothing about the child; each view and each save is audited')
  @ApiParam({ name: 'section', enum: REFERRAL_SECTIONS, enumName: 'ReferralSectionName' })
  @ApiOkResponse({ type: SectionWriters })
  announceWriter(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @Section() section: ReferralSection,
  ): Promise<SectionWriters> {
    return this.writers.announce(actor, referralId, section);
  }

  /** What was copied from the child's last referral still holds: whoever says so stands for it from here on. */
  @Post(':section/confirm')
  @HttpCode(204)
  @Requires('referral:draft')
  @Audited('referral.copy_confirmed')
  @ApiParam({ name: 'section', enum: REFERRAL_SECTIONS, enumName: 'ReferralSectionName' })
  @ApiNoContentResponse()
  confirmCopiedAnswers(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @Section() section: ReferralSection,
    @Body() body: ConfirmCopiedAnswers,
  ): Promise<void> {
    return this.known.confirm(actor, referralId, section, body.answers);
  }

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
