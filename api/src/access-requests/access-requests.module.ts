import { Module } from '@nestjs/common';

import { DocumentsModule } from '../documents/documents.module.js';
import { AccessPackProcessor } from './access-pack.processor.js';
import { AccessPackDocumentsService } from './access-pack-documents.service.js';
import { AccessPacksRepository } from './access-packs.repository.js';
import { AccessPacksService } from './access-packs.service.js';
import { AccessRequestsController } from './access-requests.controller.js';
import { AccessRequestsRepository } from './access-requests.repository.js';
import { AccessRequestsService } from './access-requests.service.js';
import { PackQuery } from './pack.query.js';

/** What a person asks to see, and the pack that answers it. */
@Module({
  imports: [DocumentsModule],
  controllers: [AccessRequestsController],
  providers: [
    AccessRequestsRepository,
    AccessPacksRepository,
    PackQuery,
    AccessRequestsService,
    AccessPacksService,
    AccessPackDocumentsService,
    AccessPackProcessor,
  ],
})
export class AccessRequestsModule {}
