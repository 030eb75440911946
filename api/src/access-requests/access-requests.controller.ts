import { Body, Controller, Get, HttpCode, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import type { Response } from 'express';

import { Audited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires, RequiresRecentSignIn } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import { toDownload } from '../documents/document-download.js';
import {
  AccessPack,
  AccessRequest,
  AccessRequestList,
  CloseAccessRequest,
  DecidePackDocuments,
  DecidePassages,
  ExtendAccessRequest,
  FindChild,
  FoundChildren,
  LogAccessRequest,
  MarkPassage,
  PauseAccessRequest,
  ProveIdentity,
  ReleaseAccessPack,
  ResumeAccessRequest,
} from './access-request.dto.js';
import { AccessPackDocumentsService } from './access-pack-documents.service.js';
import { AccessPacksService } from './access-packs.service.js';
import { AccessRequestsService } from './access-requests.service.js';

@ApiTags('access-requests')
@Controller('access-requests')
export class AccessRequestsController {
  constructor(
    private readonly requests: AccessRequestsService,
    private readonly packs: AccessPacksService,
    private readonly packDocuments: AccessPackDocumentsService,
  ) {}

  @Get()
  @Requires('access_request:read')
  @Audited('access_request.listed')
  @ApiOkResponse({ type: AccessRequestList })
  listAccessRequests(@CurrentActor() actor: Actor): Promise<AccessRequestList> {
    return this.requests.list(actor);
  }

  @Post('find-child')
  @HttpCode(200)
  @Requires('access_request:log')
  @Audited('access_request.child_found')
  @ApiOkResponse({ type: FoundChildren })
  findChild(@CurrentActor() actor: Actor, @Body() body: FindChild): Promise<FoundChildren> {
    return this.requests.findChild(actor, body.upnOrReference);
  }

  @Post()
  @Requires('access_request:log')
  @Audited('access_request.logged')
  @ApiCreatedResponse({ type: AccessRequest })
  logAccessRequest(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body() body: LogAccessRequest,
  ): Promise<AccessRequest> {
    return this.requests.log(actor, key, body);
  }

  @Get(':accessRequestId')
  @Requires('access_request:read')
  @Audited('access_request.viewed')
  @ApiOkResponse({ type: AccessRequest })
  readAccessRequest(@CurrentActor() actor: Actor, @Id('accessRequestId') requestId: string): Promise<AccessRequest> {
    return this.requests.read(actor, requestId);
  }

  @Post(':accessRequestId/prove-identity')
  @HttpCode(200)
  @Requires('access_request:log')
  @Audited('access_request.identity_proven')
  @ApiOkResponse({ type: AccessRequest })
  proveIdentity(
    @CurrentActor() actor: Actor,
    @Id('accessRequestId') requestId: string,
    @IfMatch() version: number,
    @Body() body: ProveIdentity,
  ): Promise<AccessRequest> {
    return this.requests.proveIdentity(actor, requestId, version, body);
  }

  @Post(':accessRequestId/pause')
  @HttpCode(200)
  @Requires('access_request:time')
  @Audited('access_request.paused')
  @ApiOkResponse({ type: AccessRequest })
  pauseAccessRequest(
    @CurrentActor() actor: Actor,
    @Id('accessRequestId') requestId: string,
    @IfMatch() version: number,
    @Body() body: PauseAccessRequest,
  ): Promise<AccessRequest> {
    return this.requests.pause(actor, requestId, version, body);
  }

  @Post(':accessRequestId/resume')
  @HttpCode(200)
  @Requires('access_request:time')
  @Audited('access_request.resumed')
  @ApiOkResponse({ type: AccessRequest })
  resumeAccessRequest(
    @CurrentActor() actor: Actor,
    @Id('accessRequestId') requestId: string,
    @IfMatch() version: number,
    @Body() body: ResumeAccessRequest,
  ): Promise<AccessRequest> {
    return this.requests.resume(actor, requestId, version, body.resumedOn);
  }

  @Post(':accessRequestId/extend')
  @HttpCode(200)
  @Requires('access_request:time')
  @Audited('access_request.extended')
  @ApiOkResponse({ type: AccessRequest })
  extendAccessRequest(
    @CurrentActor() actor: Actor,
    @Id('accessRequestId') requestId: string,
    @IfMatch() version: number,
    @Body() body: ExtendAccessRequest,
  ): Promise<AccessRequest> {
    return this.requests.extend(actor, requestId, version, body.reason);
  }

  @Post(':accessRequestId/close')
  @HttpCode(200)
  @Requires('access_request:close')
  @Audited('access_request.closed')
  @ApiOkResponse({ type: AccessRequest })
  closeAccessRequest(
    @CurrentActor() actor: Actor,
    @Id('accessRequestId') requestId: string,
    @IfMatch() version: number,
    @Body() body: CloseAccessRequest,
  ): Promise<AccessRequest> {
    return this.requests.close(actor, requestId, version, body);
  }

  @Post(':accessRequestId/prepare-pack')
  @HttpCode(200)
  @Requires('access_request:prepare')
  @Audited('access_request.pack_prepared')
  @ApiOkResponse({ type: AccessRequest })
  prepareAccessPack(
    @CurrentActor() actor: Actor,
    @Id('accessRequestId') requestId: string,
    @IfMatch() version: number,
  ): Promise<AccessRequest> {
    return this.packs.prepare(actor, requestId, version);
  }

  @Get(':accessRequestId/pack')
  @Requires('access_request:review')
  @Audited('access_request.pack_viewed')
  @ApiOkResponse({ type: AccessPack })
  readAccessPack(@CurrentActor() actor: Actor, @Id('accessRequestId') requestId: string): Promise<AccessPack> {
    return this.packs.read(actor, requestId);
  }

  @Post(':accessRequestId/pack/decide-passages')
  @HttpCode(200)
  @Requires('access_request:review')
  @Audited('access_request.passages_decided')
  @ApiOkResponse({ type: AccessPack })
  decidePassages(
    @CurrentActor() actor: Actor,
    @Id('accessRequestId') requestId: string,
    @IfMatch() version: number,
    @Body() body: DecidePassages,
  ): Promise<AccessPack> {
    return this.packs.decide(actor, requestId, version, body.choices);
  }

  @Post(':accessRequestId/pack/mark-passage')
  @HttpCode(200)
  @Requires('access_request:review')
  @Audited('access_request.passage_marked')
  @ApiOkResponse({ type: AccessPack })
  markPassage(
    @CurrentActor() actor: Actor,
    @Id('accessRequestId') requestId: string,
    @IfMatch() version: number,
    @Body() body: MarkPassage,
  ): Promise<AccessPack> {
    return this.packs.mark(actor, requestId, version, body);
  }

  @Post(':accessRequestId/pack/decide-documents')
  @HttpCode(200)
  @Requires('access_request:review')
  @Audited('access_request.documents_decided')
  @ApiOkResponse({ type: AccessPack })
  decidePackDocuments(
    @CurrentActor() actor: Actor,
    @Id('accessRequestId') requestId: string,
    @IfMatch() version: number,
    @Body() body: DecidePackDocuments,
  ): Promise<AccessPack> {
    return this.packs.decideDocuments(actor, requestId, version, body.choices);
  }

  @Get(':accessRequestId/pack/documents/:packDocumentId')
  @Requires('access_request:review')
  @Audited('access_request.document_opened')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async openPackDocument(
    @CurrentActor() actor: Actor,
    @Id('accessRequestId') requestId: string,
    @Id('packDocumentId') packDocumentId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return toDownload(await this.packDocuments.open(actor, requestId, packDocumentId), response);
  }

  @Post(':accessRequestId/release')
  @HttpCode(200)
  @Requires('access_request:release')
  @RequiresRecentSignIn()
  @Audited('access_request.released')
  @ApiOkResponse({ type: AccessRequest })
  releaseAccessPack(
    @CurrentActor() actor: Actor,
    @Id('accessRequestId') requestId: string,
    @IfMatch() version: number,
    @Body() body: ReleaseAccessPack,
  ): Promise<AccessRequest> {
    return this.packs.release(actor, requestId, version, body.hasReadAll);
  }

  @Get(':accessRequestId/pack/archive')
  @Requires('access_request:download')
  @RequiresRecentSignIn()
  @Audited('access_request.downloaded')
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async downloadAccessPack(
    @CurrentActor() actor: Actor,
    @Id('accessRequestId') requestId: string,
  ): Promise<StreamableFile> {
    const { name, stream, sizeBytes } = await this.packs.download(actor, requestId);
    const disposition = `attachment; filename="${name}"`;
    // When a file turns out to be changed the answer breaks off: nobody takes half an archive for a whole one.
    return new StreamableFile(stream, { type: 'application/zip', length: sizeBytes, disposition }).setErrorHandler(
      (_error, response) => response.destroy?.(),
    );
  }
}
