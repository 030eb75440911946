import { Readable } from 'node:stream';

import { Body, Controller, Get, HttpCode, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import {
  ConfirmSchoolImport,
  SchoolImport,
  SchoolImportList,
  SchoolImportRowPage,
  SchoolImportRowParameters,
  UploadSchoolExtract,
} from './school-import.dto.js';
import { SchoolImportsService } from './school-imports.service.js';

@ApiTags('school-imports')
@Controller('school-imports')
export class SchoolImportsController {
  constructor(private readonly imports: SchoolImportsService) {}

  @Get()
  @Requires('school_import:list')
  @NotAudited('imports of a public register; no child')
  @ApiOkResponse({ type: SchoolImportList })
  listSchoolImports(@CurrentActor() actor: Actor): Promise<SchoolImportList> {
    return this.imports.list(actor);
  }

  @Post()
  @Requires('school_import:start')
  @Audited('school_import.started')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadSchoolExtract })
  @ApiCreatedResponse({ type: SchoolImport })
  startSchoolImport(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SchoolImport> {
    return this.imports.start(actor, key, request, response);
  }

  @Get(':schoolImportId')
  @Requires('school_import:read')
  @NotAudited('numbers about a public register; no child')
  @ApiOkResponse({ type: SchoolImport })
  readSchoolImport(@CurrentActor() actor: Actor, @Id('schoolImportId') importId: string): Promise<SchoolImport> {
    return this.imports.read(actor, importId);
  }

  @Get(':schoolImportId/rows')
  @Requires('school_import:read')
  @NotAudited('rows of a public register; no child')
  @ApiOkResponse({ type: SchoolImportRowPage })
  listSchoolImportRows(
    @CurrentActor() actor: Actor,
    @Id('schoolImportId') importId: string,
    @Query() parameters: SchoolImportRowParameters,
  ): Promise<SchoolImportRowPage> {
    return this.imports.listRows(actor, importId, parameters);
  }

  @Get(':schoolImportId/errors-copy')
  @Requires('school_import:read')
  @NotAudited('the file that the administrator uploaded, of a public register; no child')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string', format: 'binary' } } } })
  async copySchoolImportErrors(
    @CurrentActor() actor: Actor,
    @Id('schoolImportId') importId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { name, lines } = await this.imports.copyWithErrors(actor, importId);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    const plain = name.replace(/[^A-Za-z0-9 ._-]/g, '_');
    return new StreamableFile(Readable.from(lines, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }

  @Post(':schoolImportId/cancel')
  @HttpCode(200)
  @Requires('school_import:cancel')
  @Audited('school_import.cancelled')
  @ApiOkResponse({ type: SchoolImport })
  cancelSchoolImport(@CurrentActor() actor: Actor, @Id('schoolImportId') importId: string): Promise<SchoolImport> {
    return this.imports.cancel(actor, importId);
  }

  @Post(':schoolImportId/confirm')
  @HttpCode(200)
  @Requires('school_import:confirm')
  @Audited('school_import.confirmed')
  @ApiOkResponse({ type: SchoolImport })
  confirmSchoolImport(
    @CurrentActor() actor: Actor,
    @Id('schoolImportId') importId: string,
    @IfMatch() version: number,
    @Body() body: ConfirmSchoolImport,
  ): Promise<SchoolImport> {
    return this.imports.confirm(actor, importId, version, body);
  }

  @Post(':schoolImportId/undo')
  @HttpCode(200)
  @Requires('school_import:undo')
  @Audited('school_import.undone')
  @ApiOkResponse({ type: SchoolImport })
  undoSchoolImport(
    @CurrentActor() actor: Actor,
    @Id('schoolImportId') importId: string,
    @IfMatch() version: number,
  ): Promise<SchoolImport> {
    return this.imports.undo(actor, importId, version);
  }
}
