import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import {
  AgencyReport,
  ChangeAgencyReport,
  ChangeConsultation,
  Consultation,
  RecordAgencyReport,
  RecordConsultation,
  SupportHistory,
} from './support-history.dto.js';
import { SupportHistoryService } from './support-history.service.js';

@ApiTags('support-history')
@Controller()
export class SupportHistoryController {
  constructor(private readonly history: SupportHistoryService) {}

  @Get('referrals/:referralId/support-history')
  @Requires('support_history:read')
  @Audited('support_history.viewed')
  @ApiOkResponse({ type: SupportHistory })
  readSupportHistory(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<SupportHistory> {
    return this.history.read(actor, referralId);
  }

  @Post('referrals/:referralId/consultations')
  @Requires('consultation:record')
  @Audited('consultation.recorded')
  @ApiCreatedResponse({ type: Consultation })
  recordConsultation(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IdempotencyKey() key: string,
    @Body() body: RecordConsultation,
  ): Promise<Consultation> {
    return this.history.recordConsultation(actor, referralId, key, body);
  }

  @Get('consultations/:consultationId')
  @Requires('consultation:change')
  @Audited('support_history.viewed')
  @ApiOkResponse({ type: Consultation })
  readConsultation(@CurrentActor() actor: Actor, @Id('consultationId') consultationId: string): Promise<Consultation> {
    return this.history.readConsultation(actor, consultationId);
  }

  @Put('consultations/:consultationId')
  @Requires('consultation:change')
  @Audited('consultation.changed')
  @ApiOkResponse({ type: Consultation })
  changeConsultation(
    @CurrentActor() actor: Actor,
    @Id('consultationId') consultationId: string,
    @IfMatch() version: number,
    @Body() body: ChangeConsultation,
  ): Promise<Consultation> {
    return this.history.changeConsultation(actor, consultationId, version, body);
  }

  @Post('referrals/:referralId/agency-reports')
  @Requires('agency_report:record')
  @Audited('agency_report.recorded')
  @ApiCreatedResponse({ type: AgencyReport })
  recordAgencyReport(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IdempotencyKey() key: string,
    @Body() body: RecordAgencyReport,
  ): Promise<AgencyReport> {
    return this.history.recordReport(actor, referralId, key, body);
  }

  @Get('agency-reports/:agencyReportId')
  @Requires('agency_report:change')
  @Audited('support_history.viewed')
  @ApiOkResponse({ type: AgencyReport })
  readAgencyReport(@CurrentActor() actor: Actor, @Id('agencyReportId') agencyReportId: string): Promise<AgencyReport> {
    return this.history.readReport(actor, agencyReportId);
  }

  @Put('agency-reports/:agencyReportId')
  @Requires('agency_report:change')
  @Audited('agency_report.changed')
  @ApiOkResponse({ type: AgencyReport })
  changeAgencyReport(
    @CurrentActor() actor: Actor,
    @Id('agencyReportId') agencyReportId: string,
    @IfMatch() version: number,
    @Body() body: ChangeAgencyReport,
  ): Promise<AgencyReport> {
    return this.history.changeReport(actor, agencyReportId, version, body);
  }
}
