import { Module } from '@nestjs/common';

import { AccountRecords } from './account-records.service.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { PasswordResetsService } from './password-resets.service.js';

@Module({
  controllers: [AccountsController],
  providers: [AccountsRepository, AccountRecords, AccountsService, PasswordResetsService],
})
export class AccountsModule {}
