import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Requires, RequiresRecentSignIn } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IfMatch } from '../common/versions.js';
import {
  GrantRole,
  RenameUser,
  RoleOrganisations,
  SearchUsers,
  User,
  UserListParameters,
  UserPage,
} from './user.dto.js';
import { UsersService } from './users.service.js';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Requires('user:list')
  @NotAudited('staff and their roles; names no case')
  @ApiOkResponse({ type: UserPage })
  listUsers(@CurrentActor() actor: Actor, @Query() parameters: UserListParameters): Promise<UserPage> {
    return this.users.list(actor, parameters);
  }

  /** A read by POST: what is searched for is a name or an email address, which must not stand in an address. */
  @Post('search')
  @HttpCode(200)
  @Requires('user:list')
  @Audited('user.searched')
  @ApiOkResponse({ type: UserPage })
  searchUsers(@CurrentActor() actor: Actor, @Body() body: SearchUsers): Promise<UserPage> {
    return this.users.search(actor, body);
  }

  @Get('role-organisations')
  @Requires('user:invite')
  @NotAudited('names of schools and providers')
  @ApiOkResponse({ type: RoleOrganisations })
  listRoleOrganisations(@CurrentActor() actor: Actor): Promise<RoleOrganisations> {
    return this.users.organisations(actor);
  }

  @Get(':userId')
  @Requires('user:read')
  @NotAudited('staff and their roles; names no case')
  @ApiOkResponse({ type: User })
  readUser(@CurrentActor() actor: Actor, @Id('userId') userId: string): Promise<User> {
    return this.users.read(actor, userId);
  }

  @Put(':userId/name')
  @Requires('user:change')
  @Audited('user.renamed')
  @ApiOkResponse({ type: User })
  renameUser(
    @CurrentActor() actor: Actor,
    @Id('userId') userId: string,
    @IfMatch() version: number,
    @Body() body: RenameUser,
  ): Promise<User> {
    return this.users.rename(actor, userId, version, body.name);
  }

  @Post(':userId/roles')
  @HttpCode(200)
  @Requires('user:grant')
  @RequiresRecentSignIn()
  @Audited('user.role_granted')
  @ApiOkResponse({ type: User })
  grantRole(
    @CurrentActor() actor: Actor,
    @Id('userId') userId: string,
    @IfMatch() version: number,
    @Body() body: GrantRole,
  ): Promise<User> {
    return this.users.grantRole(actor, userId, version, body);
  }

  @Delete(':userId/roles/:roleGrantId')
  @Requires('user:grant')
  @RequiresRecentSignIn()
  @Audited('user.role_taken_away')
  @ApiOkResponse({ type: User })
  takeRoleAway(
    @CurrentActor() actor: Actor,
    @Id('userId') userId: string,
    @Id('roleGrantId') roleGrantId: string,
    @IfMatch() version: number,
  ): Promise<User> {
    return this.users.takeRoleAway(actor, userId, version, roleGrantId);
  }

  @Post(':userId/reset-second-factor')
  @HttpCode(200)
  @Requires('user:reset_second_factor')
  @RequiresRecentSignIn()
  @Audited('sign_in_method.reset')
  @ApiOkResponse({ type: User })
  resetSecondFactor(
    @CurrentActor() actor: Actor,
    @Id('userId') userId: string,
    @IfMatch() version: number,
  ): Promise<User> {
    return this.users.resetSecondFactor(actor, userId, version);
  }

  @Post(':userId/deactivate')
  @HttpCode(200)
  @Requires('user:deactivate')
  @Audited('user.deactivated')
  @ApiOkResponse({ type: User })
  deactivateUser(
    @CurrentActor() actor: Actor,
    @Id('userId') userId: string,
    @IfMatch() version: number,
  ): Promise<User> {
    return this.users.deactivate(actor, userId, version);
  }

  @Post(':userId/reactivate')
  @HttpCode(200)
  @Requires('user:deactivate')
  @RequiresRecentSignIn()
  @Audited('user.reactivated')
  @ApiOkResponse({ type: User })
  reactivateUser(
    @CurrentActor() actor: Actor,
    @Id('userId') userId: string,
    @IfMatch() version: number,
  ): Promise<User> {
    return this.users.reactivate(actor, userId, version);
  }
}
