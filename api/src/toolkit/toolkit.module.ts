import { Module } from '@nestjs/common';

import { ToolkitController } from './toolkit.controller.js';
import { ToolkitRepository } from './toolkit.repository.js';
import { ToolkitService } from './toolkit.service.js';

@Module({
  controllers: [ToolkitController],
  providers: [ToolkitRepository, ToolkitService],
  exports: [ToolkitRepository],
})
export class ToolkitModule {}
