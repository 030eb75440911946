import { Module } from '@nestjs/common';

import { RetentionModule } from '../retention/retention.module.js';
import { ContactDetailsController } from './contact-details.controller.js';
import { ContactDetailsRepository } from './contact-details.repository.js';
import { ContactDetailsService } from './contact-details.service.js';

@Module({
  imports: [RetentionModule],
  controllers: [ContactDetailsController],
  providers: [ContactDetailsRepository, ContactDetailsService],
})
export class ContactDetailsModule {}
