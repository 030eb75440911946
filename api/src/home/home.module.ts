import { Module } from '@nestjs/common';

import { CaseTasksModule } from '../case-tasks/case-tasks.module.js';
import { DemoPeopleQuery } from './demo-people.query.js';
import { HomeController } from './home.controller.js';
import { HomeQuery } from './home.query.js';
import { HomeService } from './home.service.js';

@Module({
  imports: [CaseTasksModule],
  controllers: [HomeController],
  providers: [HomeQuery, DemoPeopleQuery, HomeService],
})
export class HomeModule {}
