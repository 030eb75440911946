import { Module } from '@nestjs/common';

import { DemoPeopleQuery } from './demo-people.query.js';
import { HomeController } from './home.controller.js';
import { HomeQuery } from './home.query.js';
import { HomeService } from './home.service.js';

@Module({ controllers: [HomeController], providers: [HomeQuery, DemoPeopleQuery, HomeService] })
export class HomeModule {}
