import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Audited, NotAudited } from '../audit/audited.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor, Public, Requires, RequiresRecentSignIn } from '../auth/requires.js';
import { Id } from '../common/id.pipe.js';
import { IdempotencyKey, IfMatch } from '../common/versions.js';
import {
  ChangeIdentityProvider,
  CreateIdentityProvider,
  IdentityProvider,
  IdentityProviderList,
  IdentityProviderTest,
  SignInOptionList,
  SignInOrganisationList,
} from './identity-provider.dto.js';
import { IdentityProvidersService } from './identity-providers.service.js';

@ApiTags('identity-providers')
@Controller('identity-providers')
export class IdentityProvidersController {
  constructor(private readonly identityProviders: IdentityProvidersService) {}

  @Get('sign-in-options')
  @Public()
  @NotAudited('names on the sign-in page; no person')
  @ApiOkResponse({ type: SignInOptionList })
  listSignInOptions(): Promise<SignInOptionList> {
    return this.identityProviders.listSignInOptions();
  }

  @Get()
  @Requires('identity_provider:list')
  @NotAudited('set-up without its secrets; no person')
  @ApiOkResponse({ type: IdentityProviderList })
  listIdentityProviders(@CurrentActor() actor: Actor): Promise<IdentityProviderList> {
    return this.identityProviders.list(actor);
  }

  @Get('organisations')
  @Requires('identity_provider:list')
  @NotAudited('names of organisations; no person')
  @ApiOkResponse({ type: SignInOrganisationList })
  listSignInOrganisations(@CurrentActor() actor: Actor): Promise<SignInOrganisationList> {
    return this.identityProviders.listOrganisations(actor);
  }

  @Post()
  @Requires('identity_provider:create')
  @RequiresRecentSignIn()
  @Audited('identity_provider.created')
  @ApiCreatedResponse({ type: IdentityProvider })
  createIdentityProvider(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body() body: CreateIdentityProvider,
  ): Promise<IdentityProvider> {
    return this.identityProviders.create(actor, key, body);
  }

  @Get(':identityProviderId')
  @Requires('identity_provider:read')
  @NotAudited('set-up without its secrets; no person')
  @ApiOkResponse({ type: IdentityProvider })
  readIdentityProvider(
    @CurrentActor() actor: Actor,
    @Id('identityProviderId') identityProviderId: string,
  ): Promise<IdentityProvider> {
    return this.identityProviders.read(actor, identityProviderId);
  }

  @Put(':identityProviderId')
  @Requires('identity_provider:change')
  @RequiresRecentSignIn()
  @Audited('identity_provider.changed')
  @ApiOkResponse({ type: IdentityProvider })
  changeIdentityProvider(
    @CurrentActor() actor: Actor,
    @Id('identityProviderId') identityProviderId: string,
    @IfMatch() version: number,
    @Body() body: ChangeIdentityProvider,
  ): Promise<IdentityProvider> {
    return this.identityProviders.change(actor, identityProviderId, version, body);
  }

  @Post(':identityProviderId/enable')
  @HttpCode(200)
  @Requires('identity_provider:enable')
  @RequiresRecentSignIn()
  @Audited('identity_provider.enabled')
  @ApiOkResponse({ type: IdentityProvider })
  enableIdentityProvider(
    @CurrentActor() actor: Actor,
    @Id('identityProviderId') identityProviderId: string,
    @IfMatch() version: number,
  ): Promise<IdentityProvider> {
    return this.identityProviders.enable(actor, identityProviderId, version);
  }

  @Post(':identityProviderId/disable')
  @HttpCode(200)
  @Requires('identity_provider:disable')
  @RequiresRecentSignIn()
  @Audited('identity_provider.disabled')
  @ApiOkResponse({ type: IdentityProvider })
  disableIdentityProvider(
    @CurrentActor() actor: Actor,
    @Id('identityProviderId') identityProviderId: string,
    @IfMatch() version: number,
  ): Promise<IdentityProvider> {
    return this.identityProviders.disable(actor, identityProviderId, version);
  }

  @Post(':identityProviderId/test')
  @HttpCode(200)
  @Requires('identity_provider:test')
  @Audited('identity_provider.tested')
  @ApiOkResponse({ type: IdentityProviderTest })
  testIdentityProvider(
    @CurrentActor() actor: Actor,
    @Id('identityProviderId') identityProviderId: string,
  ): Promise<IdentityProviderTest> {
    return this.identityProviders.test(actor, identityProviderId);
  }
}
