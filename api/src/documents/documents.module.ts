import path from 'node:path';

import { Module } from '@nestjs/common';

import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { ClamdScanner } from './clamd-scanner.js';
import { DemoScanner } from './demo-scanner.js';
import { DocumentFilesService } from './document-files.service.js';
import { DocumentJobs } from './document-jobs.js';
import { DocumentListQuery } from './document-list.query.js';
import { DocumentScansService } from './document-scans.service.js';
import { DocumentStore } from './document-store.js';
import { DocumentUpload } from './document-upload.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsRepository } from './documents.repository.js';
import { DocumentsService } from './documents.service.js';
import { LocalDocumentStore } from './local-document-store.js';
import { NoScanner, VirusScanner } from './virus-scanner.js';

@Module({
  imports: [ReferralsModule],
  controllers: [DocumentsController],
  providers: [
    DocumentsRepository,
    DocumentListQuery,
    DocumentsService,
    DocumentScansService,
    DocumentFilesService,
    DocumentJobs,
    DocumentUpload,
    {
      provide: DocumentStore,
      inject: [environmentToken],
      useFactory: storeOf,
    },
    { provide: VirusScanner, inject: [environmentToken], useFactory: scannerOf },
  ],
  exports: [DocumentsService, DocumentScansService, DocumentFilesService, DocumentsRepository],
})
export class DocumentsModule {}

async function storeOf({ documentBucket, documentsFolder }: Environment): Promise<DocumentStore> {
  if (documentBucket === null) return new LocalDocumentStore(path.resolve(documentsFolder));
  // The client is large: who needs none does not load it.
  const { S3DocumentStore } = await import('./s3-document-store.js');
  return new S3DocumentStore(documentBucket);
}

function scannerOf({ virusScanner, isDemo }: Environment): VirusScanner {
  if (virusScanner !== null) return new ClamdScanner(virusScanner);
  return isDemo ? new DemoScanner() : new NoScanner();
}
