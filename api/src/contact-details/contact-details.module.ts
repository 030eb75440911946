import { Module } from '@nestjs/common';

import { RetentionModule } from '../retention/retention.module.js';
import { ContactDetailsController } from './contact-details.controller.js';
import { ContactDetailsRepository } from './contact-details.repository.js';
import { ContactDetailsService } from './contact-details.service.js';
import { ServiceIdentityController } from './service-identity.controller.js';
import { ServiceIdentityRepository } from './service-identity.repository.js';
import { ServiceIdentityService } from './service-identity.service.js';

@Module({
  imports: [RetentionModule],
  controllers: [ContactDetailsController, ServiceIdentityController],
  providers: [ContactDetailsRepository, ContactDetailsService, ServiceIdentityRepository, ServiceIdentityService],
})
export class ContactDetailsModule {}
