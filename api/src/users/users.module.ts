import { Module } from '@nestjs/common';

import { InvitationAcceptanceService } from './invitation-acceptance.service.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';
import { SignInMethodsQuery } from './sign-in-methods.query.js';
import { UserListQuery } from './user-list.query.js';
import { UsersController } from './users.controller.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

@Module({
  controllers: [UsersController, InvitationsController],
  providers: [
    UsersRepository,
    UserListQuery,
    SignInMethodsQuery,
    UsersService,
    InvitationsRepository,
    InvitationsService,
    InvitationAcceptanceService,
  ],
  exports: [InvitationAcceptanceService, InvitationsService],
})
export class UsersModule {}
