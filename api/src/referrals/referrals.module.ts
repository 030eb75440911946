import { Module } from '@nestjs/common';

import type { Environment } from '../config/environment.js';
import { environmentToken } from '../config/environment.token.js';
import { ChildrenModule } from '../children/children.module.js';
import { SchoolsModule } from '../schools/schools.module.js';
import { AmendmentEnd } from './amendments/amendment-end.js';
import { ReferralAmendmentsController } from './amendments/referral-amendments.controller.js';
import { ReferralAmendmentsRepository } from './amendments/referral-amendments.repository.js';
import { ReferralAmendmentsService } from './amendments/referral-amendments.service.js';
import { CaseDeadlinesRepository } from './case-deadlines.repository.js';
import { CopyFactsQuery } from './copies/copy-facts.query.js';
import { ChromiumPdfPrinter, NoPdfPrinter, PdfPrinter } from './copies/pdf-printer.js';
import { ReferralCopiesController } from './copies/referral-copies.controller.js';
import { ReferralCopiesRepository } from './copies/referral-copies.repository.js';
import { ReferralCopiesService } from './copies/referral-copies.service.js';
import { KnownChildController } from './known-child/known-child.controller.js';
import { KnownChildRepository } from './known-child/known-child.repository.js';
import { KnownChildService } from './known-child/known-child.service.js';
import { OpenSchools } from './open-schools.js';
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
import { ReferralReceiptsController } from './receipts/referral-receipts.controller.js';
import { ReferralReceiptsRepository } from './receipts/referral-receipts.repository.js';
import { ReferralReceiptsService } from './receipts/referral-receipts.service.js';
import { SectionWritersRepository } from './writers/section-writers.repository.js';
import { SectionWritersService } from './writers/section-writers.service.js';
import { ReferralReopeningController } from './reopening/referral-reopening.controller.js';
import { ReferralReopeningService } from './reopening/referral-reopening.service.js';
import { SignOffLinksController } from './sign-offs/sign-off-links.controller.js';
import { SignOffLinksRepository } from './sign-offs/sign-off-links.repository.js';
import { SignOffLinksService } from './sign-offs/sign-off-links.service.js';
import { SignOffRemindersRepository } from './sign-offs/sign-off-reminders.repository.js';
import { SignOffRemindersTask } from './sign-offs/sign-off-reminders.task.js';
import { SignOffsController } from './sign-offs/sign-offs.controller.js';
import { SignOffsRepository } from './sign-offs/sign-offs.repository.js';
import { SignOffsService } from './sign-offs/sign-offs.service.js';
import { ReferralVersionsController } from './versions/referral-versions.controller.js';
import { ReferralVersionsRepository } from './versions/referral-versions.repository.js';
import { ReferralVersionsService } from './versions/referral-versions.service.js';

@Module({
  imports: [SchoolsModule, ChildrenModule],
  controllers: [
    ReferralReceiptsController,
    ReferralsController,
    ReferralSectionsController,
    KnownChildController,
    ReferralVersionsController,
    ReferralAmendmentsController,
    ReferralReopeningController,
    ReferralCopiesController,
    SignOffsController,
    SignOffLinksController,
  ],
  providers: [
    CaseDeadlinesRepository,
    ReferralsRepository,
    ReferralListQuery,
    ReferralPeopleQuery,
    ReferralsService,
    OpenSchools,
    ReferralDraftsService,
    KnownChildRepository,
    KnownChildService,
    SectionWritersRepository,
    SectionWritersService,
    ReferralListService,
    ReferralPresenter,
    ReferralSubmissionService,
    ReferralVersionsRepository,
    ReferralVersionsService,
    AmendmentEnd,
    ReferralAmendmentsRepository,
    ReferralAmendmentsService,
    ReferralReopeningService,
    CopyFactsQuery,
    ReferralCopiesRepository,
    ReferralCopiesService,
    {
      provide: PdfPrinter,
      inject: [environmentToken],
      useFactory: ({ chromiumPath }: Environment) =>
        chromiumPath === null ? new NoPdfPrinter() : new ChromiumPdfPrinter(chromiumPath),
    },
    ReferralReceiptsRepository,
    ReferralReceiptsService,
    SignOffsRepository,
    SignOffLinksRepository,
    SignOffsService,
    SignOffLinksService,
    SignOffRemindersRepository,
    SignOffRemindersTask,
  ],
  exports: [ReferralsService, ReferralsRepository, ReferralVersionsRepository, CaseDeadlinesRepository],
})
export class ReferralsModule {}
