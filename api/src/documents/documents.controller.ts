import { Body, Controller, Get, HttpCode, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires, RequiresRecentSignIn } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import { Document, DocumentList, DocumentScan, RemoveDocument, UploadDocument } from './document.dto.js';
import { toDownload } from './document-download.js';
import { DocumentsService } from './documents.service.js';

@ApiTags('documents')
@Controller()
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Get('referrals/:referralId/documents')
  @Requires('document:list')
  @Audited('document.listed')
  @ApiOkResponse({ type: DocumentList })
  listDocuments(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<DocumentList> {
    return this.documents.list(actor, referralId);
  }

  @Post('referrals/:referralId/documents')
  @Requires('document:upload')
  @Audited('document.uploaded')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadDocument })
  @ApiCreatedResponse({ type: Document })
  addDocument(
    @CurrentActor() actor: Actor,
    @Id('referralId') referralId: string,
    @IdempotencyKey() key: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Document> {
    return this.documents.add(actor, referralId, key, { request, response });
  }

  @Post('documents/:documentId/versions')
  @Requires('document:upload')
  @Audited('document.replaced')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadDocument })
  @ApiCreatedResponse({ type: Document })
  replaceDocument(
    @CurrentActor() actor: Actor,
    @Id('documentId') documentId: string,
    @IfMatch() version: number,
    @IdempotencyKey() key: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Document> {
    return this.documents.replace(actor, documentId, version, key, { request, response });
  }

  @Post('documents/:documentId/remove')
  @HttpCode(200)
  @Requires('document:remove')
  @RequiresRecentSignIn()
  @Audited('document.removed')
  @ApiOkResponse({ type: Document })
  removeDocument(
    @CurrentActor() actor: Actor,
    @Id('documentId') documentId: string,
    @IfMatch() version: number,
    @Body() body: RemoveDocument,
  ): Promise<Document> {
    return this.documents.remove(actor, documentId, version, body.reason);
  }

  @Get('document-versions/:documentVersionId/scan')
  @Requires('document:list')
  @NotAudited('a page waits with it: where the scan of a file that it shows stands, and nothing else')
  @ApiOkResponse({ type: DocumentScan })
  readDocumentScan(
    @CurrentActor() actor: Actor,
    @Id('documentVersionId') documentVersionId: string,
  ): Promise<DocumentScan> {
    return this.documents.readScan(actor, documentVersionId);
  }

  @Get('document-versions/:documentVersionId/content')
  @Requires('document:download')
  @Audited('document.downloaded')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async readDocumentContent(
    @CurrentActor() actor: Actor,
    @Id('documentVersionId') documentVersionId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return toDownload(await this.documents.open(actor, documentVersionId), response);
  }
}
