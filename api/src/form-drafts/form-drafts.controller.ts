import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';

import { Audited, AuditedWhen } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IfMatch } from '../common/versions.js';
import { FormOfReferral } from './case-form.pipe.js';
import { REFERRAL_FORMS, type ReferralForm } from './case-forms.js';
import { FormDraft, SavedFormDraft, SaveFormDraft } from './form-draft.dto.js';
import { FormDraftsService } from './form-drafts.service.js';

/** What somebody has typed into a form of a case. `subjectId` is the case itself where the form is about no single thing of it. */
@ApiTags('form-drafts')
@Controller('referrals/:referralId/form-drafts/:form/:subjectId')
export class FormDraftsController {
  constructor(private readonly drafts: FormDraftsService) {}

  @Get()
  @Requires('form_draft:keep')
  @AuditedWhen('something is kept', 'form_draft.viewed')
  @ApiParam({ name: 'form', enum: REFERRAL_FORMS, enumName: 'ReferralForm' })
  @ApiOkResponse({ type: FormDraft })
  readFormDraft(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @FormOfReferral() form: ReferralForm,
    @Id('subjectId') subjectId: string,
  ): Promise<FormDraft> {
    return this.drafts.read(actor, { form, referralId, subjectId });
  }

  @Put()
  @Requires('form_draft:keep')
  @Audited('form_draft.saved')
  @ApiParam({ name: 'form', enum: REFERRAL_FORMS, enumName: 'ReferralForm' })
  @ApiOkResponse({ type: SavedFormDraft })
  saveFormDraft(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @FormOfReferral() form: ReferralForm,
    @Id('subjectId') subjectId: string,
    @IfMatch() version: number,
    @Body() body: SaveFormDraft,
  ): Promise<SavedFormDraft> {
    return this.drafts.save(actor, { form, referralId, subjectId }, version, body.answers);
  }

  @Delete()
  @HttpCode(204)
  @Requires('form_draft:keep')
  @AuditedWhen('something was kept', 'form_draft.discarded')
  @ApiParam({ name: 'form', enum: REFERRAL_FORMS, enumName: 'ReferralForm' })
  @ApiNoContentResponse()
  discardFormDraft(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @FormOfReferral() form: ReferralForm,
    @Id('subjectId') subjectId: string,
  ): Promise<void> {
    return this.drafts.discard(actor, { form, referralId, subjectId });
  }
}
