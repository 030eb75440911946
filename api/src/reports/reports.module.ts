import { Module } from '@nestjs/common';

import { AnalysesModule } from '../analyses/analyses.module.js';
import { ReportFiguresQuery } from './report-figures.query.js';
import { ReportsController } from './reports.controller.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [AnalysesModule],
  controllers: [ReportsController],
  providers: [ReportsRepository, ReportFiguresQuery, ReportsService],
  exports: [ReportsService],
})
export class ReportsModule {}
