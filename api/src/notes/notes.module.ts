import { Module } from '@nestjs/common';

import { AllocationsModule } from '../allocations/allocations.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { NotesController } from './notes.controller.js';
import { NotesRepository } from './notes.repository.js';
import { NotesService } from './notes.service.js';

@Module({
  imports: [ReferralsModule, AllocationsModule],
  controllers: [NotesController],
  providers: [NotesRepository, NotesService],
  exports: [NotesService],
})
export class NotesModule {}
