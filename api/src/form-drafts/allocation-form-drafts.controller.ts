import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';

import { Audited, AuditedWhen } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IfMatch } from '../common/versions.js';
import { FormOfAllocation } from './case-form.pipe.js';
import { ALLOCATION_FORMS, type AllocationForm } from './case-forms.js';
import { FormDraft, SavedFormDraft, SaveFormDraft } from './form-draft.dto.js';
import { FormDraftsService } from './form-drafts.service.js';

/** What somebody of a provider has typed into a form about support that they give. */
@ApiTags('form-drafts')
@Controller('allocations/:allocationId/form-drafts/:form')
export class AllocationFormDraftsController {
  constructor(private readonly drafts: FormDraftsService) {}

  @Get()
  @Requires('form_draft:keep_of_allocation')
  @AuditedWhen('something is kept', 'form_draft.viewed')
  @ApiParam({ name: 'form', enum: ALLOCATION_FORMS, enumName: 'AllocationForm' })
  @ApiOkResponse({ type: FormDraft })
  readFormDraftOfAllocation(
    @CurrentActor() actor: Actor,
    @Id('allocationId') allocationId: string,
    @FormOfAllocation() form: AllocationForm,
  ): Promise<FormDraft> {
    return this.drafts.read(actor, { form, allocationId });
  }

  @Put()
  @Requires('form_draft:keep_of_allocation')
  @Audited('form_draft.saved')
  @ApiParam({ name: 'form', enum: ALLOCATION_FORMS, enumName: 'AllocationForm' })
  @ApiOkResponse({ type: SavedFormDraft })
  saveFormDraftOfAllocation(
    @CurrentActor() actor: Actor,
    @Id('allocationId') allocationId: string,
    @FormOfAllocation() form: AllocationForm,
    @IfMatch() version: number,
    @Body() body: SaveFormDraft,
  ): Promise<SavedFormDraft> {
    return this.drafts.save(actor, { form, allocationId }, version, body.answers);
  }

  @Delete()
  @HttpCode(204)
  @Requires('form_draft:keep_of_allocation')
  @AuditedWhen('something was kept', 'form_draft.discarded')
  @ApiParam({ name: 'form', enum: ALLOCATION_FORMS, enumName: 'AllocationForm' })
  @ApiNoContentResponse()
  discardFormDraftOfAllocation(
    @CurrentActor() actor: Actor,
    @Id('allocationId') allocationId: string,
    @FormOfAllocation() form: AllocationForm,
  ): Promise<void> {
    return this.drafts.discard(actor, { form, allocationId });
  }
}
