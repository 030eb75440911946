import { Module } from '@nestjs/common';

import { ChildrenModule } from '../children/children.module.js';
import { SchoolsModule } from '../schools/schools.module.js';
import { AmendmentEnd } from './amendments/amendment-end.js';
import { AmendmentMailsService } from './amendments/amendment-mails.service.js';
import { ReferralAmendmentsController } from './amendments/referral-amendments.controller.js';
import { ReferralAmendmentsRepository } from './amendments/referral-amendments.repository.js';
import { ReferralAmendmentsService } from './amendments/referral-amendments.service.js';
import { CaseDeadlinesRepository } from './case-deadlines.repository.js';
import { ReferralDraftsService } from './referral-drafts.service.js';
import { ReferralListQuery } from './referral-list.query.js';
import { ReferralListService } from './referral-list.service.js';
import { ReferralPeopleQuery } from './referral-people.query.js';
import { ReferralPresenter } from './referral-presenter.js';
import { ReferralSubmissionService } from './referral-submission.service.js';
import { ReferralSectionsController } from './referral-sections.controller.js';
import { ReferralsController } from './referrals.controller.js';
import { ReferralsRepository } from './referrals.repository.js';
import { ReferralsService } from './referrals.service.js';
import { ReferralReopeningController } from './reopening/referral-reopening.controller.js';
import { ReferralReopeningService } from './reopening/referral-reopening.service.js';
import { ReferralVersionsController } from './versions/referral-versions.controller.js';
import { ReferralVersionsRepository } from './versions/referral-versions.repository.js';
import { ReferralVersionsService } from './versions/referral-versions.service.js';

@Module({
  imports: [SchoolsModule, ChildrenModule],
  controllers: [
    ReferralsController,
    ReferralSectionsController,
    ReferralVersionsController,
    ReferralAmendmentsController,
    ReferralReopeningController,
  ],
  providers: [
    CaseDeadlinesRepository,
    ReferralsRepository,
    ReferralListQuery,
    ReferralPeopleQuery,
    ReferralsService,
    ReferralDraftsService,
    ReferralListService,
    ReferralPresenter,
    ReferralSubmissionService,
    ReferralVersionsRepository,
    ReferralVersionsService,
    AmendmentEnd,
    AmendmentMailsService,
    ReferralAmendmentsRepository,
    ReferralAmendmentsService,
    ReferralReopeningService,
  ],
  exports: [ReferralsService, ReferralsRepository, CaseDeadlinesRepository],
})
export class ReferralsModule {}
