import { Module } from '@nestjs/common';

import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CaseTasksModule } from '../case-tasks/case-tasks.module.js';
import { NotesModule } from '../notes/notes.module.js';
import { OutcomesModule } from '../outcomes/outcomes.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { SchoolsModule } from '../schools/schools.module.js';
import { SupportHistoryModule } from '../support-history/support-history.module.js';
import { CasePrintService } from './case-print.service.js';
import { CaseEventsQuery } from './case-events.query.js';
import { CaseFilesController } from './case-files.controller.js';
import { CaseFilesService } from './case-files.service.js';
import { PanelOfCaseQuery } from './panel-of-case.query.js';

/** A case read as a whole: its timeline, its people and a copy of it. */
@Module({
  imports: [
    SchoolsModule,
    ReferralsModule,
    AssessmentsModule,
    OutcomesModule,
    NotesModule,
    CaseTasksModule,
    SupportHistoryModule,
  ],
  controllers: [CaseFilesController],
  providers: [CaseEventsQuery, PanelOfCaseQuery, CaseFilesService, CasePrintService],
})
export class CaseFilesModule {}
