import { Body, Controller, Get, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Audited, NotAudited } from '../../audit/audited.js';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, Requires } from '../../auth/requires.js';
import { Id } from '../../common/id.pipe.js';
import { IdempotencyKey } from '../../common/versions.js';
import { ReferralCopiesService } from './referral-copies.service.js';
import { ReferralCopy, ReferralCopyParameters, RequestReferralCopy } from './referral-copy.dto.js';

const binary = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('referral-copies')
@Controller()
export class ReferralCopiesController {
  constructor(private readonly copies: ReferralCopiesService) {}

  @Get('referrals/:referralId/copy')
  @Requires('referral:copy')
  @Audited('referral.copy_downloaded')
  @ApiOkResponse({ content: { 'text/html': binary } })
  async downloadReferralCopy(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @Query() { number }: ReferralCopyParameters,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { fileName, html } = await this.copies.download(actor, referralId, number);
    return file(Buffer.from(html), fileName, 'text/html; charset=utf-8', response);
  }

  @Post('referrals/:referralId/copies')
  @Requires('referral:copy')
  @Audited('referral.copy_requested')
  @ApiCreatedResponse({ type: ReferralCopy })
  requestReferralCopy(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IdempotencyKey() key: string,
    @Body() { number }: RequestReferralCopy,
  ): Promise<ReferralCopy> {
    return this.copies.request(actor, referralId, key, number?.toString());
  }

  @Get('referral-copies/:referralCopyId')
  @Requires('referral:copy')
  @NotAudited('a page waits with it: whether a PDF that was asked for is ready, and nothing else')
  @ApiOkResponse({ type: ReferralCopy })
  readReferralCopy(@CurrentActor() actor: Actor, @Id('referralCopyId') copyId: string): Promise<ReferralCopy> {
    return this.copies.read(actor, copyId);
  }

  @Get('referral-copies/:referralCopyId/content')
  @Requires('referral:copy')
  @Audited('referral.copy_downloaded')
  @ApiOkResponse({ content: { 'application/pdf': binary } })
  async readReferralCopyContent(
    @CurrentActor() actor: Actor,
    @Id('referralCopyId') copyId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { fileName, pdf } = await this.copies.openPdf(actor, copyId);
    return file(pdf, fileName, 'application/pdf', response);
  }
}

/** On its way to be saved; should a browser show it all the same, it runs no script and has no origin of ours. */
function file(bytes: Buffer, fileName: string, type: string, response: Response): StreamableFile {
  response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'");
  return new StreamableFile(bytes, { type, length: bytes.length, disposition: `attachment; filename="${fileName}"` });
}
