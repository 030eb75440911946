import { Module } from '@nestjs/common';

import { RegisterChangesRepository } from './register-changes.repository.js';
import { SchoolFileUpload } from './school-file-upload.js';
import { SchoolImportProcessor } from './school-import.processor.js';
import { SchoolImportsController } from './school-imports.controller.js';
import { SchoolImportsRepository } from './school-imports.repository.js';
import { SchoolImportsService } from './school-imports.service.js';

@Module({
  controllers: [SchoolImportsController],
  providers: [
    SchoolImportsRepository,
    RegisterChangesRepository,
    SchoolFileUpload,
    SchoolImportsService,
    SchoolImportProcessor,
  ],
  exports: [SchoolImportProcessor],
})
export class SchoolImportsModule {}
