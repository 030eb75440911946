import { Module } from '@nestjs/common';

import { EmergencyAccessesController } from './emergency-accesses.controller.js';
import { EmergencyAccessesRepository } from './emergency-accesses.repository.js';
import { EmergencyAccessesService } from './emergency-accesses.service.js';

@Module({
  controllers: [EmergencyAccessesController],
  providers: [EmergencyAccessesRepository, EmergencyAccessesService],
})
export class EmergencyAccessesModule {}
