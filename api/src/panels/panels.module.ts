import { Module } from '@nestjs/common';

import { AllocationsModule } from '../allocations/allocations.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { AgendaRepository } from './agenda.repository.js';
import { PanelAgendaQuery } from './panel-agenda.query.js';
import { PanelAgendaService } from './panel-agenda.service.js';
import { PanelDecisionsService } from './panel-decisions.service.js';
import { PanelsController } from './panels.controller.js';
import { PanelsRepository } from './panels.repository.js';
import { PanelsService } from './panels.service.js';
import { ReadyCasesQuery } from './ready-cases.query.js';

@Module({
  imports: [ReferralsModule, AllocationsModule],
  controllers: [PanelsController],
  providers: [
    PanelsRepository,
    AgendaRepository,
    PanelAgendaQuery,
    ReadyCasesQuery,
    PanelsService,
    PanelAgendaService,
    PanelDecisionsService,
  ],
  exports: [PanelsService],
})
export class PanelsModule {}
